import { expect, test } from "vitest";
import { unitName } from "#lib/facts/software/unit";

/** The sample, but for the company's own. */
test.each(
	`auditd.service chronyd.service crond.service disp-helper.service firewalld.service hw-probe.timer irqbalance.service
	ksmtuned.service libvirtd.service lvm2-monitor.service mdmonitor.service microcode.service pfcached.service
	prl-disp.service prlfsd.service readykernel-autoupdate.timer rsyslog.service sshd.service tuned.service vcmmd.service
	virtlockd.service virtlogd.service vz.service vzevent.service vzfs.service zabbix-agent.service multi-user.target`.split(
		/\s+/,
	),
)("%s keeps its name", (unit) => {
	expect(unitName(unit)).toBe(unit);
});

test.each([
	["NetworkManager.service", "networkmanager.service"],
	["node_exporter.service", "node-exporter.service"],
	["getty@tty1.service", "getty-.service"],
	["getty@.service", "getty-.service"],
	["openvpn@office.service", "openvpn-.service"],
	[`openvpn@${"secret".repeat(20)}.service`, "openvpn-.service"],
	["openvpn@a@b.service", "openvpn-.service"],
	["wg-quick@wg0.service", "wg-quick-.service"],
	["ceph-osd@3.service", "ceph-osd-.service"],
])("%s is %s", (unit, key) => {
	expect(unitName(unit)).toBe(key);
});

test.each([
	"acme-agent.service",
	"acme@office.service",
	"rare-sensor-daemon.service",
	"sshd.service.acme",
	"sshd",
	"sshd.mount",
	"vz-backup.mount",
	"",
	"@.service",
	"constructor.service",
	"sshd.service; rm -rf /",
])("%s is not named", (unit) => {
	expect(unitName(unit)).toBeNull();
});
