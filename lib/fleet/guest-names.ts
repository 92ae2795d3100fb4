/** What people call containers and virtual machines; a number follows. */
export const guestNames = [
	"web",
	"db",
	"mail",
	"shop",
	"dev",
	"test",
	"ns",
	"vpn",
	"crm",
	"proxy",
	"cache",
	"backup",
	"app",
	"wiki",
	"git",
];
