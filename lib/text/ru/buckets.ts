/** Names of buckets that several statistics share, by key. */

import type { buckets as english } from "../en/buckets";
import type { Translation } from "../translation";
import { countries } from "./countries";

export const buckets: Translation<typeof english> = {
	/** Where a statistic has no name of its own for them. */
	common: {
		other: "Другие",
		unknown: "Неизвестно",
		all: "Все",
	},
	/** Answers. */
	yesNo: {
		yes: "Да",
		no: "Нет",
	},
	/** Of containers. */
	limits: {
		unlimited: "Без ограничений",
	},
	/** Templates of containers that name no distribution. */
	templates: {
		custom: "Собственный шаблон",
		"not-set": "Шаблон не указан",
	},
	/** Of virtual machines and containers, as prlctl and vzlist print them. */
	states: {
		running: "Работают",
		stopped: "Остановлены",
		suspended: "Приостановлены",
		paused: "На паузе",
		mounted: "Смонтированы",
		starting: "Запускаются",
		stopping: "Останавливаются",
		suspending: "Приостанавливаются",
		resuming: "Возобновляются",
		pausing: "Ставятся на паузу",
		continuing: "Снимаются с паузы",
		resetting: "Перезапускаются",
		restoring: "Восстанавливаются",
		compacting: "Сжимаются диски",
		snapshoting: "Создаётся снимок",
		"del-snapshot": "Удаляется снимок",
		migrating: "Мигрируют",
		syncing: "Синхронизируются",
		reconnecting: "Переподключаются",
		unknown: "Неизвестно",
		invalid: "Неисправны",
	},
	countries,
};
