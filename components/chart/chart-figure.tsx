import type { ReactNode } from "react";
import { UnbrokenRanges } from "#components/unbroken-ranges";
import type { ChartSpec } from "#lib/series/chart-spec";
import { capitalised, withoutTitle } from "#lib/series/sentence";
import { translate } from "#lib/text/index";
import { InteractiveChart } from "./interactive";
import { StaticChart } from "./static";

interface Props {
	/** The same chart in the sizes among which the page's width chooses, the smallest first. */
	specs: readonly ChartSpec[];
	/** Address of the interactive chart's spec; without it, the chart stays static. */
	interactiveHref?: string;
	/** How the chart is shown, and what can be taken of it. */
	controls?: ReactNode;
}

/** A chart with its sentence and measure above it, and its controls, base and window below it. */
export function ChartFigure({ specs, interactiveHref, controls }: Props) {
	const spec = specs[0];
	if (!spec) return null;
	const t = translate(spec.language);
	const pictures = specs.map((one) => (
		<div key={one.size} className={`picture ${one.size}`}>
			<StaticChart spec={one} />
		</div>
	));
	return (
		<figure className={`chart with-${specs.map(({ size }) => size).join("-")}`} data-kind={spec.kind}>
			<p className="sentence">
				<UnbrokenRanges text={withoutTitle(spec.sentence, spec.title)} />
			</p>
			<p className="measure">{spec.subtitle}</p>
			{interactiveHref ? (
				<InteractiveChart
					href={interactiveHref}
					label={`${spec.title}. ${t("chart.keys")}`}
					rangeKeys={t("chart.rangeKeys")}
				>
					{pictures}
				</InteractiveChart>
			) : (
				<div className="canvas">{pictures}</div>
			)}
			{spec.kind === "bars" && spec.everywhere && (
				<details className="everywhere">
					<summary>{capitalised(spec.everywhere.text)}</summary>
					<p>{spec.everywhere.labels.join(", ")}</p>
				</details>
			)}
			{controls}
			<figcaption className="note">{spec.note}</figcaption>
		</figure>
	);
}
