/** schema.prisma and the migrations make the same tables: both are read into the same form and compared. */
import { readFile } from "node:fs/promises";
import { expect, test } from "vitest";
import { testDatabase } from "../database";

interface Table {
	/** Type, `null` where it may be, default. */
	columns: Record<string, string>;
	primaryKey: string;
	indexes: string[];
}

type Tables = Record<string, Table>;

const database = testDatabase();

const types: Readonly<Record<string, string>> = {
	String: "text",
	"String @db.Uuid": "uuid",
	"DateTime @db.Date": "date",
	"DateTime @db.Timestamptz(3)": "timestamp(3) with time zone",
	"DateTime @db.Timestamptz(6)": "timestamp(6) with time zone",
	Int: "integer",
	"Int @db.SmallInt": "smallint",
	BigInt: "bigint",
	Boolean: "boolean",
	Float: "double precision",
	Bytes: "bytea",
	Json: "jsonb",
};

const names = (list: string) => list.split(",").map((name) => name.trim());

function tablesOf(schema: string): Tables {
	const text = schema.replace(/^\s*\/\/.*$/gm, "");
	const models = [...text.matchAll(/^model (\w+) \{\n(.*?)^\}/gms)];
	return Object.fromEntries(models.map(([, name = "", body = ""]) => tableOf(name, body)));
}

function tableOf(model: string, body: string): [string, Table] {
	const lines = body.split("\n").flatMap((line) => line.trim() || []);
	const fields = lines.filter((line) => !line.startsWith("@@")).map(fieldOf);
	const columnOf = (field: string) => fields.find(({ name }) => name === field)?.column ?? expect.fail(`no ${field}`);
	const columns = (list: string) => names(list).map(columnOf).join(", ");
	const found: Record<string, string[]> = { id: [], index: [], map: [] };
	for (const line of lines.filter((one) => one.startsWith("@@"))) {
		const [, attribute = "", content = ""] = /^@@(\w+)\(["[]([^\]"]*)["\]]\)$/.exec(line) ?? [];
		(found[attribute] ?? expect.fail(`not understood: ${line}`)).push(content);
	}
	const table = found.map?.[0] ?? model;
	const key = fields.find(({ isKey }) => isKey)?.column ?? columns(found.id?.[0] ?? "");
	return [
		table,
		{
			columns: Object.fromEntries(fields.map(({ column, type }) => [column, type])),
			primaryKey: `${table}_pkey (${key})`,
			indexes: (found.index ?? [])
				.map((list) => `${table}_${columns(list).replaceAll(", ", "_")}_idx (${columns(list)})`)
				.sort(),
		},
	];
}

function fieldOf(line: string) {
	const [, name = "", scalar = "", sign = "", rest = ""] = /^(\w+)\s+(\w+)(\?|\[\])?\s*(.*)$/.exec(line) ?? [];
	let left = rest;
	const take = (pattern: RegExp) => {
		const match = pattern.exec(left);
		left = left.replace(pattern, "").trim();
		return match;
	};
	const isKey = take(/@id\b/) !== null;
	const column = take(/@map\("(\w+)"\)/)?.[1] ?? name;
	const fallback = take(/@default\((\d+)\)/)?.[1];
	const type = types[left ? `${scalar} ${left}` : scalar] ?? expect.fail(`not understood: ${line}`);
	const list = sign === "[]" ? "[]" : "";
	return {
		name,
		column,
		isKey,
		type: `${type}${list}${sign === "?" ? " null" : ""}${fallback ? ` = ${fallback}` : ""}`,
	};
}

async function tablesOfDatabase(): Promise<Tables> {
	const { rows } = await database().pool.query<{ table: string } & Table>(
		`select c.relname as "table",
		   (select json_object_agg(a.attname,
		      format_type(a.atttypid, a.atttypmod) || case when a.attnotnull then '' else ' null' end
		      || coalesce(' = ' || pg_get_expr(d.adbin, d.adrelid), '') order by a.attnum)
		    from pg_attribute a left join pg_attrdef d on d.adrelid = a.attrelid and d.adnum = a.attnum
		    where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped) as columns,
		   (select conname || ' ' || substring(pg_get_constraintdef(oid) from '\\(.*\\)')
		    from pg_constraint where conrelid = c.oid and contype = 'p') as "primaryKey",
		   (select coalesce(json_agg(i.relname || ' ' || substring(pg_get_indexdef(i.oid) from 'USING btree (\\(.*\\))')
		      order by i.relname), '[]')
		    from pg_index x join pg_class i on i.oid = x.indexrelid
		    where x.indrelid = c.oid and not x.indisprimary) as indexes
		 from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind = 'r'
		 and c.relname <> '_prisma_migrations'`,
	);
	return Object.fromEntries(rows.map(({ table, ...shape }) => [table, shape]));
}

test("schema.prisma and the migrated database agree", async () => {
	const schema = tablesOf(await readFile("prisma/schema.prisma", "utf8"));
	expect(Object.keys(schema).length).toBeGreaterThan(5);
	expect(await tablesOfDatabase()).toEqual(schema);
});
