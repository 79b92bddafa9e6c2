type Cell = string | number | boolean | null;

/** A text that a spreadsheet would run as a formula, or that already has our mark before such a text. */
const RISKY = /^'*[=+\-@\t\r]/;

/**
 * A text as it is written to CSV, so that no spreadsheet runs it: one apostrophe before a formula sign.
 *
 * @remarks Numbers are not texts and never pass here. {@link unescapeText} gives every text back.
 *
 * @example
 * ```ts @import.meta.vitest
 * expect(escapeText("=cmd|' /C calc'!A0")).toBe("'=cmd|' /C calc'!A0");
 * expect(unescapeText(escapeText("'=1"))).toBe("'=1");
 * expect(escapeText("'t Zand")).toBe("'t Zand");
 * ```
 */
export function escapeText(text: string): string {
  return RISKY.test(text) ? `'${text}` : text;
}

/** The text that was escaped. */
export function unescapeText(text: string): string {
  return text.startsWith("'") && RISKY.test(text) ? text.slice(1) : text;
}

/** One record of CSV: quoted where it must be, missing as nothing. */
export function csvRecord(cells: readonly Cell[]): string {
  return cells.map(csvCell).join(",");
}

function csvCell(cell: Cell): string {
  if (cell === null) return "";
  if (typeof cell !== "string") return String(cell);
  const text = escapeText(cell);
  // A text that is empty must not look like a missing one, and a blank at either end is easily lost.
  return text === "" || /[",\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
