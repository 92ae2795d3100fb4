/** What is loaded when somebody has chosen a report: reads it, and shows it or says why it would be refused. */
import type { ReactNode } from "react";
import type { View } from "#lib/address/links";
import { inspectFile } from "#lib/inspect/inspect-file";
import { translate } from "#lib/text/index";
import { InspectedReport } from "./inspected-report";

export interface Result {
	/** Announced. */
	message: string;
	isWrong: boolean;
	shown: ReactNode;
}

export async function readReport(file: Blob, name: string, view: View): Promise<Result> {
	const t = translate(view.language);
	const archive = await inspectFile(file, view.language).catch(() => null);
	if (!archive) return { message: t("inspect.unreadable", { name }), isWrong: true, shown: null };
	if ("refused" in archive) {
		const line = archive.refused;
		return { message: t("inspect.refused", { name, line }), isWrong: true, shown: null };
	}
	const { report } = archive;
	const carried = report.sections.filter(({ facts }) => typeof facts !== "string").length;
	return {
		message: t("inspect.read", { name, carried: String(carried), count: report.sections.length }),
		isWrong: false,
		shown: <InspectedReport report={report} name={name} view={{ ...view, product: report.product }} />,
	};
}
