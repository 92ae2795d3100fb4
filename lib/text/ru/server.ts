/** Messages of which no browser needs any: clauses of statistics, and the description of the API. */
import { api } from "./api";
import { clauses } from "./clauses";

export const messages = { ...clauses, ...api };
