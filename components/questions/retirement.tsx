import { formatNumber, formatShareOf } from "#lib/format";
import type { Language } from "#lib/language";
import { type Product, products } from "#lib/product";
import type { Retirement } from "#lib/schemas/questions";
import { translate } from "#lib/text/index";

interface Props {
	retirement: Retirement;
	language: Language;
}

/** The hosts affected, by product, with the interval of their share. */
export function AffectedTable({ retirement, language }: Props) {
	const t = translate(language);
	const shares = products.flatMap((product): { product: Product; share: HostShare }[] => {
		const share = retirement.products[product];
		return share ? [{ product, share }] : [];
	});
	const longest = Math.max(1, ...shares.map(({ share }) => share.interval?.[1] ?? 0));
	const at = (percent: number) => `${Math.round((percent / longest) * 1000) / 10}%`;
	return (
		<table className="affected">
			<caption>{t("questions.retire.affected")}</caption>
			<thead>
				<tr>
					<th scope="col">{t("questions.retire.product")}</th>
					<td className="dumbbell-cell" />
					<th scope="col">{t("questions.retire.share")}</th>
					<th scope="col">{t("table.hosts")}</th>
				</tr>
			</thead>
			<tbody>
				{shares.map(({ product, share: { hosts, base, percent, interval } }) => (
					<tr key={product}>
						<th scope="row">{t(`product.${product}`)}</th>
						<td className="dumbbell-cell">
							{percent !== null && interval && base > 0 && (
								<span className="dumbbell" aria-hidden="true">
									<i className="noise-range" style={{ left: at(interval[0]), width: at(interval[1] - interval[0]) }} />
									<i className="to" style={{ left: at(percent) }} />
								</span>
							)}
						</td>
						<td className="points">
							{percent !== null && interval && base > 0 && (
								<>
									<strong>{formatShareOf(percent, base, language, "fixed")}</strong>
									<small>{interval.map((value) => formatShareOf(value, base, language, "fixed")).join(" … ")}</small>
								</>
							)}
						</td>
						<td>
							{hosts === null ? <small>{t("questions.few")}</small> : formatNumber(hosts, language)}
							<small> / {formatNumber(base, language)}</small>
						</td>
					</tr>
				))}
			</tbody>
		</table>
	);
}

type HostShare = NonNullable<Retirement["products"][Product]>;

/** What became of the hosts of a year before. */
export function YearTable({ retirement: { year }, title, language }: Props & { title: string }) {
	const t = translate(language);
	const rows = ["stayed", "switched", "silent"] as const;
	const most = Math.max(1, ...rows.map((name) => year[name] ?? 0));
	return (
		<table className="flows">
			<caption>{title}</caption>
			<tbody>
				{rows.map((name) => (
					<tr key={name}>
						<th scope="row">{t(`questions.retire.${name}`)}</th>
						<td className="steps">
							<span aria-hidden="true">
								{year[name] ? (
									<i style={{ left: 0, width: `${Math.round((year[name] / most) * 1000) / 10}%` }} />
								) : null}
							</span>
						</td>
						<td>{year[name] === null ? <small>{t("questions.hidden")}</small> : formatNumber(year[name], language)}</td>
					</tr>
				))}
			</tbody>
		</table>
	);
}
