interface Props {
	/** `null` at the end. */
	to: string | null;
	rel: "prev" | "next";
	label: string;
	sign: string;
}

/** An arrow to the previous or next item. At the ends it is no link. */
export function Step({ to, rel, label, sign }: Props) {
	if (to === null) {
		return (
			<span className="step" aria-hidden="true">
				{sign}
			</span>
		);
	}
	return (
		<a className="step" href={to} rel={rel} aria-label={label} title={label}>
			{sign}
		</a>
	);
}
