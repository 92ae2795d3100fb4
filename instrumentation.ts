/** Next calls this for every error in a page or route handler. */
import type { Instrumentation } from "next";
import { noteFailure } from "#lib/http/request-failure";

export const onRequestError: Instrumentation.onRequestError = (error) => noteFailure(error);
