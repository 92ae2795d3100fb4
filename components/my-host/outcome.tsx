import { formatNumber } from "#lib/format";
import { translate } from "#lib/text/index";
import { Remains } from "./deletion";
import { HostDocument, type HostDocumentProps } from "./document";

/** That everything is deleted, or that there was nothing (`null`). */
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

/** Why there is no answer, and what to do. */
export function HostProblem({ title, detail, ...props }: HostDocumentProps & { title: string; detail: string }) {
	return (
		<HostDocument {...props} title={title} back={translate(props.language)("myHost.wrong.back")}>
			<p className="lead">{detail}</p>
		</HostDocument>
	);
}
