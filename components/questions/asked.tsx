import type { ReactNode } from "react";
import { HiddenInputs } from "#components/controls/hidden-inputs";
import { hrefOf, pagePath, statisticPath, type View } from "#lib/address/links";
import type { QueryParts } from "#lib/address/query";
import type { Day } from "#lib/day";
import { defaultProduct, type Product, products } from "#lib/product";
import { titleOf } from "#lib/statistics/labels";
import { pageBySlug, pageTitle } from "#lib/statistics/pages";
import type { Statistic } from "#lib/statistics/statistic";
import { translate } from "#lib/text/index";

interface TitleProps {
	view: View;
	statistic: Statistic;
	title: string;
}

/** The way back, and the question. */
export function QuestionTitle({ view, statistic, title }: TitleProps) {
	const page = pageBySlug(statistic.page);
	return (
		<header className="title question">
			<p className="crumb">
				{page && <a href={hrefOf(view, pagePath(page))}>{pageTitle(page, view.language)}</a>}
				{" › "}
				<a href={hrefOf(view, statisticPath(statistic))}>{titleOf(statistic, view.language)}</a>
			</p>
			<h1>{title}</h1>
		</header>
	);
}

interface FormProps {
	view: View;
	path: string;
	/** Parameters that stay. */
	keep?: QueryParts;
	children: ReactNode;
}

/** A question in other words: a plain form, which needs no JavaScript. */
export function QuestionForm({ view, path, keep = [], children }: FormProps) {
	return (
		<form className="question-form" action={hrefOf({ ...view, product: defaultProduct, day: null }, path)}>
			<HiddenInputs view={view} parameters={keep} />
			{children}
			<button type="submit">{translate(view.language)("questions.show")}</button>
		</form>
	);
}

interface DayProps {
	label: string;
	name: string;
	day: Day;
	published: { firstDay: Day; lastDay: Day };
}

export function DayField({ label, name, day, published: { firstDay, lastDay } }: DayProps) {
	return (
		<label>
			<span>{label}</span>
			<input type="date" name={name} defaultValue={day} min={firstDay} max={lastDay} required />
		</label>
	);
}

interface ChoiceProps {
	label: string;
	name: string;
	value: string;
	choices: readonly { value: string; text: string }[];
}

export function ChoiceField({ label, name, value, choices }: ChoiceProps) {
	return (
		<label>
			<span>{label}</span>
			<select name={name} defaultValue={value}>
				{choices.map((one) => (
					<option key={one.value} value={one.value}>
						{one.text}
					</option>
				))}
			</select>
		</label>
	);
}

export function productChoices(view: View, sent: (product: Product) => boolean) {
	const t = translate(view.language);
	return products.filter(sent).map((product) => ({ value: product, text: t(`product.${product}`) }));
}

const fileFormats = ["csv", "xlsx", "json", "pptx"] as const;

/** The answer as files. */
export function AsFiles({ label, href }: { label: string; href(extension: string): string }) {
	return (
		<p className="data">
			<span>
				{label}{" "}
				{fileFormats.map((extension) => (
					<a key={extension} href={href(extension)} rel="nofollow" download={extension === "csv" ? "" : undefined}>
						{extension.toUpperCase()}
					</a>
				))}
			</span>
		</p>
	);
}

/** The address of the answer for programs. */
export function AsJson({ view, href }: { view: View; href: string }) {
	return (
		<p className="data">
			<span>
				<a href={href}>{translate(view.language)("questions.asJson")}</a>
			</span>
		</p>
	);
}
