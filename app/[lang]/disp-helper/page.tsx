import { ForPackagers, ManPage, ReporterFiles } from "#components/reporter/files";
import { reporterArchivePath, reporterFilePath, reporterPath } from "#lib/address/links";
import { formats } from "#lib/readers/formats";
import { reporterFiles } from "#lib/reporter/package";
import { type SectionName, translate } from "#lib/text/index";
import { openView, type ViewProps } from "../open-view";
import { PageFrame } from "../page-frame";
import { metadataOf } from "../page-metadata";
import "../../../components/reporter/reporter.css";

export const generateMetadata = metadataOf("reporter");

/** What each script collects. */
const sections = Object.fromEntries(
	Object.entries(formats.openvz7.sections).map(([section, { member }]) => [
		`cep-scripts/${member.replace(".json", ".py")}`,
		section as SectionName,
	]),
);

export default async function Reporter(props: ViewProps) {
	const opened = await openView(props);
	const { view } = opened;
	const { language } = view;
	const t = translate(language);
	const files = await reporterFiles();
	const manual = files.find(({ path }) => path === "disp-helper.8.txt");
	return (
		<PageFrame opened={opened} path={reporterPath} choice="none">
			<header className="title">
				<h1>{t("reporter.title")}</h1>
				<p className="lead">{t("reporter.lead")}</p>
			</header>
			<ReporterFiles
				language={language}
				files={files.map(({ path }) => ({ path, href: reporterFilePath(path) }))}
				sections={sections}
			/>
			<ForPackagers language={language} archive={reporterArchivePath} />
			<ManPage language={language} text={manual?.bytes.toString() ?? ""} />
		</PageFrame>
	);
}
