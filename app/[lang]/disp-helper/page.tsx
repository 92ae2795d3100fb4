import { Frame } from "#components/frame/frame";
import { ForPackagers, ManPage, ReporterFiles } from "#components/reporter/files";
import { reporterArchivePath, reporterFilePath, reporterPath } from "#lib/address/links";
import { formats } from "#lib/readers/formats";
import { reporterFiles } from "#lib/reporter/package";
import { type SectionName, translate } from "#lib/text/index";
import { isSimulation, openView, type ViewProps } from "../open-view";
import { metadataOf } from "../page-metadata";
import { PreviewTags } from "../preview-tags";
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
	const { view, shown, observed } = await openView(props);
	const { language } = view;
	const t = translate(language);
	const files = await reporterFiles();
	const manual = files.find(({ path }) => path === "disp-helper.8.txt");
	return (
		<Frame
			view={view}
			path={reporterPath}
			published={shown?.published ?? null}
			observed={observed}
			simulated={isSimulation()}
		>
			<PreviewTags view={view} shown={shown} />
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
		</Frame>
	);
}
