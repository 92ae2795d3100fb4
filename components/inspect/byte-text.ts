/** How large something is, for people. */
import { formatNumber } from "#lib/format";
import type { Language } from "#lib/language";
import { translate } from "#lib/text/index";

const kib = 1024;
const mib = kib ** 2;

export function byteText(bytes: number, language: Language): string {
	const t = translate(language);
	const rounded = (number: number) => formatNumber(Math.round(number * 10) / 10, language);
	if (bytes < kib) return t("inspect.bytes.bytes", { count: bytes });
	if (bytes < mib) return t("inspect.bytes.kib", { number: rounded(bytes / kib) });
	return t("inspect.bytes.mib", { number: rounded(bytes / mib) });
}
