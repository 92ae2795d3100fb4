/**
 * Why the server refuses an archive, and what to do. The server tells these lines to programs, whatever the language of
 * the site; `/inspect` shows them in its own.
 */
export const refusals = {
	empty: "the report is empty: send the gzipped tar archive",
	notGzip: "the report is not gzip: send the gzipped tar archive",
	notTar: "the report holds no tar archive: send the gzipped tar archive",
	gzipCut: "the gzip data end too early: send the whole report",
	gzipDamaged: "the gzip data are damaged: pack the report again",
	tarCut: "the tar archive ends too early: send the whole report",
	tarDamaged: "the tar archive is damaged: pack the report again",
	tooLargePacked: "the report is larger than 2 MiB packed: send less",
	tooLargeUnpacked: "the report is larger than 16 MiB unpacked: send less",
	tooManyFiles: "the report holds more than 64 files: send fewer",
	tooManyEntries: "the archive has more than 500 entries: pack the report's files without other directories",
	specialFile: "the archive holds a link, a device or a special file: pack plain files and directories only",
	nameCharacters: "a name in the archive holds a backslash or a control character: rename that file",
	nameAbsolute: "a name in the archive is an absolute path: pack names relative to the report's folder",
	nameOutside: "a name in the archive leads out of it (..): pack names inside the report's folder",
	memberTwice: "the archive holds one member twice: pack each file once",
	nameless: "a file in the archive has no name: pack the report again",
	noFiles: "the archive holds no files: pack the report's files into it",
	noManifest: "the archive has no manifest.json: pack it with the sections",
	manifestNotJson: "manifest.json is not a JSON object: pack the report again",
	noHostUuid: "manifest.json has no valid host_uuid: give the UUID of the host",
} as const;
