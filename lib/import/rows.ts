/** The rows of an archive. There may be millions: they are kept as columns of numbers, and each text once. */
import { resolve } from "node:path";
import type { Product } from "#lib/product";

/** A report to take in. Where a field is `null`, the archive itself must say it. */
export interface ArchiveRow {
	/** Its place among the rows. */
	line: number;
	/** Relative to the archive's folder. */
	file: string;
	path: string;
	product: Product | null;
	uuid: string | null;
	at: Date;
	address: string | null;
}

type Host = Pick<ArchiveRow, "product" | "uuid">;

/** Different values in the order of their first occurrence. */
class Distinct<Value> {
	readonly values: Value[] = [];
	readonly #places = new Map<string, number>();

	place(key: string, value: Value): number {
		const known = this.#places.get(key);
		if (known !== undefined) return known;
		this.#places.set(key, this.values.length);
		return this.values.push(value) - 1;
	}

	at(place: number | undefined): Value {
		const value = this.values[place ?? -1];
		if (value === undefined) throw new RangeError(`there is no value ${place} of ${this.values.length}`);
		return value;
	}
}

function columns(length: number) {
	return {
		line: new Uint32Array(length),
		file: new Uint32Array(length),
		/** As the row names it. */
		host: new Uint32Array(length),
		/** The same, or where the row does not name it as `name` has said. */
		namedHost: new Uint32Array(length),
		address: new Uint32Array(length),
		at: new Float64Array(length),
	};
}

type Columns = ReturnType<typeof columns>;

function longer(short: Columns): Columns {
	const long = columns(2 * short.line.length);
	for (const name of Object.keys(short) as (keyof Columns)[]) long[name].set(short[name]);
	return long;
}

export class ArchiveTable implements Iterable<ArchiveRow> {
	readonly #folder: string;
	readonly #files = new Distinct<string>();
	readonly #addresses = new Distinct<string>();
	readonly #hosts = new Distinct<Host>();
	#columns = columns(1024);
	#length = 0;

	/** @param folder the one that files are relative to */
	constructor(folder: string) {
		this.#folder = folder;
	}

	get length(): number {
		return this.#length;
	}

	add({ line, file, product, uuid, at, address }: Omit<ArchiveRow, "path">): void {
		const row = this.#length++;
		if (row === this.#columns.line.length) this.#columns = longer(this.#columns);
		const to = this.#columns;
		to.line[row] = line;
		to.file[row] = this.#files.place(file, file);
		to.host[row] = this.#placeOfHost({ product, uuid });
		to.namedHost[row] = to.host[row] ?? 0;
		to.address[row] = this.#addresses.place(address ?? "", address ?? "");
		to.at[row] = at.getTime();
	}

	/** @param row from 0 to `length` - 1 */
	row(row: number): ArchiveRow {
		const { line, file: files, host, address, at } = this.#columns;
		const file = this.#files.at(files[row]);
		return {
			line: line[row] ?? 0,
			file,
			path: resolve(this.#folder, file),
			...this.#hosts.at(host[row]),
			at: new Date(at[row] ?? 0),
			address: this.#addresses.at(address[row]) || null,
		};
	}

	*[Symbol.iterator](): Generator<ArchiveRow> {
		for (let row = 0; row < this.#length; row++) yield this.row(row);
	}

	/** The rows that do not name their host. */
	nameless(): Uint32Array {
		const isNameless = this.#hosts.values.map(({ uuid }) => uuid === null);
		const { host } = this.#columns;
		return Uint32Array.from({ length: this.#length }, (_, row) => row).filter((row) => isNameless[host[row] ?? 0]);
	}

	/** Says whose report a row is that does not name it: it comes with the others of its host. */
	name(row: number, uuid: string): void {
		const { host, namedHost } = this.#columns;
		namedHost[row] = this.#placeOfHost({ product: this.#hosts.at(host[row]).product, uuid });
	}

	/** Rows of one host together, in order of receipt; hosts in the order of their first rows. */
	*byHost(): Generator<Uint32Array> {
		const { namedHost, at } = this.#columns;
		const counts = new Uint32Array(this.#hosts.values.length);
		const hosts: number[] = [];
		for (let row = 0; row < this.#length; row++) {
			const host = namedHost[row] ?? 0;
			if (counts[host] === 0) hosts.push(host);
			counts[host] = (counts[host] ?? 0) + 1;
		}
		const ends = new Uint32Array(counts.length);
		let start = 0;
		for (const host of hosts) {
			ends[host] = start;
			start += counts[host] ?? 0;
		}
		const rows = new Uint32Array(this.#length);
		for (let row = 0; row < this.#length; row++) {
			const host = namedHost[row] ?? 0;
			const end = ends[host] ?? 0;
			rows[end] = row;
			ends[host] = end + 1;
		}
		for (const host of hosts) {
			const end = ends[host] ?? 0;
			yield rows.subarray(end - (counts[host] ?? 0), end).sort((a, b) => (at[a] ?? 0) - (at[b] ?? 0));
		}
	}

	#placeOfHost({ product, uuid }: Host): number {
		return this.#hosts.place(`${product ?? ""} ${uuid ?? ""}`, { product, uuid });
	}
}
