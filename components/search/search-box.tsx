import { HiddenInputs } from "#components/controls/hidden-inputs";
import { pageState } from "#lib/address/addresses";
import { hrefOf, searchPath, type View } from "#lib/address/links";
import { searchMax } from "#lib/address/values";
import { defaultProduct } from "#lib/product";
import { translate } from "#lib/text/index";

interface Props {
	view: View;
	/** What was searched for. Absent: this is the box in the header, which a phone shows as a button that opens the page. */
	text?: string;
}

/** A plain form: it needs no JavaScript. `/` moves the focus into it (slash-key.tsx). */
export function SearchBox({ view, text }: Props) {
	const t = translate(view.language);
	const isHeader = text === undefined;
	return (
		// biome-ignore lint/a11y/useSemanticElements: browsers give <search> no role in older versions
		<form
			role="search"
			className={isHeader ? "search-box" : "search-box large"}
			action={hrefOf({ ...view, product: defaultProduct, day: null }, searchPath)}
		>
			<HiddenInputs view={view} parameters={[]} />
			<input
				type="search"
				name={pageState.q.name}
				aria-label={t("search.label")}
				aria-keyshortcuts="/"
				title={t("search.key")}
				placeholder={t("search.title")}
				maxLength={searchMax}
				defaultValue={text}
				autoComplete="off"
				spellCheck={false}
				data-search=""
			/>
			<button type="submit" aria-label={isHeader ? t("search.find") : undefined}>
				{isHeader ? <Glass /> : t("search.find")}
			</button>
		</form>
	);
}

function Glass() {
	return (
		<svg viewBox="0 0 20 20" width="18" height="18" aria-hidden="true" fill="none" stroke="currentColor">
			<circle cx="8.5" cy="8.5" r="5.5" strokeWidth="1.75" />
			<path d="m12.8 12.8 4.7 4.7" strokeWidth="1.75" />
		</svg>
	);
}
