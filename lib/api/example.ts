/** Examples with the numbers of the moment: what an address answers, shortened so that its shape is seen. */

import type { View } from "#lib/address/links";
import type { ApiOperation } from "#lib/api-guide";
import { pathIn } from "#lib/language";
import { defaultProduct } from "#lib/product";
import { parametersOf, type Route } from "./route";
import { kindOf } from "./snippets";

/** The address of a route's example as seen from a view. */
export function exampleUrl({ path, example }: Route, view: View, origin: string): string | null {
	if (!example) return null;
	const takes = (name: string) => parametersOf({ path, example }).some((one) => one.name === name);
	const url = new URL(origin + (takes("lang") ? pathIn(view.language, example) : example));
	if (view.product !== defaultProduct && takes("product")) url.searchParams.set("product", view.product);
	if (view.day && takes("date")) url.searchParams.set("date", view.day);
	return url.href;
}

/** Of files nothing can be shown here, so none is made; a picture is fetched by whoever looks. */
export async function answerNow({ respond, answers }: Route, url: string): Promise<ApiOperation["now"]> {
	const { host, protocol, pathname, search } = new URL(url);
	const described = answers[0]?.type ?? "";
	if (/^image\//.test(described)) return { picture: pathname + search };
	if (!respond || kindOf(described) === "file") return null;
	const headers = { "x-forwarded-host": host, "x-forwarded-proto": protocol.slice(0, -1) };
	const response = await respond(new Request(url, { headers }));
	const text = (await response.text()).replace(/^\uFEFF/, "");
	const isJson = /^application\/(problem\+)?json/.test(response.headers.get("content-type") ?? "");
	return {
		text: isJson ? firstLines(JSON.stringify(shortened(JSON.parse(text)), null, 2), 44) : firstLines(text, 14),
	};
}

const itemsMax = 2;

function shortened(value: unknown): unknown {
	if (Array.isArray(value)) {
		const items = value.slice(0, itemsMax).map(shortened);
		return value.length > itemsMax ? [...items, `… + ${value.length - itemsMax}`] : items;
	}
	if (typeof value !== "object" || value === null) return value;
	return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, shortened(one)]));
}

function firstLines(text: string, linesMax: number): string {
	const lines = text.trimEnd().split(/\r?\n/);
	return [...lines.slice(0, linesMax), ...(lines.length > linesMax ? ["…"] : [])].join("\n");
}
