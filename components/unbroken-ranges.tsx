/** A text in which no range of numbers is broken into two lines. */
export function UnbrokenRanges({ text }: { text: string }) {
	return text.split(/([«“]?\d+–\d+[»”]?)/).map((part, i) =>
		i % 2 ? (
			// biome-ignore lint/suspicious/noArrayIndexKey: parts of a text have nothing but their place
			<span key={i} className="whole">
				{part}
			</span>
		) : (
			part
		),
	);
}
