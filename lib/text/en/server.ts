/** Texts of which no browser needs any: clauses of statistics, the description of the API, and words for the search. */
import { api } from "./api";
import { clauses } from "./clauses";

export const messages = { ...clauses, ...api };

export { searchWords } from "./search";
