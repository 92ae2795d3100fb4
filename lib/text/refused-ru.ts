/** What readers of reports say of an archive that they refuse, in Russian. Programs are told the English lines. */
export const refusedRu: Readonly<Record<string, string>> = {
	"the report is empty: send the gzipped tar archive": "файл пуст: нужен архив tar, сжатый gzip",
	"the report is not gzip: send the gzipped tar archive": "файл не сжат gzip: нужен архив tar, сжатый gzip",
	"the report holds no tar archive: send the gzipped tar archive":
		"в файле нет архива tar: нужен архив tar, сжатый gzip",
	"the gzip data end too early: send the whole report": "сжатые данные обрываются: нужен файл целиком",
	"the gzip data are damaged: pack the report again": "сжатые данные повреждены: упакуйте отчёт заново",
	"the tar archive ends too early: send the whole report": "архив tar обрывается: нужен файл целиком",
	"the tar archive is damaged: pack the report again": "архив tar повреждён: упакуйте отчёт заново",
	"the report is larger than 2 MiB packed: send less": "отчёт в сжатом виде больше 2 МиБ: он должен быть меньше",
	"the report is larger than 16 MiB unpacked: send less":
		"отчёт в распакованном виде больше 16 МиБ: он должен быть меньше",
	"the report holds more than 64 files: send fewer": "в отчёте больше 64 файлов: их должно быть меньше",
	"the archive holds a link, a device or a special file: pack plain files and directories only":
		"в архиве есть ссылка, устройство или особый файл: упаковывайте только обычные файлы и папки",
	"a name in the archive holds a backslash or a control character: rename that file":
		"в одном из имён в архиве есть обратная косая черта или управляющий символ: переименуйте этот файл",
	"a name in the archive is an absolute path: pack names relative to the report's folder":
		"одно из имён в архиве — абсолютный путь: упаковывайте имена относительно папки отчёта",
	"a name in the archive leads out of it (..): pack names inside the report's folder":
		"одно из имён в архиве ведёт за его пределы (..): упаковывайте имена внутри папки отчёта",
	"the archive holds one member twice: pack each file once":
		"один и тот же файл есть в архиве дважды: упакуйте каждый файл один раз",
	"a file in the archive has no name: pack the report again": "у файла в архиве нет имени: упакуйте отчёт заново",
	"the archive holds no files: pack the report's files into it": "в архиве нет файлов: упакуйте в него файлы отчёта",
	"the archive has no manifest.json: pack it with the sections":
		"в архиве нет файла manifest.json: упакуйте его вместе с разделами",
	"manifest.json is not a JSON object: pack the report again":
		"manifest.json не является объектом JSON: упакуйте отчёт заново",
	"manifest.json has no valid host_uuid: give the UUID of the host":
		"в manifest.json нет правильного host_uuid: укажите UUID сервера",
};
