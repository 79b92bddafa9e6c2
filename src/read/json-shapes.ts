type JsonObject = Readonly<Record<string, unknown>>;

export const isObject = (value: unknown): value is JsonObject =>
  typeof value === "object" && value !== null && !Array.isArray(value);

const isPlain = (value: unknown) => value === null || typeof value !== "object";

/**
 * Records of a table that is stored column by column, `{ country: […], year: […] }`, or with its headings apart,
 * `{ columns: […], data: [[…]] }`.
 *
 * @returns null where the object is neither
 */
export function fromColumns(object: JsonObject): readonly unknown[] | null {
  const headings = object.columns ?? object.fields ?? object.header;
  const rows = object.data ?? object.rows ?? object.values;
  if (isTexts(headings) && Array.isArray(rows) && rows.length > 0 && rows.every(Array.isArray))
    return [headings, ...rows];
  const columns = Object.entries(object);
  const [, first] = columns[0] ?? [];
  if (columns.length < 2 || !Array.isArray(first) || first.length === 0) return null;
  const even = columns.every(
    ([, cells]) => Array.isArray(cells) && cells.length === first.length && cells.every(isPlain),
  );
  if (!even) return null;
  return first.map((_, row) => Object.fromEntries(columns.map(([name, cells]) => [name, (cells as unknown[])[row]])));
}

const isTexts = (value: unknown): value is string[] =>
  Array.isArray(value) && value.length > 0 && value.every((item) => typeof item === "string");

/**
 * Records under their names, `{ FRA: { 2019: 1, 2020: 2 } }`: the name becomes the first cell. Under numbers that count
 * rows, 0, 1, 2 …, it is the columns that are named.
 *
 * @returns null where the object holds anything but such records
 */
export function fromKeys(object: JsonObject): readonly unknown[] | null {
  const entries = Object.entries(object);
  if (entries.length < 2 || !entries.every(([, inner]) => isObject(inner) && Object.values(inner).every(isPlain)))
    return null;
  const records = entries as [string, JsonObject][];
  const rows = [...new Set(records.flatMap(([, inner]) => Object.keys(inner)))];
  if (rows.length === 0) return null;
  const counted = rows.every((row, at) => row === String(at));
  return counted
    ? rows.map((row) => Object.fromEntries(records.map(([name, inner]) => [name, inner[row] ?? null])))
    : records.map(([name, inner]) => ({ "": name, ...inner }));
}

/**
 * Records that hold a list of records with figures, a country with its years: one record for each of these. A feature of a map
 * is its properties.
 */
export function exploded(records: readonly unknown[]): readonly unknown[] {
  return records.flatMap((record) => {
    if (!isObject(record)) return [record];
    if (isObject(record.properties) && "geometry" in record) return [record.properties];
    const [list, ...others] = Object.entries(record).filter(([, value]) => isFigureList(value));
    if (list === undefined || others.length > 0) return [record];
    const { [list[0]]: _, ...outer } = record;
    return (list[1] as readonly JsonObject[]).map((inner) =>
      Object.keys(inner).some((key) => key in outer) ? { ...outer, [list[0]]: inner } : { ...outer, ...inner },
    );
  });
}

const isFigureList = (value: unknown): boolean =>
  Array.isArray(value) &&
  value.length > 0 &&
  value.every((item) => isObject(item) && Object.values(item).some((cell) => typeof cell === "number"));
