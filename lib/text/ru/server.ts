/** Texts of which no browser needs any: of statistics their clauses and how they are counted, the API, words for the search. */
import { api } from "./api";
import { clauses } from "./clauses";
import { method } from "./methodology";

export const messages = { ...clauses, ...api, ...method };

export { searchWords } from "./search";
