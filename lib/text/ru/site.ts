/** What surrounds every page: names, navigation, dates. The overview, and pages without content. */
import type { site as english } from "../en/site";
import type { Translation } from "../translation";

export const site: Translation<typeof english> = {
	site: {
		name: "Статистика OpenVZ",
		tagline: "Что серверы OpenVZ сообщают о себе — в цифрах",
		description:
			"Сколько серверов работает на OpenVZ, какое у них оборудование и что на них размещено — по анонимным отчётам участников Customer Experience Program.",
		skip: "Перейти к содержимому",
		menu: "Меню",
		overview: "Обзор",
		pages: "Разделы",
		product: "Продукт",
		view: "Что показано",
		methodology: "Методика",
		quality: "Качество данных",
		privacy: "Конфиденциальность",
		about: "О данных",
		footer: "Серверы участвуют в программе добровольно. Отчёты анонимны: имена, адреса и содержимое не хранятся.",
		counted:
			"Как ведётся подсчёт: сервер учитывается, пока его последний отчёт попадает в окно — 14 дней для OpenVZ 7 и 60 дней для OpenVZ 6 и более ранних версий.",
	},
	product: { openvz7: "OpenVZ 7", legacy: "OpenVZ 6 и ранее", all: "Все серверы OpenVZ" },
	simulation: {
		title: "Симуляция.",
		text: "Эти данные смоделированы и только показывают, как работает сайт. О настоящих серверах они ничего не говорят.",
	},
	date: {
		asOf: "На дату",
		show: "Показать",
		previousWeek: "Неделей раньше",
		nextWeek: "Неделей позже",
		latest: "Последний день",
		calendar: "Календарь",
		months: "Месяцы года",
		years: "Годы",
		published: "Опубликовано: с {first} по {last}",
		historic:
			"Показано состояние на {date} — {days, plural, one {за # день} few {за # дня} many {за # дней} other {за # дня}} до последних данных.",
		toLatest: "К последнему дню, {date}",
	},
	overview: {
		lead: "Анонимные отчёты серверов со всего мира, подсчёт за каждый день.",
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
		lastReport: "С последнего отчёта прошло",
		never: "не было",
		growth: "Посмотреть, как мы растём",
		live: "Две последние строки каждой таблицы — на текущий момент, остальные — на {date}.",
		livePast: "Последняя строка каждой таблицы — на текущий момент, остальные — на {date}.",
		liveOnly:
			"Две последние строки каждой таблицы — на текущий момент; остальные появятся, когда будет опубликован первый день.",
	},
	empty: {
		title: "Отчёты серверов ещё не опубликованы",
		text: "Сайт принимает отчёты. Каждый день публикуется после его окончания, в полночь UTC, и тогда появится здесь.",
		operator:
			"Оператору: настройте отправку отчётов с сервера OpenVZ сюда или загрузите архив командой <importing></importing>, затем выполните <publishing></publishing>. Посмотреть сайт на смоделированных данных: <demo></demo>.",
	},
	wrong: {
		notFoundTitle: "По этому адресу ничего нет",
		notFound: "Возможно, в адресе опечатка либо такого показателя или дня не существует.",
		range: "Опубликованы дни с {first} по {last}.",
		noDays: "Пока не опубликован ни один день.",
		home: "К обзору",
		badTitle: "Неверный адрес",
		badDate: "Дата должна быть календарным днём, записанным как 2026-11-21.",
		badProduct: "Продукт должен быть openvz7 или legacy.",
		errorTitle: "Что-то пошло не так на нашей стороне",
		error: "Сейчас данные недоступны. Попробуйте ещё раз через минуту.",
	},
};
