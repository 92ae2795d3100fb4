/** Texts of which no browser needs any: of statistics their clauses and how they are counted, headings of files, the API, words for the search. */
import { api } from "./api";
import { periods } from "./charts";
import { clauses } from "./clauses";
import { method } from "./methodology";
import { places } from "./questions";

export const messages = { ...clauses, ...api, ...method, ...periods, ...places };

export { searchWords } from "./search";
