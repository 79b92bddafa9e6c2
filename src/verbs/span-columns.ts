import { edgesOf } from "../model/edges.ts";
import type { Qualifier } from "../model/observation.ts";
import type { ColumnTable } from "../model/table.ts";
import { boundsOf } from "./bounds-of.ts";
import { dictionaryOf, hasColumn, numbersOrNone, orNull } from "./columns.ts";

/** Where the true value of each row lies as stated; an exact figure is itself, an open end is ±Infinity. */
export interface StatedSpans {
  readonly lower: Float64Array;
  readonly upper: Float64Array;
  /** 1 where a figure is not exact. */
  readonly edged: Uint8Array;
  readonly any: boolean;
}

/**
 * Reads the edges of a column of numbers: those of `value` stand in `lower` and `upper` beside `qualifier`, those of any other
 * column, such as `score`, in the columns of its name with `_lower` and `_upper`.
 */
export function statedSpans(table: ColumnTable, values: Float64Array, by: string): StatedSpans {
  return by === "value" ? spansOfValues(table, values) : spansByName(table, values, by);
}

function exactly(values: Float64Array): StatedSpans {
  return { lower: values, upper: values, edged: new Uint8Array(values.length), any: false };
}

function spansOfValues(table: ColumnTable, values: Float64Array): StatedSpans {
  if (!hasColumn(table, "qualifier")) return exactly(values);
  const { codes, values: words } = dictionaryOf(table, "qualifier");
  const exact = words.indexOf("exact");
  const isEdged = (row: number) => codes[row] !== -1 && codes[row] !== exact && !Number.isNaN(values[row]);
  let first = 0;
  while (first < values.length && !isEdged(first)) first += 1;
  if (first === values.length) return exactly(values);
  const spans = { lower: values.slice(), upper: values.slice(), edged: new Uint8Array(values.length), any: true };
  const unit = dictionaryOf(table, "unit");
  const [below, above] = [numbersOrNone(table, "lower"), numbersOrNone(table, "upper")];
  for (let row = first; row < values.length; row += 1) {
    if (!isEdged(row)) continue;
    const given = { lower: orNull(below[row]), upper: orNull(above[row]) };
    const stated = words[codes[row] as number] as Qualifier;
    const edges = edgesOf(values[row] as number, stated, given, boundsOf(unit.at(row)));
    spans.lower[row] = edges.lower;
    spans.upper[row] = edges.upper;
    spans.edged[row] = 1;
  }
  return spans;
}

function spansByName(table: ColumnTable, values: Float64Array, by: string): StatedSpans {
  if (!hasColumn(table, `${by}_lower`) || !hasColumn(table, `${by}_upper`)) return exactly(values);
  const [below, above] = [numbersOrNone(table, `${by}_lower`), numbersOrNone(table, `${by}_upper`)];
  const edged = Uint8Array.from(values, (value, row) =>
    Number(!Number.isNaN(value) && !(Number.isNaN(below[row]) && Number.isNaN(above[row]))),
  );
  if (!edged.includes(1)) return exactly(values);
  const side = (edges: Float64Array, open: number) =>
    values.map((value, row) => (edged[row] === 0 ? value : Number.isNaN(edges[row]) ? open : (edges[row] as number)));
  return {
    lower: side(below, Number.NEGATIVE_INFINITY),
    upper: side(above, Number.POSITIVE_INFINITY),
    edged,
    any: true,
  };
}
