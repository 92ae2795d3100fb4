import type { ReactNode } from "react";
import { Logo } from "#components/frame/logo";
import { SimulationNotice } from "#components/frame/notices";
import { StandaloneDocument } from "#components/standalone/document";
import { standaloneStyle } from "#components/standalone/styles";
import { hrefOf, myHostPath, overviewPath } from "#lib/address/links";
import type { Language } from "#lib/language";
import { translate } from "#lib/text/index";
import { hostView } from "./form";
import sheet from "./my-host.css?raw";

export const hostStyle = standaloneStyle("auto", [sheet]);

export interface HostDocumentProps {
	language: Language;
	simulated: boolean;
}

interface Props extends HostDocumentProps {
	title: string;
	/** The text of the link back to the form. */
	back: string;
	children: ReactNode;
}

/** A document about one host, for one reader: it looks like a page of the site, but nobody may cache or index it. */
export function HostDocument({ language, simulated, title, back, children }: Props) {
	const t = translate(language);
	const view = hostView({ language });
	return (
		<StandaloneDocument name="my-host" language={language} title={title} style={hostStyle}>
			{simulated && <SimulationNotice language={language} />}
			<header className="masthead">
				<a className="brand" href={hrefOf(view, overviewPath)}>
					<Logo />
					<span>{t("site.name")}</span>
				</a>
			</header>
			<main>
				<p className="back">
					<a href={hrefOf(view, myHostPath)}>← {back}</a>
				</p>
				<h1>{title}</h1>
				{children}
			</main>
		</StandaloneDocument>
	);
}

/** Says why there is no answer, and what to do. */
export function HostProblem({ title, detail, ...props }: HostDocumentProps & { title: string; detail: string }) {
	return (
		<HostDocument {...props} title={title} back={translate(props.language)("myHost.wrong.back")}>
			<p className="lead">{detail}</p>
		</HostDocument>
	);
}
