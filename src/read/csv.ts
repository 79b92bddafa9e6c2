import Papa from "papaparse";
import { type Finding, finding } from "../model/finding.ts";

/** A delimited file as text: nothing trimmed, nothing retyped. */
export interface TextTable {
  readonly header: readonly string[];
  readonly rows: readonly (readonly string[])[];
  readonly findings: readonly Finding[];
}

/**
 * Reads delimited text into cells, every one of them text: `010203` stays `010203`.
 *
 * @remarks
 * Missing: an empty cell is the empty string. Blank lines are passed over and not counted.
 * Ragged rows are filled or cut to the header's length, each with a `row.ragged` finding.
 *
 * @param text - the whole file, decoded; a byte order mark is dropped
 * @param options - `file` names the file in findings; `delimiter` is guessed where it is not given
 * @returns header and rows in order; row 1 is the first after the header
 * @example
 * ```ts @import.meta.vitest
 * expect(fromCsv("region,value\n010203,7", { file: "a.csv" }).rows).toEqual([["010203", "7"]])
 * ```
 */
export function fromCsv(text: string, options: { readonly file: string; readonly delimiter?: string }): TextTable {
  const parsed = Papa.parse<string[]>(text.replace(/^\uFEFF/, ""), {
    skipEmptyLines: "greedy",
    delimiter: options.delimiter ?? "",
    delimitersToGuess: [",", "\t", ";", "|"],
  });
  const [header = [], ...rows] = parsed.data;
  const findings: Finding[] = parsed.errors
    .filter((error) => error.type === "Quotes")
    .map((error) =>
      finding(
        "error",
        "cell.invalid",
        { file: options.file, row: error.row ?? 0, column: "?", got: error.message, expected: "closed quotes" },
        { file: options.file, row: error.row ?? null },
      ),
    );
  rows.forEach((row, index) => {
    if (row.length === header.length) return;
    const facts = { file: options.file, row: index + 1, got: row.length, expected: header.length };
    findings.push(finding("error", "row.ragged", facts, { file: options.file, row: index + 1 }));
    while (row.length < header.length) row.push("");
    row.length = header.length;
  });
  return { header: header.map((name) => name.trim()), rows, findings };
}
