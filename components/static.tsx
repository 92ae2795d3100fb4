import { createElement, Fragment, type HTMLAttributes, isValidElement, type ReactNode } from "react";
import { escaped } from "#lib/drawing/svg";

type Props = HTMLAttributes<HTMLElement> & {
	as: "article" | "details" | "div" | "footer" | "nav" | "p" | "section" | "table";
	[data: `data-${string}`]: string | undefined;
};

/**
 * An element whose content no script ever changes, written as text. React would create, send to the browser, parse there and
 * compare an object for every element in it. The content may have components that are plain functions of their props.
 */
export function Static({ as, children, ...attributes }: Props) {
	return createElement(as, { ...attributes, dangerouslySetInnerHTML: { __html: markupOf(children) } });
}

/** The same as React's `renderToStaticMarkup`, which Next keeps out of server components. */
export function markupOf(node: ReactNode): string {
	if (node === null || node === undefined || typeof node === "boolean") return "";
	if (typeof node === "string") return escaped(node);
	if (typeof node === "number") return `${node}`;
	if (Array.isArray(node)) return node.map(markupOf).join("");
	if (isValidElement<Attributes>(node)) {
		const { type, props } = node;
		if (type === Fragment) return markupOf(props.children);
		if (typeof type === "string") return elementOf(type, props);
		if (typeof type === "function" && !("$$typeof" in type)) return markupOf((type as Component)(props));
	}
	throw new TypeError("only elements and components that are plain functions can be written as text");
}

type Component = (props: object) => ReactNode;
interface Attributes {
	children?: ReactNode;
	dangerouslySetInnerHTML?: { __html: string };
	[name: string]: unknown;
}

const withoutEnd = new Set(["br", "hr", "img", "input", "link", "meta", "wbr"]);

function elementOf(tag: string, { children, dangerouslySetInnerHTML: raw, ...attributes }: Attributes): string {
	let text = `<${tag}`;
	for (const name in attributes) text += attributeOf(name, attributes[name]);
	if (withoutEnd.has(tag)) return `${text}/>`;
	return `${text}>${raw ? raw.__html : markupOf(children)}</${tag}>`;
}

/** Names that React writes in another way. Attributes of SVG in camel case that are so in SVG, too, are not among them. */
const attributeNames: Readonly<Record<string, string>> = {
	className: "class",
	htmlFor: "for",
	strokeWidth: "stroke-width",
	strokeLinecap: "stroke-linecap",
	strokeLinejoin: "stroke-linejoin",
	vectorEffect: "vector-effect",
};

function attributeOf(name: string, value: unknown): string {
	if (value === null || value === undefined) return "";
	if (name === "style") return ` style="${escaped(styleOf(value as Record<string, string>))}"`;
	if (typeof value === "boolean" && !/^(?:aria|data)-/.test(name)) return value ? ` ${name}=""` : "";
	return ` ${attributeNames[name] ?? name}="${escaped(String(value))}"`;
}

/** Values with their units. */
function styleOf(style: Readonly<Record<string, string | undefined>>): string {
	return Object.entries(style)
		.filter(([, value]) => value !== undefined)
		.map(([name, value]) => `${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}:${value}`)
		.join(";");
}
