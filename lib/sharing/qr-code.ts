/** A text, such as an address, as a QR code: the dark modules as one path in a square of `size` units. */
import { correction, generate } from "lean-qr";
import { toSvgPath } from "lean-qr/extras/svg";

export interface QrCode {
	size: number;
	path: string;
}

/** A projector is seen from afar and at an angle: a seventh of the code may be lost. */
export function qrCode(text: string): QrCode {
	const code = generate(text, { minCorrectionLevel: correction.M });
	return { size: code.size, path: toSvgPath(code) };
}
