/** How a host takes part, and the reporter file by file. */
export const join = {
	join: {
		short: "Take part",
		title: "Take part with your hosts",
		lead: "For administrators of OpenVZ 7 hosts: what the reporter does, three steps to join, and one command to leave.",
		does: {
			title: "What it does",
			package:
				"The reporter is one small package of Python scripts. Once a week it sends a few facts about the host: its processor, memory and disks, how many containers and virtual machines it holds, and what they run. It sends no names, addresses, serial numbers or paths.",
			consent:
				"Nothing is collected or sent before you agree. What you see in the preview is exactly what is sent, because the same code makes both. If an update ever collects more, the new fields stay on the host until you agree again.",
			harmless:
				"It runs with the lowest priority and in bounded time. It runs nothing inside containers, always verifies certificates, and follows no redirects.",
		},
		commands: {
			title: "Three steps",
			install: "Build and install the package:",
			show: "See what would be sent. Nothing leaves the host:",
			enable: "Agree to it:",
			before: "To look before you install, unpack the archive and run <command></command> in its folder.",
			server:
				"Reports go to the address after <setting></setting> in <file></file>. For this site it is <address></address>.",
			existing:
				"A host whose administrator chose earlier with <command></command> keeps that choice: then <timer></timer> is enough. Without any choice it is off.",
		},
		sent: {
			title: "What is sent",
			text: "Each script begins with the list of all fields that it sends. <privacy>What is collected, and what is kept</privacy> says what becomes of each. With <setting></setting> the report is only written to <file></file>, which you can <inspect>look into here</inspect>.",
			parts: "The sections can be switched off one by one under <setting></setting> in <file></file>.",
		},
		leave: {
			title: "How to stop",
			lead: "This stops it at once, and deletes what was collected and not sent. It tells nobody:",
			sent: "What was sent before can be <myHost>seen and deleted</myHost> by anyone who has the UUID of the host. This shows it:",
		},
		more: {
			title: "If something is wrong",
			status:
				"<command></command> says whether it is on and which switch decided, and how the last report was answered.",
			away: "A report that cannot be delivered waits on the host and is tried again: at most four reports, for at most two weeks. A proxy is taken from the configuration, the environment or <file></file>.",
			files: "<reporter>All files of the reporter</reporter> can be read here, with its man page and the package.",
		},
	},
	reporter: {
		title: "The reporter, file by file",
		lead: "Every file that runs on a host, to be read before it is installed; and for packagers, how it is built and checked.",
		files: "Files",
		file: "File",
		what: "What it is",
		kinds: {
			engine: "The program: commands, collecting, packing",
			script: "Collects the section {section}",
			common: {
				ceplib: "What scripts share: runs a tool without a shell, reads a file, prints the section",
				cepconfig: "Configuration, switches and schedule",
				cepfiles: "Everything that is written to the disk",
				cepsend: "Everything that is sent",
			},
			names: "Services, programs and packages that are sent by name; all others are only counted",
			config: "The configuration, with all defaults",
			unit: "Unit of systemd",
			spec: "The package",
			lint: "What rpmlint may say, with reasons",
			manual: "The man page",
			readme: "Where to begin",
			crash: {
				readme: "Crash reports: where to begin",
				rules: "Crash reports: when abrt sends one, and of which programs",
				config: "Crash reports: where abrt sends them",
			},
		},
		packagers: {
			title: "For packagers",
			build: "<archive></archive> is the source of the package. It is always made of exactly the files above:",
			name: "The package is called <name></name> and conflicts with <other></other>, because a higher version of that name would replace Virtuozzo’s own package. It has no dependency but Python (2.7, or 3.6 and newer) and systemd, and no compiled files.",
			checks: "These checks are part of the tests of this site:",
			off: "Installing enables nothing: no preset, no timer, no first report.",
		},
		manual: "Man page",
	},
} as const;
