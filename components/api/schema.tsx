import type { ApiSchema } from "#lib/api-guide";
import type { Language } from "#lib/language";
import { translate } from "#lib/text/index";

/** The fields of an answer. */
export function Schema({ schema: { name, about, fields }, language }: { schema: ApiSchema; language: Language }) {
	const t = translate(language);
	return (
		<article className="operation" id={`schema-${name}`} aria-labelledby={`schema-${name}-title`}>
			<h3 id={`schema-${name}-title`}>{name}</h3>
			<p>{about}</p>
			<table className="terms">
				<caption>{t("programs.api.fields", { name })}</caption>
				<tbody>
					{fields.map((field) => (
						<tr key={field.name}>
							<th scope="row">
								<code>{field.name}</code>
							</th>
							<td>
								{field.about} <small>{field.shape}</small>
							</td>
						</tr>
					))}
				</tbody>
			</table>
		</article>
	);
}
