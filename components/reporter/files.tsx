import { defaultLanguage, type Language } from "#lib/language";
import { names, type SectionName, translate } from "#lib/text/index";
import { Commands } from "./take-part";

interface FilesProps {
	language: Language;
	files: readonly { path: string; href: string }[];
	/** By script. */
	sections: Readonly<Record<string, SectionName>>;
}

/** The files of the reporter, with what each is. */
export function ReporterFiles({ language, files, sections }: FilesProps) {
	const t = translate(language);
	return (
		<section aria-labelledby="files">
			<h2 id="files">{t("reporter.files")}</h2>
			<table className="pairs">
				<thead>
					<tr>
						<th scope="col">{t("reporter.file")}</th>
						<th scope="col">{t("reporter.what")}</th>
					</tr>
				</thead>
				<tbody>
					{files.map(({ path, href }) => (
						<tr key={path}>
							<th scope="row">
								<a href={href}>
									<code>{path}</code>
								</a>
							</th>
							<td>{kindOf(path, sections, language)}</td>
						</tr>
					))}
				</tbody>
			</table>
		</section>
	);
}

const kinds = {
	"disp-helper": "engine",
	"cep-scripts/ceplib.py": "common.ceplib",
	"cep-scripts/cepconfig.py": "common.cepconfig",
	"cep-scripts/cepfiles.py": "common.cepfiles",
	"cep-scripts/cepsend.py": "common.cepsend",
	"cep-scripts/known_names.json": "names",
	"disp_helper.json": "config",
	"disp-helper.service": "unit",
	"disp-helper.timer": "unit",
	"disp-helper-el9.conf": "unit",
	"openvz-cep-reporter.spec": "spec",
	"openvz-cep-reporter.rpmlintrc": "lint",
	"disp-helper.8": "manual",
	"disp-helper.8.txt": "manual",
	"README.md": "readme",
	"crash/README.md": "crash.readme",
	"crash/openvz_crash_event.conf": "crash.rules",
	"crash/ureport.conf.example": "crash.config",
} as const;

function kindOf(path: string, sections: FilesProps["sections"], language: Language): string {
	const t = translate(language);
	const section = sections[path];
	if (section) return t("reporter.kinds.script", { section: names(language).reports.sections[section] });
	const kind = (kinds as Readonly<Record<string, (typeof kinds)[keyof typeof kinds]>>)[path];
	return kind ? t(`reporter.kinds.${kind}`) : "";
}

/** How the package is built and checked. */
export function ForPackagers({ language, archive }: { language: Language; archive: string }) {
	const t = translate(language);
	const code = (text: string) => () => <code>{text}</code>;
	const link = () => (
		<a href={archive}>
			<code>disp-helper.tar.gz</code>
		</a>
	);
	return (
		<section className="prose" aria-labelledby="packagers">
			<h2 id="packagers">{t("reporter.packagers.title")}</h2>
			<p>{t.rich("reporter.packagers.build", { archive: link })}</p>
			<Commands lines={["rpmbuild -tb disp-helper.tar.gz"]} />
			<p>{t.rich("reporter.packagers.name", { name: code("openvz-cep-reporter"), other: code("disp-helper") })}</p>
			<p>{t("reporter.packagers.off")}</p>
			<p>{t("reporter.packagers.checks")}</p>
			<Commands
				lines={[
					"rpmlint -r openvz-cep-reporter.rpmlintrc openvz-cep-reporter-1.0-1.noarch.rpm",
					"systemd-analyze verify disp-helper.service disp-helper.timer",
					"mandoc -T lint -W warning disp-helper.8",
				]}
			/>
		</section>
	);
}

/** The man page as a terminal shows it. */
export function ManPage({ language, text }: { language: Language; text: string }) {
	const title = translate(language)("reporter.manual");
	return (
		<section className="prose" aria-labelledby="manual">
			<h2 id="manual">{title}</h2>
			{/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls on narrow screens */}
			<pre className="manual" tabIndex={0} lang={defaultLanguage}>
				{text}
			</pre>
		</section>
	);
}
