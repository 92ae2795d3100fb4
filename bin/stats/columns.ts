/** Rows as aligned columns, two spaces apart. Numbers are aligned to the right. */
export function inColumns(rows: readonly (readonly string[])[]): string {
	const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => [...(row[column] ?? "")].length)));
	return rows
		.map((row) =>
			row
				.map((cell, column) => {
					const gap = " ".repeat((widths[column] ?? 0) - [...cell].length);
					return /^[\d.,]+ ?%?$/.test(cell) ? gap + cell : cell + gap;
				})
				.join("  ")
				.trimEnd(),
		)
		.join("\n");
}
