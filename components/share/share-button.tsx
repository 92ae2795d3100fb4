"use client";
import type { MouseEvent, ReactNode } from "react";

/** Opens the Share dialog, or without scripts the Share page. */
export function ShareButton({ href, label, children }: { href: string; label: string; children: ReactNode }) {
	const open = (event: MouseEvent<HTMLAnchorElement>) => {
		if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
		event.preventDefault();
		const opener = event.currentTarget;
		import("./share-dialog").then(({ openShareDialog }) => openShareDialog(opener)).catch(() => location.assign(href));
	};
	return (
		<a className="share-button" href={href} aria-label={label} aria-haspopup="dialog" rel="nofollow" onClick={open}>
			<svg viewBox="0 0 16 16" width="14" height="14" aria-hidden="true">
				<path
					d="M8 10V1.5M4.8 4.4 8 1.2l3.2 3.2M5 7H3v7.5h10V7h-2"
					fill="none"
					stroke="currentColor"
					strokeWidth="1.5"
					strokeLinecap="round"
					strokeLinejoin="round"
				/>
			</svg>
			{children}
		</a>
	);
}
