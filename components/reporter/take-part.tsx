import type { ReactNode } from "react";
import type { Language } from "#lib/language";
import { translate } from "#lib/text/index";

interface TakePartProps {
	language: Language;
	/** Of this site, such as `https://stats.example.org`. */
	site: string;
	archive: string;
	pages: Readonly<Record<"privacy" | "inspect" | "myHost" | "reporter", string>>;
	showUuid: string;
	switchOff: string;
}

const code = (text: string) => () => <code>{text}</code>;
const config = code("/etc/vz/disp_helper.json");

/** How a host takes part, and how it leaves. */
export function TakePart({ language, site, archive, pages, showUuid, switchOff }: TakePartProps) {
	const t = translate(language);
	const link = (page: keyof typeof pages) => (words: ReactNode) => <a href={pages[page]}>{words}</a>;
	return (
		<>
			<section className="prose" aria-labelledby="commands">
				<h2 id="commands">{t("join.commands.title")}</h2>
				<p>{t("join.commands.install")}</p>
				<Commands
					lines={[
						`curl -fO ${site}${archive}`,
						"rpmbuild -tb disp-helper.tar.gz",
						"yum install ~/rpmbuild/RPMS/noarch/openvz-cep-reporter-1.0-1.noarch.rpm",
					]}
				/>
				<p>{t("join.commands.show")}</p>
				<Commands lines={["disp-helper show"]} />
				<p>{t("join.commands.enable")}</p>
				<Commands lines={["disp-helper enable"]} />
				<p>{t.rich("join.commands.before", { command: code("python disp-helper show") })}</p>
				<p>{t.rich("join.commands.server", { setting: code('"server"'), file: config, address: code(`"${site}"`) })}</p>
				<p>
					{t.rich("join.commands.existing", {
						command: code("prlsrvctl set --cep on"),
						timer: code("systemctl enable --now disp-helper.timer"),
					})}
				</p>
			</section>
			<section className="prose" aria-labelledby="does">
				<h2 id="does">{t("join.does.title")}</h2>
				<p>{t("join.does.package")}</p>
				<p>{t("join.does.consent")}</p>
				<p>{t("join.does.harmless")}</p>
			</section>
			<section className="prose" aria-labelledby="sent">
				<h2 id="sent">{t("join.sent.title")}</h2>
				<p>
					{t.rich("join.sent.text", {
						privacy: link("privacy"),
						inspect: link("inspect"),
						setting: code('"protocol": "FILE"'),
						file: code("/var/cache/cep/report.tar.gz"),
					})}
				</p>
				<p>{t.rich("join.sent.parts", { setting: code('"sections"'), file: config })}</p>
			</section>
			<section className="prose" aria-labelledby="leave">
				<h2 id="leave">{t("join.leave.title")}</h2>
				<p>{t("join.leave.lead")}</p>
				<Commands lines={[switchOff]} />
				<p>{t.rich("join.leave.sent", { myHost: link("myHost") })}</p>
				<Commands lines={[showUuid]} />
			</section>
			<section className="prose" aria-labelledby="more">
				<h2 id="more">{t("join.more.title")}</h2>
				<p>{t.rich("join.more.status", { command: code("disp-helper status") })}</p>
				<p>{t.rich("join.more.away", { file: code("/etc/yum.conf") })}</p>
				<p>{t.rich("join.more.files", { reporter: link("reporter") })}</p>
			</section>
		</>
	);
}

export function Commands({ lines }: { lines: readonly string[] }) {
	return (
		<pre>
			<code>{lines.join("\n")}</code>
		</pre>
	);
}
