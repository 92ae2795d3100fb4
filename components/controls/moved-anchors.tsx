"use client";
import { useEffect } from "react";

/**
 * Parts of a page that became pages of their own: an old link with the anchor of such a part goes on to its page. Without
 * this script it ends at the part's entry in the index (`data-moved`), which is a link to the page.
 */
export function MovedAnchors() {
	useEffect(() => {
		const follow = () => {
			const entry = document.getElementById(location.hash.slice(1));
			const link = entry?.hasAttribute("data-moved") ? entry.querySelector("a") : null;
			if (link) location.replace(link.href);
		};
		follow();
		addEventListener("hashchange", follow);
		return () => removeEventListener("hashchange", follow);
	}, []);
	return null;
}
