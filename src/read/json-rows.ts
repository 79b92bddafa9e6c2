import { exploded, fromColumns, fromKeys, isObject } from "./json-shapes.ts";
import { inputFromRecords, type TableInput } from "./table-input.ts";
import { unreadable } from "./unreadable.ts";

const MOST_COLUMNS = 20_000;
const MOST_DEPTH = 16;

/**
 * The records of a JSON document: an array of objects or of arrays, alone, under a key, or after a page header.
 *
 * @remarks Objects inside a record become columns `outer.inner`; columns are those of all records together. Numbers are
 * written as JSON wrote them; true and false are texts; null and a missing key are blank.
 *
 * @throws {@link ComparandaError} `file.unreadable` where there are no records
 */
export function fromJsonRows(name: string, document: unknown): TableInput[] {
  const found = recordLists(document, []);
  if (found.length === 0) throw unreadable(name, "JSON without a list of records", "an array of objects or of arrays");
  return found.map(({ key, records }) =>
    inputFromRecords(
      key,
      key === null ? [] : [key],
      Array.isArray(records[0]) ? arrayRows(name, records) : objectRows(name, records),
    ),
  );
}

interface RecordList {
  readonly key: string | null;
  readonly records: readonly unknown[];
}

/** Every list of records up to three levels down; the World Bank puts a page header before its list. */
function recordLists(value: unknown, path: readonly string[]): RecordList[] {
  const key = path[path.length - 1] ?? null;
  if (Array.isArray(value)) {
    if (value.length === 2 && !Array.isArray(value[0]) && Array.isArray(value[1]) && typeof value[1][0] === "object")
      return recordLists(value[1], path);
    const isList = value.length > 0 && value.every((item) => typeof item === "object" && item !== null);
    return isList ? [{ key, records: exploded(value) }] : [];
  }
  if (!isObject(value) || path.length > 3) return [];
  const records = fromColumns(value) ?? fromKeys(value);
  if (records !== null) return [{ key, records }];
  return Object.entries(value).flatMap(([inner, below]) => recordLists(below, [...path, inner]));
}

function objectRows(name: string, records: readonly unknown[]): string[][] {
  const flat = records.map((record) => {
    const cells = new Map<string, string>();
    flatten(name, record, "", cells, 0);
    return cells;
  });
  const headings = new Set<string>();
  for (const cells of flat) for (const heading of cells.keys()) headings.add(heading);
  if (headings.size > MOST_COLUMNS)
    throw unreadable(name, `records of ${headings.size} keys`, `at most ${MOST_COLUMNS}`);
  const columns = [...headings];
  return [
    columns.map((heading) => plainKey(heading, headings)),
    ...flat.map((cells) => columns.map((heading) => cells.get(heading) ?? "")),
  ];
}

/** The World Bank writes `country: { id, value }`: a code and a name. */
function plainKey(heading: string, all: ReadonlySet<string>): string {
  const base = heading.replace(/\.\w+$/, "");
  if (!all.has(`${base}.id`) && !all.has(`${base}.code`)) return heading;
  return heading.replace(/\.(?:value|name|label)$/, "_name").replace(/\.(?:id|code)$/, "_code");
}

function flatten(name: string, value: unknown, path: string, cells: Map<string, string>, depth: number): void {
  if (depth > MOST_DEPTH) throw unreadable(name, `records nested deeper than ${MOST_DEPTH}`, "flat records");
  if (value === null || value === undefined) {
    cells.set(path, "");
  } else if (typeof value === "object") {
    for (const [key, inner] of Object.entries(value))
      flatten(name, inner, path === "" ? key : `${path}.${key}`, cells, depth + 1);
  } else {
    cells.set(path, String(value));
  }
}

function arrayRows(name: string, records: readonly unknown[]): string[][] {
  return records.map((record) => (Array.isArray(record) ? record : [record]).map((cell) => cellText(name, cell)));
}

function cellText(name: string, cell: unknown): string {
  if (cell === null || cell === undefined) return "";
  if (typeof cell === "object")
    throw unreadable(name, "rows with lists or objects in their cells", "rows of plain cells");
  return String(cell);
}
