export const dateRu = {
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
		"Показано состояние на {date}: {days, plural, one {за # день} few {за # дня} many {за # дней} other {за # дня}} до последних данных.",
	toLatest: "К последнему дню, {date}",
};
