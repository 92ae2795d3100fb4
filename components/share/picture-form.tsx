import { backgrounds, type PictureSize, pictureBounds, pictureSizes, pictureThemes } from "#lib/address/values";
import type { ShareOffer } from "#lib/sharing/share-offer";
import { translate } from "#lib/text/index";

/** How a picture shall look: a plain form, whose answer is the picture. */
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
						name="size"
						label={t("share.picture.size")}
						options={(Object.keys(pictureSizes) as PictureSize[]).map((one) => [one, t(`share.picture.sizes.${one}`)])}
					/>
					<Choice
						name="theme"
						label={t("share.picture.theme")}
						options={pictureThemes.map((one) => [one, t(`share.picture.${one}`)])}
					/>
					<Choice
						name="background"
						label={t("share.picture.background")}
						options={backgrounds.map((one) => [one, t(`share.picture.${one}`)])}
					/>
					<Choice
						name="scale"
						label={t("share.picture.scale")}
						options={[1, 2, 3, 4].map((one) => [`${one}`, `${one}×`])}
						chosen="2"
					/>
					<label>
						{t("share.picture.heading")}
						<input
							name="title"
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
