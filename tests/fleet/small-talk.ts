import type { TalkFigures } from "#lib/fleet/talk";

/** A fleet of which the same is counted in seconds. */
export const smallTalk: TalkFigures = {
	hosts: 100,
	days: 30,
	legacy: {
		hosts: { running: 90, stopped: 14, nothing: 159 },
		active: 60,
		reports: 500,
		days: 150,
		machines: 8,
	},
};
