import { StaticChart } from "#components/chart/static";
import { Step } from "#components/controls/step";
import { hrefOf, overviewPath } from "#lib/address/links";
import { codeColours } from "#lib/colours";
import { translate } from "#lib/text/index";
import { StandaloneDocument } from "./document";
import type { StandaloneProps } from "./embed";
import { slideScript } from "./scripts";

interface Props extends StandaloneProps {
	previous: string | null;
	next: string | null;
	number: number;
	count: number;
	code: { size: number; path: string };
	address: string;
	presentation: string;
}

/** One chart for a room full of people. */
export function Slide(props: Props) {
	const { standalone, title, measure, sentence, note, charts, figure, nothing, href, style, simulated } = props;
	const t = translate(standalone.view.language);
	const long = title.length > 34 ? "longer" : title.length > 22 ? "long" : undefined;
	const site = () => (
		<a key="site" href={hrefOf(standalone.view, overviewPath)}>
			{t("site.name")}
		</a>
	);
	return (
		<StandaloneDocument
			name="stage"
			language={standalone.view.language}
			title={title}
			description={sentence}
			style={style}
			script={slideScript}
		>
			<div className="slide">
				<header>
					<div>
						<h1 className={long}>{title}</h1>
						<p>
							{simulated && <span className="simulation">{t("standalone.simulation")}</span>} {!nothing && measure}
						</p>
					</div>
					<a className="code" href={href} aria-label={t("standalone.toPage")}>
						<Code {...props.code} />
					</a>
				</header>
				<main>
					{charts.map((spec) => (
						<StaticChart key={spec.size} spec={spec} />
					))}
					{figure && <p className="figure">{figure}</p>}
					{figure && <p className="sentence">{sentence}</p>}
					{nothing && <p className="nothing">{nothing}</p>}
				</main>
				<footer>
					<p>{note}</p>
					<div>
						<p>
							{t.rich("standalone.source", { site })} · {props.address}
						</p>
						<Controls {...props} />
					</div>
				</footer>
			</div>
		</StandaloneDocument>
	);
}

function Controls({ standalone, href, previous, next, number, count, presentation }: Props) {
	const t = translate(standalone.view.language);
	return (
		<nav aria-label={t("standalone.slides")}>
			<Step to={previous} rel="prev" label={t("standalone.previous")} sign="←" />
			<span>
				{number} / {count}
			</span>
			<Step to={next} rel="next" label={t("standalone.next")} sign="→" />
			<button type="button" title="f" hidden>
				{t("standalone.fullscreen")}
			</button>
			<a href={presentation} download="">
				PowerPoint
			</a>
			<a href={href} rel="up" title="Esc">
				{t("standalone.close")}
			</a>
		</nav>
	);
}

/** The QR code. Its standard requires four empty modules around it. */
function Code({ size, path }: { size: number; path: string }) {
	return (
		<svg viewBox={`-4 -4 ${size + 8} ${size + 8}`} shapeRendering="crispEdges" aria-hidden="true">
			<path d={`M-4-4H${size + 4}V${size + 4}H-4Z`} fill={codeColours.ground} />
			<path d={path} fill={codeColours.modules} />
		</svg>
	);
}
