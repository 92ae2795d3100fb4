import { Fragment } from "react";
import type { Language } from "#lib/language";
import { products, productTable } from "#lib/product";
import { translate } from "#lib/text/index";

const code = (text: string) => () => <code>{text}</code>;

/** Where a host keeps its UUID. */
export function WhereUuid({ language }: { language: Language }) {
	const t = translate(language);
	return (
		<>
			{products.map((product) => (
				<Fragment key={product}>
					<h3>{t(`product.${product}`)}</h3>
					<p>
						{t.rich(`myHost.where.${product}`, {
							field: code("host_uuid"),
							file: code("manifest.json"),
							config: code("/etc/vz/disp_helper.json"),
							setting: code('"protocol": "FILE"'),
							archive: code("/var/cache/cep/report.tar.gz"),
						})}
					</p>
					<pre>
						<code>{productTable[product].commands.showUuid}</code>
					</pre>
				</Fragment>
			))}
			<p>{t("myHost.where.shared")}</p>
		</>
	);
}

/** How to stop a host's reports. */
export function SwitchOff({ language }: { language: Language }) {
	const t = translate(language);
	return (
		<>
			<p>{t("myHost.off.lead")}</p>
			<dl className="commands">
				{products.map((product) => (
					<div key={product}>
						<dt>{t(`product.${product}`)}</dt>
						<dd>
							<code>{productTable[product].commands.switchOff}</code>
						</dd>
					</div>
				))}
			</dl>
			<p>{t.rich("myHost.off.dispatcher", { command: code("prlsrvctl set --cep off") })}</p>
		</>
	);
}
