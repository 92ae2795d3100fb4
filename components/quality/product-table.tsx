import { Static } from "#components/static";
import type { Language } from "#lib/language";
import type { Product } from "#lib/product";
import { translate } from "#lib/text/index";

export interface Line<One> {
	what: string;
	of(one: One): React.ReactNode;
}

interface Props<One> {
	caption: string;
	lines: readonly Line<One>[];
	/** A column each. */
	products: readonly One[];
	language: Language;
}

/** One thing on each line, compared between products. */
export function ProductTable<One extends { product: Product }>({ caption, lines, products, language }: Props<One>) {
	const t = translate(language);
	return (
		<Static as="table" className="quality reports">
			<caption>{caption}</caption>
			<thead>
				<tr>
					<th scope="col">{t("quality.reports.what")}</th>
					{products.map(({ product }) => (
						<th key={product} scope="col">
							{t(`product.${product}`)}
						</th>
					))}
				</tr>
			</thead>
			<tbody>
				{lines.map(({ what, of }) => (
					<tr key={what}>
						<th scope="row">{what}</th>
						{products.map((one) => (
							<td key={one.product} data-product={one.product}>
								{of(one)}
							</td>
						))}
					</tr>
				))}
			</tbody>
		</Static>
	);
}
