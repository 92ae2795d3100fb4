/** The site's Russian. */

import { dateRu } from "./date-ru";
import { exportRu } from "./export-ru";
import { inspectRu } from "./inspect-ru";
import { leadRu } from "./lead-ru";
import { loneRu } from "./lone-ru";
import type { Messages } from "./messages";
import { methodologyRu } from "./methodology-ru";
import { myHostRu } from "./my-host-ru";
import { pictureRu } from "./picture-ru";
import { privacyRu } from "./privacy-ru";
import { programsRu } from "./programs-ru";
import { qualityRu } from "./quality-ru";
import { shareRu } from "./share-ru";
import { stateRu } from "./state-ru";

export const ru: Messages = {
	site: {
		name: "Статистика OpenVZ",
		tagline: "Что серверы OpenVZ сообщают о себе — в цифрах",
		description:
			"Сколько серверов работает на OpenVZ, какое у них оборудование и что на них размещено — по анонимным отчётам программы Customer Experience Program.",
		skip: "Перейти к содержимому",
		menu: "Меню",
		overview: "Обзор",
		pages: "Разделы",
		otherLanguage: "English",
		product: "Продукт",
		view: "Что показано",
		methodology: "Методика",
		quality: "Качество данных",
		privacy: "Конфиденциальность",
		about: "О данных",
		footer: "Серверы участвуют в программе добровольно. Отчёты анонимны: имена, адреса и содержимое не хранятся.",
		counted:
			"Как считаются числа: сервер учитывается, пока его последний отчёт попадает в окно — 14 дней для OpenVZ 7 и 60 дней для OpenVZ 6 и более ранних версий.",
	},
	product: { openvz7: "OpenVZ 7", legacy: "OpenVZ 6 и ранее", all: "Все серверы OpenVZ" },
	simulation: {
		title: "Симуляция.",
		text: "Эти числа получены от вымышленных серверов, чтобы показать, как работает сайт. О настоящих серверах они ничего не говорят.",
	},
	date: dateRu,
	overview: {
		lead: "Анонимные отчёты серверов со всего мира, подсчитанные день за днём.",
		growth: "Как мы растём",
		growthActive: "Активные серверы",
		growthEver: "Серверы за всё время",
		headline: {
			hosts: "Активные серверы, {product}",
			containers: "Контейнеры, {product}",
			vms: "Виртуальные машины, {product}",
		},
		headlines: "Главное",
		explore: "Разделы",
		change: "{change} за {days, plural, one {# день} few {# дня} many {# дней} other {# дня}}",
		unchanged: "без изменений за {days, plural, one {# день} few {# дня} many {# дней} other {# дня}}",
	},
	generalInfo: {
		title: "Общие сведения",
		hostsTotal: "Всего серверов",
		hostsWithContainers: "Серверов с контейнерами",
		hostsWithRunningContainers: "Серверов с работающими контейнерами",
		hostsActive: {
			openvz7: "Серверов, активных за последние две недели",
			legacy: "Серверов, активных за последние два месяца",
		},
		reports: "Число отчётов",
		lastReport: "Времени с последнего отчёта",
		never: "не было",
		growth: "Посмотреть, как мы растём",
		live: "Две последние строки каждой таблицы — на текущий момент, остальные — на {date}.",
		livePast: "Последняя строка каждой таблицы — на текущий момент, остальные — на {date}.",
		liveOnly:
			"Две последние строки каждой таблицы — на текущий момент; остальные появятся, когда будет опубликован первый день.",
	},
	statistic: {
		contents: "Показатели на этой странице",
		history: "Динамика",
		onDate: "На {date}",
		ofDay: "Данные за день:",
		series: "История:",
		method: "Как это считается",
		eventsOn: "Показать события",
		eventsOff: "Скрыть события",
		notes: "Изменения в подсчёте",
		all: "Все строки: {count}",
		page: "Ещё по этой теме",
		notSent: "В отчётах {product} есть не все эти данные.",
		noneSent: "Серверы с {product} об этом не сообщают.",
		toOther: "Показать для {other}",
		empty: "По состоянию на {date} таких данных не сообщил ни один сервер.",
	},
	table: {
		caption: "{title} на {date}",
		name: "Название",
		hosts: "Серверы",
		share: "Доля",
		total: {
			hosts: "Серверы",
			reports: "Отчёты",
			containers: "Контейнеры",
			VMs: "ВМ",
			disks: "Диски",
			bonds: "Объединения",
			GiB: "ГиБ",
			TB: "ТБ",
		},
		merged:
			"{count, plural, one {# значение встречается} few {# значения встречаются} many {# значений встречаются} other {# значения встречаются}} слишком редко, чтобы их показывать",
		sum: "Всего",
	},
	course: {
		day: "День",
		since: "С тех пор",
		ago: "{days, plural, one {# днём} few {# днями} many {# днями} other {# дня}} раньше",
	},
	amount: {
		hosts: "{text} {count, plural, one {сервер} few {сервера} many {серверов} other {сервера}}",
		reports: "{text} {count, plural, one {отчёт} few {отчёта} many {отчётов} other {отчёта}}",
		containers: "{text} {count, plural, one {контейнер} few {контейнера} many {контейнеров} other {контейнера}}",
		VMs: "{text} {count, plural, other {ВМ}}",
		disks: "{text} {count, plural, one {диск} few {диска} many {дисков} other {диска}}",
		bonds: "{text} {count, plural, one {объединение} few {объединения} many {объединений} other {объединения}}",
		GiB: "{text} ГиБ{count, plural, other {}}",
		TB: "{text} ТБ{count, plural, other {}}",
	},
	ofAmount: {
		hosts: "{text} {count, plural, one {сервера} other {серверов}}",
		reports: "{text} {count, plural, one {отчёта} other {отчётов}}",
		containers: "{text} {count, plural, one {контейнера} other {контейнеров}}",
		VMs: "{text} {count, plural, other {ВМ}}",
		disks: "{text} {count, plural, one {диска} other {дисков}}",
		bonds: "{text} {count, plural, one {объединения} other {объединений}}",
		GiB: "{text} ГиБ{count, plural, other {}}",
		TB: "{text} ТБ{count, plural, other {}}",
	},
	measure: {
		share: {
			hosts: "Доля серверов, %",
			reports: "Доля отчётов, %",
			containers: "Доля контейнеров, %",
			VMs: "Доля виртуальных машин, %",
			disks: "Доля дисков, %",
			bonds: "Доля объединений, %",
			GiB: "Доля установленной памяти, %",
			TB: "Доля установленной ёмкости, %",
		},
		total: {
			hosts: "Число серверов",
			reports: "Число отчётов",
			containers: "Число контейнеров",
			VMs: "Число виртуальных машин",
			disks: "Число дисков",
			bonds: "Число объединений",
			GiB: "Память, ГиБ",
			TB: "Ёмкость, ТБ",
		},
		daily: { hosts: "Серверов за день", reports: "Отчётов за день" },
	},
	chart: {
		counted: "Учтён",
		left: "{count, plural, one {ещё # значение не показано} few {ещё # значения не показаны} many {ещё # значений не показано} other {ещё # значения не показано}}",
		rest: "{count, plural, one {ещё # значение} few {ещё # значения} many {ещё # значений} other {ещё # значения}}",
		base: "n = {amount}",
		baseOnHosts: "n = {amount} на {hostsText} {hosts, plural, one {сервере} other {серверах}}",
		window: "отчёты за {days, plural, one {# день} few {# дня} many {# дней} other {# дня}} по {date}",
		twoWindows: "отчёты за {openvz7} дней (OpenVZ 7) и {legacy} дней (OpenVZ 6) по {date}",
		allReports: "все отчёты по {date}",
		onDay: "за {date}",
		baseMin: "дни, когда серверов меньше {count, plural, one {#} other {#}}, не показаны",
		keys: "Стрелки влево и вправо показывают значения за каждый день.",
	},
	sentence: {
		nothing: "{title}: на {date} нет ни одного значения.",
		rare: "{title}: на {date} ни одно значение не встречается настолько часто, чтобы показать его отдельно.",
		oneNumber: "{title}: {value} на {date}{changed}{most}.",
		lines:
			"{title}: {count, plural, =1 {на первом месте {labels} — {value}} other {первое место делят {labels} — по {value}}} на {date}{changed}{next}.",
		chosen:
			"{title}: из выбранного {count, plural, =1 {на первом месте {labels} — {value}} other {первое место делят {labels} — по {value}}} на {date}{changed}{next}.",
		share: "{title}: {value} из {base} на {date}.",
		day: "{title}: {count, plural, =1 {на первом месте {labels} — {value}} other {первое место делят {labels} — по {value}}} из {base} на {date}{next}.",
		next: "; далее {label} — {value}",
		others: "другие",
		peak: "; наибольшее значение — {value}, {date}",
		points: "{text} п. п.{count, plural, other {}}",
		since:
			"{direction, select, more {, на {by} больше, чем {date}} less {, на {by} меньше, чем {date}} times {, в {by} {count, plural, one {раз} few {раза} many {раз} other {раза}} больше, чем {date}} other {, столько же, сколько {date}}}",
	},
	export: exportRu,
	inspect: inspectRu,
	lead: leadRu,
	lone: loneRu,
	map: {
		title: "На карте",
		none: "нет отчётов",
		under: "менее {percent}",
		between: "{from}–{to}",
		over: "{percent} и больше",
		unseen: "Слишком малы для карты: {countries}.",
	},
	methodology: methodologyRu,
	myHost: myHostRu,
	picture: pictureRu,
	privacy: privacyRu,
	programs: programsRu,
	quality: qualityRu,
	share: shareRu,
	state: stateRu,
	empty: {
		title: "Пока ничего не опубликовано",
		text: "Отчёты принимаются, и каждый полный день публикуется после полуночи UTC. Страница заполнится сама.",
		operator:
			"Оператору: направьте сюда отчёты какого-нибудь сервера OpenVZ или примите архив командой <importing></importing>, затем выполните <publishing></publishing>. Посмотреть сайт на вымышленных данных: <demo></demo>.",
	},
	wrong: {
		notFoundTitle: "По этому адресу ничего нет",
		notFound: "Возможно, в нём опечатка либо такого показателя или дня не существует.",
		range: "Опубликованы дни с {first} по {last}.",
		noDays: "Пока не опубликован ни один день.",
		home: "На обзорную страницу",
		badTitle: "Этот адрес не удаётся прочитать",
		badDate: "Дата должна быть календарным днём, записанным как 2026-11-21.",
		badProduct: "Продукт должен быть openvz7 или legacy.",
		errorTitle: "Что-то пошло не так на нашей стороне",
		error: "Сейчас данные прочитать не удаётся. Попробуйте ещё раз через минуту.",
	},
};
