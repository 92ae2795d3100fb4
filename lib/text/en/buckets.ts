/** Names of buckets that several statistics share, by key. */
import { countries } from "./countries";

export const buckets = {
	/** Where a statistic has no name of its own for them. */
	common: {
		other: "Other",
		unknown: "Unknown",
		all: "All",
	},
	/** Answers. */
	yesNo: {
		yes: "Yes",
		no: "No",
	},
	/** Of containers. */
	limits: {
		unlimited: "Unlimited",
	},
	/** Templates of containers that name no distribution. */
	templates: {
		custom: "Custom template",
		"not-set": "Template not set",
	},
	/** Of virtual machines and containers, as prlctl and vzlist print them. */
	states: {
		running: "Running",
		stopped: "Stopped",
		suspended: "Suspended",
		paused: "Paused",
		mounted: "Mounted",
		starting: "Starting",
		stopping: "Stopping",
		suspending: "Suspending",
		resuming: "Resuming",
		pausing: "Pausing",
		continuing: "Continuing",
		resetting: "Resetting",
		restoring: "Restoring",
		compacting: "Compacting disks",
		snapshoting: "Taking a snapshot",
		"del-snapshot": "Deleting a snapshot",
		migrating: "Migrating",
		syncing: "Synchronising",
		reconnecting: "Reconnecting",
		unknown: "Unknown",
		invalid: "Invalid",
	},
	countries,
} as const;
