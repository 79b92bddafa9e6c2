import { readOds } from "hucre/ods";
import { readXls, readXlsx, type Sheet, type Workbook } from "hucre/xlsx";
import { type Finding, finding } from "../model/finding.ts";
import type { Grid } from "./grid.ts";
import { shiftDecimal } from "./shift-decimal.ts";
import { saying, unreadable } from "./unreadable.ts";
import { zipGuard } from "./zip-guard.ts";

export interface WorkbookGrids {
  readonly grids: readonly Grid[];
  readonly findings: readonly Finding[];
}

/**
 * The sheets of a workbook as they look: percents as percents, codes with their zeros, dates as dates, formulas as results.
 *
 * @remarks Hidden sheets are read too and named in a finding. Chart sheets and empty sheets are left out.
 *
 * @throws {@link ComparandaError} `file.unreadable` for a broken, locked or oversized workbook
 */
export async function fromXlsx(name: string, bytes: Uint8Array, kind: "xlsx" | "xls" | "ods"): Promise<WorkbookGrids> {
  if (kind !== "xls") zipGuard(name, bytes);
  if (kind === "xlsx" && !holdsWorkbook(bytes))
    throw unreadable(name, "a zip archive that is no workbook", "one of the files inside it, unpacked");
  const read = { xlsx: readXlsx, xls: readXls, ods: readOds }[kind];
  let workbook: Workbook;
  try {
    workbook = await read(bytes, { readStyles: true });
  } catch (cause) {
    throw unreadable(name, saying(cause), `a ${kind} workbook without a password`, cause);
  }
  const findings: Finding[] = [];
  const sheets = workbook.sheets.filter((sheet) =>
    sheet.rows.some((row) => row.some((cell) => cell !== null && cell !== "")),
  );
  const grids = sheets.map((sheet) => {
    if (sheet.hidden || sheet.veryHidden)
      findings.push(finding("note", "sheet.hidden", { file: name, sheet: sheet.name }, { file: name }));
    return gridOf(name, sheet, findings);
  });
  return { grids, findings };
}

/** The directory at the end of the archive names a part that every workbook has. */
const holdsWorkbook = (bytes: Uint8Array): boolean =>
  new TextDecoder("latin1")
    .decode(bytes.subarray(Math.max(0, bytes.length - (1 << 20))))
    .includes("[Content_Types].xml");

function gridOf(file: string, sheet: Sheet, findings: Finding[]): Grid {
  const rows = sheet.rows.map((row, at) =>
    Array.from(row, (value, column) => {
      const cell = sheet.cells?.get(`${at},${column}`);
      if (cell?.formula !== undefined && (value === null || value === "") && (cell.formulaResult ?? null) === null) {
        const place = { file, row: at + 1 };
        findings.push(
          finding(
            "warning",
            "cell.uncalculated",
            { file, row: at + 1, column: letters(column), got: cell.formula.slice(0, 80) },
            place,
          ),
        );
      }
      return shown(cell?.formulaResult ?? value, cell?.style?.numFmt);
    }),
  );
  const merges = (sheet.merges ?? []).map((merge) => ({
    startRow: merge.startRow,
    startColumn: merge.startCol,
    endRow: merge.endRow,
    endColumn: merge.endCol,
  }));
  return { name: sheet.name, titles: [sheet.name], rows, merges };
}

/** The text a reader of the sheet sees, as far as it changes what the cell means. */
function shown(value: unknown, format = ""): string {
  if (value === null || value === undefined) return "";
  if (value instanceof Date) return dateText(value, format);
  if (typeof value !== "number") return String(value);
  if (/%/.test(format)) return `${shiftDecimal(String(value), 2)}%`;
  // Codes are often numbers that a format of zeros fills up: 000000.
  if (/^0{2,12}$/.test(format) && Number.isInteger(value) && value >= 0)
    return String(value).padStart(format.length, "0");
  return String(value);
}

/** A date as its format shows it: years alone, months, or days. */
function dateText(date: Date, format: string): string {
  if (Number.isNaN(date.getTime())) return "";
  const text = date.toISOString();
  const letters = format.replace(/"[^"]*"|\[[^\]]*\]|\\./g, "").toLowerCase();
  if (/y/.test(letters) && !/[dhs]/.test(letters)) return text.slice(0, /m/.test(letters) ? 7 : 4);
  return text.endsWith("T00:00:00.000Z") ? text.slice(0, 10) : text.slice(0, 19);
}

/** A, B … Z, AA: the letters of a column counted from 0. */
export function letters(column: number): string {
  const rest = Math.floor(column / 26);
  return (rest > 0 ? letters(rest - 1) : "") + String.fromCharCode(65 + (column % 26));
}
