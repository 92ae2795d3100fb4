import { hrefOf, keptOfHostPath, type View } from "#lib/address/links";
import { defaultProduct } from "#lib/product";
import { translate } from "#lib/text/index";

/** The default view: an answer about a host has no day, and the host may be of any product. */
export const hostView = ({ language }: Pick<View, "language">): View => ({
	language,
	product: defaultProduct,
	day: null,
});

/** An invented UUID in the form that OpenVZ prints. */
const example = "{3f2a9c4e-51d7-4b86-9e0a-7c1d5e8f2b60}";
const digits = "[0-9A-Fa-f]";
const shape = `\\s*\\{?${digits}{8}-${digits}{4}-${digits}{4}-${digits}{4}-${digits}{12}\\}?\\s*`;

interface FieldProps extends Pick<View, "language"> {
	id: string;
	label: string;
}

/** Browsers are told not to remember what is typed. */
export function UuidField({ language, id, label }: FieldProps) {
	const t = translate(language);
	return (
		<p className="field">
			<label htmlFor={id}>{label}</label>
			<input
				id={id}
				name="uuid"
				required
				pattern={shape}
				title={t("myHost.form.shape")}
				maxLength={60}
				autoComplete="off"
				autoCapitalize="none"
				spellCheck={false}
				aria-describedby={`${id}-hint`}
			/>
			<small id={`${id}-hint`}>{t("myHost.form.hint", { example })}</small>
		</p>
	);
}

/** Asks for the data of a host: as a page, or as a file. */
export function HostForm({ language }: Pick<View, "language">) {
	const t = translate(language);
	return (
		<form className="host-form" method="post" action={hrefOf(hostView({ language }), keptOfHostPath)}>
			<UuidField id="uuid" language={language} label={t("myHost.form.uuid")} />
			<p className="acts">
				<button type="submit">{t("myHost.form.show")}</button>
				<button type="submit" name="as" value="json">
					{t("myHost.form.file")}
				</button>
			</p>
		</form>
	);
}
