import { StandaloneDocument } from "#components/standalone/document";
import { standaloneStyle } from "#components/standalone/styles";
import { formatDay } from "#lib/format";
import type { Language } from "#lib/language";
import type { ShareOffer } from "#lib/sharing/share-offer";
import { translate } from "#lib/text/index";
import { Picture } from "./picture-form";
import content from "./share.css?raw";
import page from "./share-page.css?raw";

export const shareStyle = standaloneStyle("auto", [content, page]);

/** The Share dialog as a page: for readers without JavaScript, and as the source of the dialog's content. */
export function SharePage({ offer }: { offer: ShareOffer }) {
	const { language } = offer.standalone.view;
	const t = translate(language);
	return (
		<StandaloneDocument
			name="share-page"
			language={language}
			title={t("share.title", { title: offer.title })}
			style={shareStyle}
		>
			<main>
				<p className="back">
					<a href={offer.page}>← {t("share.back")}</a>
				</p>
				<ShareContent offer={offer} />
			</main>
		</StandaloneDocument>
	);
}

const parts = ["link", "embed", "picture", "data", "text", "cite"] as const;

/** The content of the dialog. It works as plain links and forms; the dialog's script adds buttons to what is marked for copying. */
function ShareContent({ offer }: { offer: ShareOffer }) {
	const { language, day } = offer.standalone.view;
	const t = translate(language);
	const date = formatDay(offer.day, language);
	const current = (isOn: boolean) => (isOn ? "true" : undefined);
	return (
		<div className="sharing" data-close={t("share.close")}>
			<h1 id="share-title">{t("share.title", { title: offer.title })}</h1>
			<p className="sentence">{offer.sentence}</p>
			<div className="switches">
				<nav className="switch" aria-label={t("share.form")}>
					{offer.forms.map(({ form, href }) => (
						<a key={form} data-switch="" href={href} aria-current={current(form === offer.standalone.form)}>
							{t(`share.${form}`)}
						</a>
					))}
				</nav>
				{offer.dated && (
					<nav className="switch" aria-label={t("share.dated")}>
						<a data-switch="" href={offer.dated.newest} aria-current={current(day === null)}>
							{t("share.newest")}
						</a>
						<a data-switch="" href={offer.dated.pinned} aria-current={current(day !== null)}>
							{t("share.pinned", { date })}
						</a>
					</nav>
				)}
			</div>
			<nav className="parts">
				{parts.map((part) => (
					<a key={part} href={`#share-${part}`} id={`share-to-${part}`}>
						{t(`share.parts.${part}`)}
					</a>
				))}
			</nav>
			<section id="share-link">
				<h2>{t("share.link.title")}</h2>
				<p>{t("share.link.text")}</p>
				<div className="field" data-copies={t("share.copy")}>
					<input readOnly aria-label={t("share.link.title")} value={offer.link} />
				</div>
				<p>
					<a href={offer.slide}>{t("share.link.slide")}</a>
				</p>
			</section>
			<section id="share-embed">
				<h2>{t("share.embed.title")}</h2>
				<p>
					{!offer.dated
						? t("share.embed.compared")
						: day === null
							? t("share.embed.newest")
							: t("share.embed.pinned", { date })}
				</p>
				<div className="field tall" data-copies={t("share.copy")}>
					<textarea readOnly rows={6} aria-label={t("share.embed.code")} defaultValue={offer.embed.code} />
				</div>
				<p>
					<a href={offer.embed.href} target="_blank" rel="noopener">
						{t("share.embed.preview")}
					</a>
				</p>
			</section>
			<Picture offer={offer} />
			<section id="share-data">
				<h2>{t("share.data.title")}</h2>
				<ul className="files">
					{offer.files.map(({ extension, name, href }) => (
						<li key={extension}>
							<a href={href} download={extension === "csv" ? "" : undefined}>
								<strong>{extension.toUpperCase()}</strong>
								<span>{t(`share.${name}`)}</span>
							</a>
						</li>
					))}
				</ul>
			</section>
			<section id="share-text">
				<h2>{t("share.text.title")}</h2>
				{offer.texts.map(({ name, href }) => (
					<Piece key={name} name={t(`share.${name}`)} href={href} language={language} />
				))}
			</section>
			<section id="share-cite">
				<h2>{t("share.cite.title")}</h2>
				{offer.citations.map(({ name, href }) => (
					<Piece key={name} name={t(`share.${name}`)} href={href} language={language} />
				))}
			</section>
			<p
				className="status"
				role="status"
				data-copied={t("share.copied")}
				data-not-copied={t("share.notCopied")}
				data-loading={t("share.text.loading")}
				data-failed={t("share.text.failed")}
			/>
		</div>
	);
}

/** A long text, which is loaded when its part of the dialog is shown. */
function Piece({ name, href, language }: { name: string; href: string; language: Language }) {
	const t = translate(language);
	return (
		<div className="piece">
			<div className="named">
				<span className="label">{name}</span>
				<a href={href} target="_blank" rel="noopener">
					{t("share.text.open")}
				</a>
			</div>
			<div className="field tall" data-copies={t("share.copy")} data-loads={href} data-name={name} />
		</div>
	);
}
