/** The logo: containers side by side, one of them growing. */
export function Logo() {
	return (
		<svg className="mark" viewBox="0 0 24 24" width="24" height="24" aria-hidden="true">
			<rect x="1" y="13" width="6" height="10" rx="1.5" fill="var(--c2)" />
			<rect x="9" y="8" width="6" height="15" rx="1.5" fill="var(--c0)" />
			<rect x="17" y="1" width="6" height="22" rx="1.5" fill="var(--c1)" />
		</svg>
	);
}
