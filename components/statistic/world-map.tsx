import { Share } from "#components/share/share";
import type { View } from "#lib/address/links";
import { type MapSpec, nameSize, shadeColours } from "#lib/series/world-map";
import type { Statistic } from "#lib/statistics/statistic";
import { translate } from "#lib/text/index";

interface Props {
	spec: MapSpec;
	view: View;
	/** The statistic that the map shows. */
	statistic: Statistic;
}

/** A map as one SVG: without JavaScript, as wide as the page. Numbers are in the table, and in the title of each country. */
export function WorldMap({ spec, view, statistic }: Props) {
	const t = translate(view.language);
	const empty = spec.shapes.filter(({ shade }) => shade === 0).map(({ path }) => path);
	return (
		<section aria-labelledby="map">
			<div className="heading">
				<h2 id="map">{t("map.title")}</h2>
				<Share view={view} statistic={statistic} form="day" />
			</div>
			<figure className="map">
				<svg viewBox={`0 0 ${spec.width} ${spec.height}`} role="img" aria-labelledby="map-title">
					<title id="map-title">{spec.title}</title>
					<g stroke="var(--paper)" strokeWidth=".6" strokeLinejoin="round">
						<path d={empty.join("")} {...paintOf(0)} />
						{spec.shapes
							.filter(({ shade }) => shade > 0)
							.map(({ path, shade, title }) => (
								<path key={title} d={path} {...paintOf(shade)}>
									<title>{title}</title>
								</path>
							))}
					</g>
					<g className="names" fontSize={nameSize}>
						{spec.names.map(({ text, x, y, shade }) => (
							<text key={text} x={x} y={y} data-shade={shade} stroke={paintOf(shade).fill}>
								{text}
							</text>
						))}
					</g>
				</svg>
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
		</section>
	);
}

/** From few to many hosts. */
function paintOf(shade: number) {
	return { fill: `var(--${shadeColours[shade] ?? "grid"})` };
}
