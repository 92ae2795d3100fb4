/** What `npm run bench` measures, by the names that it takes, in the order of a whole run. */
import type { Part } from "./bench";
import { measureGrowth } from "./growth";
import { measureImport, measureLogs } from "./import";
import { measurePublishing } from "./publishing";
import { measureReports } from "./reports";
import { measureAnswers, measurePages, measureQuestions, measureStart } from "./site";

export const parts: Readonly<Record<string, Part>> = {
	reports: measureReports,
	import: measureImport,
	logs: measureLogs,
	publishing: measurePublishing,
	answers: measureAnswers,
	pages: measurePages,
	questions: measureQuestions,
	growth: measureGrowth,
	start: measureStart,
};
