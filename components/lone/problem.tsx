import { hrefOf, overviewPath } from "#lib/address";
import type { Language } from "#lib/language";
import { translate } from "#lib/text/index";
import { LoneDocument } from "./document";

/** What stands where there is no chart. */
export function LoneProblem({ language, text, style }: { language: Language; text: string; style: string }) {
	const home = hrefOf({ language, product: "openvz7", day: null }, overviewPath);
	return (
		<LoneDocument name="embed" language={language} title={text.replace(/\.$/, "")} style={style}>
			<main>
				<p>{text}</p>
				<p>
					<a href={home} target="_blank" rel="noopener">
						{translate(language)("lone.toSite")}
					</a>
				</p>
			</main>
		</LoneDocument>
	);
}
