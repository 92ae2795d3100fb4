import { afterEach, describe, expect, test, vi } from "vitest";
import { BodyFailure, bodyMillisecondsMax, discardBody, withBody } from "#lib/http/request-body";
import { Refused } from "#lib/readers/refused";

const MiB = 2 ** 20;

afterEach(() => {
	vi.useRealTimers();
});

/** A request whose body arrives as it is told. */
function sending() {
	let controller: ReadableStreamDefaultController<Uint8Array> | undefined;
	const cancelled = vi.fn();
	const body = new ReadableStream<Uint8Array>({
		start: (opened) => {
			controller = opened;
		},
		cancel: cancelled,
	});
	const request = new Request("http://localhost", { method: "POST", body, duplex: "half" } as RequestInit);
	return {
		request,
		cancelled,
		send: (bytes: number) => controller?.enqueue(new Uint8Array(bytes)),
		end: () => controller?.close(),
		breakOff: () => controller?.error(new Error("gone")),
	};
}

/** The length of the body, or why there is none. */
const outcome = (request: Request, bytesMax: number) =>
	withBody(request, bytesMax, (body) => body.length).catch((error: unknown) =>
		error instanceof BodyFailure ? error.reason : error,
	);

describe("a body", () => {
	test("is given whole, up to its limit", async () => {
		for (const [bytes, expected] of [
			[0, 0],
			[10, 10],
			[11, "tooLarge"],
		]) {
			const one = sending();
			if (bytes) one.send(Number(bytes));
			one.end();
			expect(await outcome(one.request, 10)).toBe(expected);
		}
		expect(await outcome(new Request("http://localhost"), 10)).toBe(0);
	});

	test("that breaks off fails", async () => {
		const one = sending();
		one.send(5);
		const failed = outcome(one.request, 10);
		await new Promise(setImmediate);
		one.breakOff();
		expect(await failed).toBe("brokenOff");
	});

	test.each([
		["that never ends is late", 5, "late"],
		["that was too large before it was late is too large", 11, "tooLarge"],
	])("%s, and the connection stays for the answer", async (_, bytes, reason) => {
		vi.useFakeTimers();
		const one = sending();
		one.send(bytes);
		const failed = outcome(one.request, 10);
		const discarded = sending();
		const left = discardBody(discarded.request);
		await vi.advanceTimersByTimeAsync(bodyMillisecondsMax + 1);
		expect(await failed).toBe(reason);
		await left;
		expect(one.cancelled).not.toHaveBeenCalled();
		expect(discarded.cancelled).not.toHaveBeenCalled();
	});

	test("that is far too large is not read to its end", async () => {
		const one = sending();
		const failed = outcome(one.request, 10);
		for (let n = 0; n <= 16; n++) one.send(MiB);
		expect(await failed).toBe("tooLarge");
	});

	test.each([1000, 4096, MiB])("without an end is read up to 16 MiB, in chunks of %i bytes", async (size) => {
		let [sent, isCancelled] = [0, false];
		const body = new ReadableStream<Uint8Array>({
			pull(controller) {
				controller.enqueue(new Uint8Array(0));
				controller.enqueue(new Uint8Array(size));
				sent += size;
			},
			cancel: () => {
				isCancelled = true;
			},
		});
		const request = new Request("http://localhost", { method: "POST", body, duplex: "half" } as RequestInit);
		expect(await outcome(request, 10 * size)).toBe("tooLarge");
		expect(sent).toBeGreaterThan(16 * MiB);
		// The stream asks for the next chunks ahead of its reader.
		expect(sent).toBeLessThanOrEqual(16 * MiB + 3 * size);
		expect(isCancelled).toBe(false);
	});

	test("without an end and without a byte is late", async () => {
		vi.useFakeTimers();
		const one = sending();
		const failed = outcome(one.request, 10);
		const empty = setInterval(() => one.send(0), 1000);
		await vi.advanceTimersByTimeAsync(bodyMillisecondsMax + 1);
		clearInterval(empty);
		expect(await failed).toBe("late");
	});

	test("that its reader refuses, is refused in the words of the reader", async () => {
		const refused = new Refused(413, "the report unpacks to more than 16 MiB: send less");
		const one = sending();
		one.send(5);
		one.end();
		const refuse = () => {
			throw refused;
		};
		await expect(withBody(one.request, 10, refuse)).rejects.toBe(refused);
	});

	test("that failed is explained in one line that says what to do", () => {
		const line = (reason: BodyFailure["reason"]) => new BodyFailure(reason).message;
		expect(line("brokenOff")).toBe("the body broke off before its end: send it again");
		expect(line("late")).toBe("the body did not arrive in time: send it again");
		expect(line("busy")).toBe("too many bodies arrive at once: send it again in a few seconds");
	});
});

describe("when the memory of all bodies is full", () => {
	test("the one that has been arriving for longest fails, and quick ones are read", async () => {
		const slow = Array.from({ length: 40 }, () => {
			const one = sending();
			one.send(2 * MiB - 1);
			return { ...one, result: outcome(one.request, 2 * MiB) };
		});
		await new Promise(setImmediate);
		const quick = sending();
		quick.send(2 * MiB);
		quick.end();
		expect(await outcome(quick.request, 2 * MiB)).toBe(2 * MiB);
		for (const one of slow) {
			one.send(1);
			one.end();
		}
		const results = await Promise.all(slow.map(({ result }) => result));
		expect(results.slice(0, 9)).toEqual(Array(9).fill("busy"));
		expect(results.slice(9)).toEqual(Array(31).fill(2 * MiB));
	});

	test("it is free again afterwards", async () => {
		const bodies = Array.from({ length: 31 }, () => {
			const one = sending();
			one.send(2 * MiB);
			one.end();
			return outcome(one.request, 2 * MiB);
		});
		expect(new Set(await Promise.all(bodies))).toEqual(new Set([2 * MiB]));
	});
});
