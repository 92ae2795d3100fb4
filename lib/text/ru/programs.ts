/** For programs: facts, the feed, plain text and the guide to the API. */
import type { programs as english } from "../en/programs";
import type { Translation } from "../translation";

export const programs: Translation<typeof english> = {
	programs: {
		fact: {
			number: "{title}: {amount} {when}.",
			share: "{title}: {label} — {value} из {base} {when}.",
			when: { day: "на {date}", ofDay: "за {date}", week: "за неделю по {date}", month: "за {date}" },
			simulation: "симуляция",
			notFound: "не найдено",
			badRequest: "неверный адрес",
			failed: "сейчас недоступно",
		},
		feed: {
			title: "Статистика OpenVZ: изменения за месяц",
			link: "Изменения за месяц (Atom)",
			subtitle: "Что за месяц сильнее всего изменилось на серверах, которые присылают отчёты.",
			entry: "{month}: {news}",
			product: "{product} на {date}",
			active:
				"Активно: {amount}, {direction, select, more {на {by} больше, чем {since}} less {на {by} меньше, чем {since}} alike {примерно столько же, сколько {since}} other {столько же, сколько {since}}}",
			newcomers:
				"{count, plural, =0 {Новых серверов не было} one {Впервые замечен # сервер} few {Впервые замечены # сервера} many {Впервые замечено # серверов} other {Впервые замечено # сервера}}",
			moved: "{title}: {label} — {direction, select, more {рост} other {снижение}} на {by}, теперь {value}",
			still: "Ни одна доля не изменилась сильнее, чем можно объяснить случайностью",
			licence: "Данные: {licence}",
		},
		dataset: { day: "На день", series: "История" },
		terminal: {
			name: "Название",
			share: "Доля",
			history: "с {from} по {to}",
			rest: "{count, plural, one {… и ещё #} other {… и ещё #}}",
			scale: "У каждой строки истории своя шкала, которая начинается с нуля.",
			page: "Страница:",
			data: "Данные:",
		},
		api: {
			title: "Для программ",
			lead: "Программа может прочитать каждое число этого сайта: как файл с данными, отдельный факт с датой или ленту изменений.",
			rules:
				"Эти адреса доступны с любого сайта (CORS), ключ не нужен. У ответов есть ETag, кешировать их можно минуту; опубликованные дни почти никогда не меняются. Дни считаются по UTC и записываются как 2026-11-21. Пустой параметр считается отсутствующим, повторный — ошибка, неизвестный не учитывается. Ошибки приходят в виде application/problem+json.",
			inLanguage: "Адреса, которые начинаются с {prefix}, отвечают на языке: {language}.",
			terminal:
				"Страница показателя отвечает простым текстом со спарклайнами, если программа принимает текст, но не HTML. Обычный curl принимает что угодно и получает HTML.",
			spreadsheets:
				"Если в языке таблицы принято писать 38,99, значение 38.99 из файла CSV она примет за текст, а название вроде 5-9 может превратить в дату. В книгах (.xlsx) этого не бывает: числа в них — числа, а названия — текст.",
			document: "То же в виде OpenAPI 3.1: <address></address>",
			licence: "Данные можно использовать как угодно на условиях <terms></terms>, с указанием источника.",
			contents: "Группы адресов",
			group: {
				data: "Данные",
				facts: "Факты, значки, встраивание",
				news: "Новости и указатели",
				reports: "Отправка отчётов",
				hosts: "Один сервер",
				service: "Служебные",
			},
			parameters: "Параметры",
			answers: "Ответы",
			answersLead: "Поля всех ответов в JSON.",
			fields: "Поля {name}",
			inAddress: "в самом адресе",
			required: "обязателен",
			absent: "если не указан — {value}",
			repeatable: "можно повторять",
			now: "Ответ на данный момент, сокращённо:",
			shape: {
				date: "день",
				number: "число",
				integer: "целое число",
				string: "текст",
				boolean: "true или false",
				array: "список: {of}",
				object: "объект",
				orNull: "{of} или null",
			},
		},
	},
};
