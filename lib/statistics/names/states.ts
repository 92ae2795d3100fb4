/** States of virtual machines and containers, as prlctl and vzlist print them. */
import type { Text } from "#lib/language";

export const states: Readonly<Record<string, Text>> = {
	running: { en: "Running", ru: "Работают" },
	stopped: { en: "Stopped", ru: "Остановлены" },
	suspended: { en: "Suspended", ru: "Приостановлены" },
	paused: { en: "Paused", ru: "На паузе" },
	mounted: { en: "Mounted", ru: "Смонтированы" },
	starting: { en: "Starting", ru: "Запускаются" },
	stopping: { en: "Stopping", ru: "Останавливаются" },
	suspending: { en: "Suspending", ru: "Приостанавливаются" },
	resuming: { en: "Resuming", ru: "Возобновляются" },
	pausing: { en: "Pausing", ru: "Ставятся на паузу" },
	continuing: { en: "Continuing", ru: "Снимаются с паузы" },
	resetting: { en: "Resetting", ru: "Перезапускаются" },
	restoring: { en: "Restoring", ru: "Восстанавливаются" },
	compacting: { en: "Compacting disks", ru: "Сжимают диски" },
	snapshoting: { en: "Taking a snapshot", ru: "Делают снимок" },
	"del-snapshot": { en: "Deleting a snapshot", ru: "Удаляют снимок" },
	migrating: { en: "Migrating", ru: "Переезжают" },
	syncing: { en: "Synchronising", ru: "Синхронизируются" },
	reconnecting: { en: "Reconnecting", ru: "Переподключаются" },
	unknown: { en: "Unknown", ru: "Неизвестно" },
	invalid: { en: "Invalid", ru: "Неисправны" },
};
