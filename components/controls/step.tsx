interface Props {
	/** `null` where there is nothing further. */
	to: string | null;
	rel: "prev" | "next";
	label: string;
	sign: string;
}

/** An arrow to what comes before or after; at the ends it stays where it is, and leads nowhere. */
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
