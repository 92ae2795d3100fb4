/**
 * Next hands over each header of a route handler as a list of one (`NodeNextResponse.appendHeader`), in which its own
 * compression does not recognise a type: without this, data and documents would be sent unpacked.
 */
import type { RequestHandler } from "./site-server";

export function withPlainHeaders(handler: RequestHandler): RequestHandler {
	return (request, response) => {
		const { setHeader } = response;
		response.setHeader = (name, value) =>
			Reflect.apply(setHeader, response, [name, Array.isArray(value) && value.length === 1 ? value[0] : value]);
		return handler(request, response);
	};
}
