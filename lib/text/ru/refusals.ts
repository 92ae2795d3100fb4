/** Why the server refuses an archive, and what to do: as `/inspect` says it. */
import type { refusals as english } from "../en/refusals";
import type { Translation } from "../translation";

export const refusals: Translation<typeof english> = {
	empty: "файл пуст: нужен архив tar, сжатый gzip",
	notGzip: "файл не сжат gzip: нужен архив tar, сжатый gzip",
	notTar: "в файле нет архива tar: нужен архив tar, сжатый gzip",
	gzipCut: "сжатые данные обрываются: нужен файл целиком",
	gzipDamaged: "сжатые данные повреждены: упакуйте отчёт заново",
	tarCut: "архив tar обрывается: нужен файл целиком",
	tarDamaged: "архив tar повреждён: упакуйте отчёт заново",
	tooLargePacked: "отчёт в сжатом виде больше 2 МиБ: он должен быть меньше",
	tooLargeUnpacked: "отчёт в распакованном виде больше 16 МиБ: он должен быть меньше",
	tooManyFiles: "в отчёте больше 64 файлов: их должно быть меньше",
	specialFile: "в архиве есть ссылка, устройство или особый файл: упаковывайте только обычные файлы и папки",
	nameCharacters: "в одном из имён в архиве есть обратная косая черта или управляющий символ: переименуйте этот файл",
	nameAbsolute: "одно из имён в архиве — абсолютный путь: упаковывайте имена относительно папки отчёта",
	nameOutside: "одно из имён в архиве ведёт за его пределы (..): упаковывайте имена внутри папки отчёта",
	memberTwice: "один и тот же файл есть в архиве дважды: упакуйте каждый файл один раз",
	nameless: "у файла в архиве нет имени: упакуйте отчёт заново",
	noFiles: "в архиве нет файлов: упакуйте в него файлы отчёта",
	noManifest: "в архиве нет файла manifest.json: упакуйте его вместе с разделами",
	manifestNotJson: "manifest.json не является объектом JSON: упакуйте отчёт заново",
	noHostUuid: "в manifest.json нет правильного host_uuid: укажите UUID сервера",
};
