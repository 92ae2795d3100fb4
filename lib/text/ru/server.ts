/** Texts of which no browser needs any: clauses, crashes, the description of the API, and words for the search. */
import { api } from "./api";
import { clauses } from "./clauses";
import { crashes } from "./crashes";

export const messages = { ...clauses, ...api, ...crashes };

export { searchWords } from "./search";
