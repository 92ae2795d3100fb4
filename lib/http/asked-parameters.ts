/** The parameters of a request. `/ru/...` is the same in Russian, as if `lang=ru` were said. */
import { languageOfPath } from "#lib/language";

export function askedParameters(request: Request): URLSearchParams {
	const { pathname, searchParams } = new URL(request.url);
	const said = searchParams.getAll("lang").some((value) => value !== "");
	if (!said && languageOfPath(pathname) !== "en") searchParams.set("lang", languageOfPath(pathname));
	return searchParams;
}
