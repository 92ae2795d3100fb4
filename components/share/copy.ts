"use client";
/** Buttons of the dialog: one that does something, and one that copies. */

export function buttonOf(name: string, text: string, press: () => void): HTMLButtonElement {
	const button = document.createElement("button");
	button.type = "button";
	button.className = name;
	button.textContent = text;
	button.addEventListener("click", press);
	return button;
}

/** A button beside a text that can be copied. It says that it did, to eyes and ears. */
export function addCopy(field: HTMLElement, content: HTMLElement): void {
	const status = content.querySelector<HTMLElement>("[role=status]");
	const label = field.dataset.copies ?? "";
	const button = buttonOf("copy", label, async () => {
		const source = field.querySelector<HTMLElement>("input, textarea, pre");
		const text =
			source instanceof HTMLInputElement || source instanceof HTMLTextAreaElement
				? source.value
				: (source?.textContent ?? "");
		const isCopied = await navigator.clipboard?.writeText(text).then(
			() => true,
			() => false,
		);
		if (!isCopied) select(source);
		const message = (isCopied ? status?.dataset.copied : status?.dataset.notCopied) ?? "";
		button.textContent = message;
		button.toggleAttribute("data-done", isCopied);
		if (status) status.textContent = message;
		setTimeout(() => {
			button.textContent = label;
			button.removeAttribute("data-done");
			if (status) status.textContent = "";
		}, 2500);
	});
	(field.parentElement?.querySelector(":scope > .named") ?? field).append(button);
}

/** Where nothing may be copied for somebody, the text is selected for them. */
function select(source: HTMLElement | null): void {
	if (source instanceof HTMLInputElement || source instanceof HTMLTextAreaElement) source.select();
	else if (source) getSelection()?.selectAllChildren(source);
}
