import { StaticChart } from "#components/chart/static";
import { hrefOf, overviewPath } from "#lib/address/links";
import { defaultProduct } from "#lib/product";
import { embeddedDays } from "#lib/sharing/embedded-days";
import type { StandaloneContent } from "#lib/sharing/open-chart";
import { translate } from "#lib/text/index";
import { StandaloneDocument } from "./document";
import { embedScript } from "./scripts";

export interface StandaloneProps extends StandaloneContent {
	style: string;
	simulated: boolean;
}

/** The chart in a frame on another site, with its source. */
export function Embed(props: StandaloneProps) {
	const { standalone, title, measure, sentence, note, charts, figure, nothing, href, style, simulated } = props;
	const { language } = standalone.view;
	const t = translate(language);
	const days = embeddedDays(charts);
	const site = () => (
		<a
			key="site"
			href={hrefOf({ ...standalone.view, product: defaultProduct }, overviewPath)}
			target="_blank"
			rel="noopener"
		>
			{t("site.name")}
		</a>
	);
	return (
		<StandaloneDocument
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
				{simulated && <p className="simulation">{t("standalone.simulation")}</p>}
				{!nothing && <p className="measure">{measure}</p>}
			</header>
			<main>
				{charts.map((spec) => (
					<div key={spec.size} className={`picture ${spec.size}`}>
						<StaticChart spec={spec} />
					</div>
				))}
				{days && <div id="values" aria-live="polite" hidden />}
				{days && (
					<script
						type="application/json"
						id="days"
						// biome-ignore lint/security/noDangerouslySetInnerHtml: JSON without "<" cannot end the element
						dangerouslySetInnerHTML={{ __html: JSON.stringify(days).replaceAll("<", "\\u003c") }}
					/>
				)}
				{figure && <p className="figure">{figure}</p>}
				{figure && <p>{sentence}</p>}
				{nothing && <p>{nothing}</p>}
			</main>
			<footer>
				<p>{note}</p>
				<p>{t.rich("standalone.source", { site })}</p>
			</footer>
		</StandaloneDocument>
	);
}
