import { StaticChart } from "#components/chart/static";
import { hrefOf, overviewPath } from "#lib/address";
import { embedMessage, type LoneChart } from "#lib/lone-chart";
import type { ChartSpec } from "#lib/series/chart-spec";
import { translate } from "#lib/text/index";
import { LoneDocument } from "./document";
import { baseStyle, schemeStyle } from "./style";

export interface LoneProps {
	lone: LoneChart;
	title: string;
	measure: string;
	sentence: string;
	note: string;
	charts: readonly ChartSpec[];
	figure: string | null;
	nothing: string | null;
	/** The page that has all of it. */
	href: string;
	style: string;
	simulated: boolean;
}

/** The chart in a frame on another site: what it is, and from where. */
export function Embed(props: LoneProps) {
	const { lone, title, measure, sentence, note, charts, figure, nothing, href, style, simulated } = props;
	const { language } = lone.view;
	const t = translate(language);
	const site = () => (
		<a key="site" href={hrefOf({ ...lone.view, product: "openvz7" }, overviewPath)} target="_blank" rel="noopener">
			{t("site.name")}
		</a>
	);
	return (
		<LoneDocument
			name="embed"
			language={language}
			title={title}
			description={sentence}
			style={style}
			script={embedScript}
		>
			<header>
				<h1>
					<a href={href} target="_blank" rel="noopener">
						{title}
					</a>
				</h1>
				{simulated && <p className="simulation">{t("lone.simulation")}</p>}
				{!nothing && <p className="measure">{measure}</p>}
			</header>
			<main>
				{charts.map((spec) => (
					<div key={spec.size} className={`picture ${spec.size}`}>
						<StaticChart spec={spec} />
					</div>
				))}
				{figure && <p className="figure">{figure}</p>}
				{figure && <p>{sentence}</p>}
				{nothing && <p>{nothing}</p>}
			</main>
			<footer>
				<p>{note}</p>
				<p>{t.rich("lone.source", { site })}</p>
			</footer>
		</LoneDocument>
	);
}

/** From which width of the frame on each size is shown. */
const widthsFrom: Readonly<Record<string, number>> = { wide: 480, full: 860 };

/**
 * The picture takes the height that its width wants where it gets it. In a frame that is lower it shrinks, so that nothing
 * has to be scrolled for.
 */
export function embedStyle(theme: LoneChart["theme"], charts: readonly ChartSpec[]): string {
	const pictures = charts.map(({ size, width, height }, i) => {
		const next = charts[i + 1];
		const shown = [
			...(i > 0 ? [`(min-width:${widthsFrom[size]}px)`] : []),
			...(next ? [`(max-width:${(widthsFrom[next.size] ?? 0) - 0.02}px)`] : []),
		].join(" and ");
		return `.${size}{aspect-ratio:${width}/${height}}@media ${shown || "all"}{.picture.${size}{display:block}}`;
	});
	return schemeStyle(theme) + baseStyle + layout + pictures.join("\n");
}

const layout = `html,body{height:100%}
body{display:flex;flex-direction:column;max-width:1240px;margin:0 auto;padding:12px 12px 0;font-size:13px;line-height:1.45;overflow-wrap:break-word}
header{display:flex;flex-wrap:wrap;align-items:baseline;gap:2px 10px;padding-bottom:8px}
h1{font-size:18px;line-height:1.25;letter-spacing:-.01em}
h1 a{color:inherit;text-decoration-color:var(--axis)}
h1 a:hover{color:var(--accent)}
.measure{width:100%;color:var(--muted)}
main{flex:0 1 auto;min-height:0;display:flex;flex-direction:column}
.picture{display:none;flex:0 1 auto;min-height:120px;width:100%}
.picture svg{display:block;width:100%;height:100%;overflow:visible}
.figure{font-size:56px;line-height:1.2;font-weight:660;letter-spacing:-.02em}
footer{color:var(--muted);padding:8px 0 10px;display:flex;flex-wrap:wrap;gap:0 14px;font-size:12px}
`;

/** Says to the page around how high the document wants to be, whatever height it has. */
export const embedScript = `(function(){
var last;
function say(){
var picture=Array.prototype.find.call(document.querySelectorAll(".picture"),function(one){return one.offsetWidth}),main=document.querySelector("main"),box=picture&&picture.firstChild.viewBox.baseVal;
var height=Math.ceil(main.offsetTop+(picture?picture.offsetWidth*box.height/box.width:main.scrollHeight)+document.querySelector("footer").offsetHeight);
if(height!==last)parent.postMessage({type:"${embedMessage}",height:last=height},"*")
}
if(parent!==window){new ResizeObserver(say).observe(document.documentElement);say()}
})()`;
