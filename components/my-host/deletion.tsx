import { deletedHostPath, hrefOf } from "#lib/address/links";
import type { Language } from "#lib/language";
import { translate } from "#lib/text/index";
import { hostView, UuidField } from "./form";
import { SwitchOff } from "./on-the-host";

/** The answer does not know the UUID: to write it once more is half of the confirmation. */
export function DeleteForm({ language }: { language: Language }) {
	const t = translate(language);
	return (
		<section className="delete" aria-labelledby="delete">
			<h2 id="delete">{t("myHost.delete.title")}</h2>
			<p>{t("myHost.delete.lead")}</p>
			<form className="host-form" method="post" action={hrefOf(hostView({ language }), deletedHostPath)}>
				<UuidField id="again" language={language} label={t("myHost.delete.again")} />
				<p>
					<label className="confirm">
						<input type="checkbox" name="confirm" value="yes" required />
						<span>{t("myHost.delete.confirm")}</span>
					</label>
				</p>
				<p className="acts">
					<button type="submit">{t("myHost.delete.button")}</button>
				</p>
			</form>
			<Remains language={language} heading="h3" />
		</section>
	);
}

/** What a deletion does not reach, said before and after it. */
export function Remains({ language, heading: Heading }: { language: Language; heading: "h2" | "h3" }) {
	const t = translate(language);
	return (
		<>
			<Heading>{t("myHost.delete.remains")}</Heading>
			<ul className="plain">
				<li>{t("myHost.delete.rows")}</li>
				<li>{t("myHost.delete.copies")}</li>
				<li>{t("myHost.delete.goesOn")}</li>
			</ul>
			<Heading>{t("myHost.off.title")}</Heading>
			<SwitchOff language={language} />
		</>
	);
}
