/** One line of visible text: what could break a line or turn the direction of writing is left out. */
export function oneLine(text: string): string {
	return text
		.replace(/[\p{Zl}\p{Zp}\s]+/gu, (space) => (space === "\u00a0" || space === "\u202f" ? space : " "))
		.replace(/[\p{Cc}\p{Cf}\p{Cs}]/gu, "");
}
