import type { Language } from "#lib/language";
import { translate } from "#lib/text/index";

const code = (text: string) => () => <code>{text}</code>;

/** Where a host keeps its UUID. */
export function WhereUuid({ language }: { language: Language }) {
	const t = translate(language);
	return (
		<>
			<h3>{t("product.openvz7")}</h3>
			<p>
				{t.rich("myHost.where.openvz7", {
					field: code("host_uuid"),
					file: code("manifest.json"),
					config: code("/etc/vz/disp_helper.json"),
					setting: code('"protocol": "FILE"'),
					archive: code("/var/cache/cep/report.tar.gz"),
				})}
			</p>
			<pre>
				<code>tar -xzOf /var/cache/cep/report.tar.gz --wildcards '*manifest.json'</code>
			</pre>
			<h3>{t("product.legacy")}</h3>
			<p>{t("myHost.where.legacy")}</p>
			<pre>
				<code>cat /etc/vz/.vzstats-uuid</code>
			</pre>
			<p>{t("myHost.where.shared")}</p>
		</>
	);
}

/** How a host stops to report. */
export function SwitchOff({ language }: { language: Language }) {
	const t = translate(language);
	return (
		<>
			<p>{t("myHost.off.lead")}</p>
			<dl className="commands">
				<div>
					<dt>{t("product.openvz7")}</dt>
					<dd>
						<code>prlsrvctl set --cep off</code>
					</dd>
				</div>
				<div>
					<dt>{t("product.legacy")}</dt>
					<dd>
						<code>touch /etc/vz/vzstats-disable</code>
					</dd>
				</div>
			</dl>
		</>
	);
}
