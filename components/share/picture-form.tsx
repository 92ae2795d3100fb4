import { pictureOptions } from "#lib/address/addresses";
import { pictureBounds } from "#lib/address/values";
import type { ShareOffer } from "#lib/sharing/share-offer";
import { translate } from "#lib/text/index";

const { size, theme, background, scale, title } = pictureOptions;
const { min, max } = pictureBounds.scale;
const scales = Array.from({ length: max - min + 1 }, (_, i) => min + i);

/** How the picture is to look: a plain form, which the picture itself answers. */
export function Picture({ offer }: { offer: ShareOffer }) {
	const { language } = offer.standalone.view;
	const t = translate(language);
	const { path, parameters } = offer.picture;
	const query = new URLSearchParams(parameters.map(([name, value]) => [name, value])).toString();
	return (
		<section id="share-picture">
			<h2>{t("share.picture.title")}</h2>
			<p>{t("share.picture.text")}</p>
			{/* biome-ignore lint/performance/noImgElement: made for the reader, once */}
			<img
				className="preview"
				data-loads={`${path}.svg`}
				src={`${path}.svg${query && `?${query}`}`}
				alt={t("share.picture.preview")}
				loading="lazy"
			/>
			<form action={`${path}.png`} target="_blank" rel="noopener">
				{parameters.map(([name, value]) => (
					<input key={`${name} ${value}`} type="hidden" name={name} value={value} />
				))}
				<div className="choices">
					<Choice
						name={size.name}
						label={t("share.picture.size")}
						options={size.words.map((one) => [one, t(`share.picture.sizes.${one}`)])}
					/>
					<Choice
						name={theme.name}
						label={t("share.picture.theme")}
						options={theme.words.map((one) => [one, t(`share.picture.${one}`)])}
					/>
					<Choice
						name={background.name}
						label={t("share.picture.background")}
						options={background.words.map((one) => [one, t(`share.picture.${one}`)])}
					/>
					<Choice
						name={scale.name}
						label={t("share.picture.scale")}
						options={scales.map((one) => [`${one}`, `${one}×`])}
						chosen="2"
					/>
					<label>
						{t("share.picture.heading")}
						<input
							name={title.name}
							maxLength={pictureBounds.titleCharactersMax}
							placeholder={offer.title}
							autoComplete="off"
						/>
					</label>
				</div>
				<div className="acts">
					<button type="submit">{t("share.picture.png")}</button>
					<button type="submit" formAction={`${path}.svg`}>
						{t("share.picture.svg")}
					</button>
				</div>
			</form>
		</section>
	);
}

function Choice({
	name,
	label,
	options,
	chosen,
}: {
	name: string;
	label: string;
	options: readonly (readonly [string, string])[];
	chosen?: string;
}) {
	return (
		<label>
			{label}
			<select name={name} defaultValue={chosen}>
				{options.map(([value, text]) => (
					<option key={value} value={value}>
						{text}
					</option>
				))}
			</select>
		</label>
	);
}
