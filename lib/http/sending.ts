/** What was sent with a request: its body as it arrives, its type, and the sender's address. */
import { senderHeader } from "#lib/sender-address";

export interface Sent {
	contentType: string | null;
	body: AsyncIterable<Uint8Array>;
	/** The bytes of the body so far. */
	received(): number;
	/** The sender's, as far as it is known. */
	address: string | null;
}

export function sending(request: Request): Sent {
	return {
		contentType: request.headers.get("content-type"),
		...uncancelled(request.body ?? new ReadableStream<Uint8Array>({ start: (stream) => stream.close() })),
		address: request.headers.get(senderHeader),
	};
}

/** Cancelling a body would close the connection, which still has to carry the answer: a reader that stops just stops. */
function uncancelled(stream: ReadableStream<Uint8Array>): Pick<Sent, "body" | "received"> {
	const reader = stream.getReader();
	let bytes = 0;
	const next = async (): Promise<IteratorResult<Uint8Array>> => {
		const { done, value } = await reader.read();
		bytes += value?.length ?? 0;
		return done ? { done, value: undefined } : { done, value };
	};
	return { body: { [Symbol.asyncIterator]: () => ({ next }) }, received: () => bytes };
}

/** Many clients read no answer before they have sent everything. At most this much of the rest is read. */
const unreadBytesMax = 16 * 1024 * 1024;

export async function readToEnd(body: AsyncIterable<Uint8Array>): Promise<void> {
	let bytes = 0;
	try {
		for await (const chunk of body) {
			bytes += chunk.length;
			if (bytes > unreadBytesMax) return;
		}
	} catch {
		// The sender has gone; there is nobody to answer.
	}
}
