import { Static } from "#components/static";
import { chartParameters, plainChart } from "#lib/address/chart-view";
import { hrefOf, statisticPath, type View } from "#lib/address/links";
import { type MapSheet, type MapSpec, nameSize, shadeColours } from "#lib/series/world-map";
import type { Statistic } from "#lib/statistics/statistic";
import { translate } from "#lib/text/index";
import { ChartLinks } from "./section";

interface Props {
	spec: MapSpec;
	view: View;
	/** The statistic that the map shows. */
	statistic: Statistic;
}

/** The world, and Europe larger: without JavaScript. Each country says its numbers under the pointer, and leads to its history. */
export function WorldMap({ spec, view, statistic }: Props) {
	const t = translate(view.language);
	const historyOf = (bucket: string) =>
		hrefOf(view, statisticPath(statistic), chartParameters({ ...plainChart, buckets: [bucket] }));
	return (
		<section aria-labelledby="map">
			<h2 id="map">{t("map.title")}</h2>
			<figure className="map">
				<Static as="div" className="sheets">
					{spec.sheets.map((sheet) => (
						<Sheet key={sheet.name} sheet={sheet} title={t(`map.${sheet.name}`)} hrefTo={historyOf} />
					))}
				</Static>
				<figcaption>
					<ul>
						{spec.legend.map(({ shade, label }) => (
							<li key={shade}>
								<svg aria-hidden="true">
									<rect width="100%" height="100%" {...paintOf(shade)} />
								</svg>
								{label}
							</li>
						))}
					</ul>
					{spec.unseen.length > 0 && <p className="note">{t("map.unseen", { countries: spec.unseen.join(", ") })}</p>}
				</figcaption>
			</figure>
			<ChartLinks view={view} statistic={statistic} form="day" />
		</section>
	);
}

interface SheetProps {
	sheet: MapSheet;
	title: string;
	hrefTo: (bucket: string) => string;
}

/**
 * The lands, and above them for each country a link that is invisible until it is pointed at: what is drawn later covers what
 * is earlier, and the numbers of a country must not be covered by its neighbours. The keyboard visits the world only, which
 * has all of them.
 */
function Sheet({ sheet: { name, width, height, lands, names }, title, hrefTo }: SheetProps) {
	const empty = lands.filter(({ bucket }) => bucket === null).map(({ path }) => path);
	const counted = lands.filter(({ bucket }) => bucket !== null);
	return (
		<section aria-label={title}>
			{/* biome-ignore lint/a11y/noSvgWithoutTitle: The section names it, and a title would be its tooltip. */}
			<svg viewBox={`0 0 ${width} ${height}`} className={name}>
				<g stroke="var(--paper)" strokeWidth=".6" strokeLinejoin="round">
					<path d={empty.join("")} {...paintOf(0)} />
					{counted.map(({ bucket, path, shade }) => (
						<path key={bucket} id={`${name}-${bucket}`} d={path} {...paintOf(shade)} />
					))}
				</g>
				<g className="names" fontSize={nameSize}>
					{names.map(({ text, x, y, shade }) => (
						<text key={text} x={x} y={y} data-shade={shade} stroke={paintOf(shade).fill}>
							{text}
						</text>
					))}
				</g>
				<g className="countries">
					{counted.map(({ bucket, title: numbers, tip }) => (
						<a
							key={bucket}
							href={hrefTo(bucket ?? "")}
							aria-label={numbers}
							tabIndex={name === "world" ? undefined : -1}
						>
							<use href={`#${name}-${bucket}`} />
							<text x={tip.x} y={tip.y} className={tip.anchor}>
								{numbers}
							</text>
						</a>
					))}
				</g>
			</svg>
		</section>
	);
}

/** From few to many hosts. */
function paintOf(shade: number) {
	return { fill: `var(--${shadeColours[shade] ?? "grid"})` };
}
