/** The shape of the messages: English has it, every other language must. */
import type { en } from "./en";

type Same<T> = { [K in keyof T]: T[K] extends string ? string : Same<T[K]> };
export type Messages = Same<typeof en>;
