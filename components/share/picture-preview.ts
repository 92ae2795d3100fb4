"use client";
/** Keeps the preview of a picture as its form says. */
export function wirePreview(form: HTMLFormElement, preview: HTMLImageElement): void {
	form.addEventListener("change", () => {
		const given = [...new FormData(form)].filter(
			([name, value]) => typeof value === "string" && value !== "" && name !== "scale",
		);
		preview.src = `${preview.dataset.loads}?${new URLSearchParams(given as [string, string][])}`;
	});
}
