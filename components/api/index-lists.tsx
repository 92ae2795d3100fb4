import { Static } from "#components/static";
import { apiAnswersPart, apiPartPath, hrefOf, type View } from "#lib/address/links";
import type { ApiEntry, ApiSchema, ApiGroup as Group } from "#lib/api/guide";
import { translate } from "#lib/text/index";

/** The addresses of a group, each with a link to its page. */
export function ApiGroup({ view, group: { name, title, operations } }: { view: View; group: Group }) {
	return (
		<Static as="section" className="parts" aria-labelledby={`group-${name}`}>
			<h2 id={`group-${name}`}>{title}</h2>
			<ul>
				{operations.map(({ id, part, method, path, summary }) => (
					<li key={id} id={id} data-moved="">
						<a href={hrefOf(view, apiPartPath(part))}>
							<Address method={method} path={path} />
						</a>
						<p>{summary}</p>
					</li>
				))}
			</ul>
		</Static>
	);
}

export function Address({ method, path }: Pick<ApiEntry, "method" | "path">) {
	return (
		<code>
			<span className="verb">{method}</span> {path}
		</code>
	);
}

/** The answers that are objects, each with a link to its fields. */
export function SchemaList({ view, schemas }: { view: View; schemas: readonly ApiSchema[] }) {
	return (
		<Static as="section" className="parts" aria-labelledby="schemas">
			<h2 id="schemas">{translate(view.language)("programs.api.answers")}</h2>
			<ul>
				{schemas.map(({ name, about }) => (
					<li key={name} id={`schema-${name}`} data-moved="">
						<a href={schemaHref(view, name)}>{name}</a>
						<p>{about}</p>
					</li>
				))}
			</ul>
		</Static>
	);
}

/** The place of the fields of an answer. */
export function schemaHref(view: View, name: string): string {
	return hrefOf(view, `${apiPartPath(apiAnswersPart)}#schema-${name}`);
}
