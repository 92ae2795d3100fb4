import { Static } from "#components/static";
import type { View } from "#lib/address/links";
import type { ApiOperation, ApiSchema } from "#lib/api/guide";
import type { Language } from "#lib/language";
import { translate } from "#lib/text/index";
import { Address, schemaHref } from "./index-lists";

/** One address: what it takes, what it answers, and how it is used. */
export function Operation({ view, operation }: { view: View; operation: ApiOperation }) {
	const t = translate(view.language);
	const { id, method, path, summary, parameters, answers, examples, now } = operation;
	return (
		<Static as="article" className="operation" id={id} aria-labelledby={`${id}-title`}>
			<h1 id={`${id}-title`}>
				<Address method={method} path={path} />
			</h1>
			<p>{summary}</p>
			{parameters.length > 0 && (
				<table className="terms">
					<caption>{t("programs.api.parameters")}</caption>
					<tbody>
						{parameters.map(({ name, values, about, note }) => (
							<tr key={name}>
								<th scope="row">
									<code>{name}</code>
								</th>
								<td>
									{about} <Values values={values} /> {note && <small>{note}</small>}
								</td>
							</tr>
						))}
					</tbody>
				</table>
			)}
			<table className="terms statuses">
				<caption>{t("programs.api.answers")}</caption>
				<tbody>
					{answers.map(({ status, type, about, schema }) => (
						<tr key={status}>
							<th scope="row">{status}</th>
							<td>
								{about} {type && <code>{type}</code>} {schema && <a href={schemaHref(view, schema)}>{schema}</a>}
							</td>
						</tr>
					))}
				</tbody>
			</table>
			<div className="snippets">
				{examples.map(({ title, code }, i) => (
					<details key={title} open={i === 0}>
						<summary>{title}</summary>
						<pre>
							<code>{code}</code>
						</pre>
					</details>
				))}
			</div>
			{now && (
				<figure className="now">
					<figcaption>{t("programs.api.now")}</figcaption>
					{"picture" in now ? (
						// biome-ignore lint/performance/noImgElement: a badge is as small as it can be, and shown as others will show it
						<img src={now.picture} alt={summary} loading="lazy" />
					) : (
						<pre>
							<code>{now.text}</code>
						</pre>
					)}
				</figure>
			)}
		</Static>
	);
}

function Values({ values }: { values: readonly string[] }) {
	if (values.length === 0) return null;
	return (
		<span className="choices">
			{values.map((value) => (
				<code key={value}>{value}</code>
			))}
		</span>
	);
}

/** The fields of an answer, folded. A link to them unfolds them: browsers reveal the target of a link. */
export function Schema({ schema: { name, about, fields }, language }: { schema: ApiSchema; language: Language }) {
	const t = translate(language);
	return (
		<Static as="details" className="answer">
			<summary>
				<h2>{name}</h2> {about}
			</summary>
			<table className="terms" id={`schema-${name}`}>
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
		</Static>
	);
}
