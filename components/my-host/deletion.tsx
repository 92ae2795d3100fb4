import { deletedHostPath, hrefOf } from "#lib/address/links";
import { formatNumber } from "#lib/format";
import type { Language } from "#lib/language";
import { translate } from "#lib/text/index";
import { HostDocument, type HostDocumentProps } from "./document";
import { hostView, UuidField } from "./form";
import { SwitchOff } from "./on-the-host";

/** The page does not contain the UUID: typing it again is half of the confirmation. */
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

/** What a deletion does not remove: shown before and after it. */
function Remains({ language, heading: Heading }: { language: Language; heading: "h2" | "h3" }) {
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

/** Says that everything is deleted, or that there was nothing (`null`). */
export function DeletedHost({ reports, ...props }: HostDocumentProps & { reports: number | null }) {
	const { language } = props;
	const t = translate(language);
	const title = t(reports === null ? "myHost.delete.nothing" : "myHost.delete.done");
	return (
		<HostDocument {...props} title={title} back={t("myHost.answer.another")}>
			<p className="lead">
				{reports === null
					? t("myHost.delete.nothingText")
					: t("myHost.delete.doneText", { count: reports, text: formatNumber(reports, language) })}
			</p>
			<section className="delete">
				<Remains language={language} heading="h2" />
			</section>
		</HostDocument>
	);
}
