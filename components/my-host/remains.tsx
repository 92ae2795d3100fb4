import type { Language } from "../../lib/language";
import { translate } from "../../lib/text";
import { SwitchOff } from "./on-the-host";

/** What a deletion does not reach, said before and after it. */
export function Remains({ language }: { language: Language }) {
	const t = translate(language);
	return (
		<>
			<h3>{t("myHost.delete.remains")}</h3>
			<ul className="plain">
				<li>{t("myHost.delete.rows")}</li>
				<li>{t("myHost.delete.copies")}</li>
				<li>{t("myHost.delete.goesOn")}</li>
			</ul>
			<h3>{t("myHost.off.title")}</h3>
			<SwitchOff language={language} />
		</>
	);
}
