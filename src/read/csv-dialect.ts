import Papa from "papaparse";

export interface CsvDialect {
  readonly delimiter: "," | ";" | "\t" | "|";
  /** Records before the table that only state the dialect: Excel's `sep=;`. */
  readonly skip: number;
}

const DELIMITERS = [",", ";", "\t", "|"] as const;
const ROWS = 300;

/**
 * Which character parts the cells of this text?
 *
 * @remarks The one that gives most rows the same number of cells, more than one; wider rows count a little more.
 *
 * @param sample - the first lines, whole ones
 * @example
 * ```ts @import.meta.vitest
 * expect(csvDialect("地区;2020\n甲;1,5\n乙;2,5\n").delimiter).toBe(";");
 * ```
 */
export function csvDialect(sample: string): CsvDialect {
  const stated = sample.match(/^sep=([,;\t|])\r?\n/i);
  if (stated !== null) return { delimiter: stated[1] as CsvDialect["delimiter"], skip: 1 };
  let best: { delimiter: CsvDialect["delimiter"]; score: number } = { delimiter: ",", score: 0 };
  for (const delimiter of DELIMITERS) {
    const { data } = Papa.parse<string[]>(sample, { delimiter, preview: ROWS, skipEmptyLines: "greedy" });
    const counts = new Map<number, number>();
    for (const row of data) counts.set(row.length, (counts.get(row.length) ?? 0) + 1);
    for (const [cells, rows] of counts) {
      const score = cells < 2 ? 0 : (rows / data.length) ** 2 * Math.log2(cells + 1);
      if (score > best.score) best = { delimiter, score };
    }
  }
  return { delimiter: best.delimiter, skip: 0 };
}

/** The rows of a text of CSV, every cell a text; malformed quotes are counted, and `open` says that one never closes. */
export function csvRows(text: string, delimiter: string): { rows: string[][]; malformed: number; open: boolean } {
  const { data, errors } = Papa.parse<string[]>(text, { delimiter, skipEmptyLines: true });
  const quotes = errors.filter(({ type }) => type === "Quotes");
  return { rows: data, malformed: quotes.length, open: quotes.some(({ code }) => code === "MissingQuotes") };
}
