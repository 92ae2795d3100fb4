"use client";
/**
 * Shows the rows of a table that have what is searched for. They are all there, so nobody is asked; the address and the
 * links of the page say what is searched for, as if the server had answered.
 */
export function findRows(form: HTMLFormElement): void {
	const field = form.querySelector<HTMLInputElement>("input[type=search]");
	const text = (field?.value ?? "").trim().replace(/\s+/g, " ");
	const wanted = text.toLowerCase();
	const rows = [...(form.closest("section")?.querySelectorAll<HTMLElement>("tbody tr[data-bucket]") ?? [])];
	for (const row of rows) row.hidden = !(row.dataset.label ?? "").toLowerCase().includes(wanted);
	const found = rows.filter((row) => !row.hidden).length;
	const told = form.querySelector("output");
	const pattern = told?.dataset.found;
	if (told && pattern) told.textContent = wanted ? pattern.replace("{found}", `${found}`) : "";
	form
		.closest("section")
		?.querySelector(".nothing")
		?.toggleAttribute("hidden", found > 0);

	const withSearch = (address: string) => {
		const url = new URL(address);
		url.searchParams.delete("q");
		if (text) url.searchParams.set("q", text);
		return url.href;
	};
	for (const link of document.querySelectorAll<HTMLAnchorElement>(links)) link.href = withSearch(link.href);
	for (const other of document.querySelectorAll<HTMLFormElement>(forms)) {
		const kept = other.querySelector<HTMLInputElement>("input[name=q]") ?? document.createElement("input");
		Object.assign(kept, { type: "hidden", name: "q", value: text, disabled: !text });
		if (!kept.form) other.prepend(kept);
	}
	history.replaceState(null, "", withSearch(location.href));
}

/** What keeps the search where it leads on: all but the link that gives it up. */
const links = "a[data-soft]:not([data-soft='all rows']), .products a, .dates a, .historic a, a.language";
const forms = "form.dates, form[data-soft]:not([data-rows])";
