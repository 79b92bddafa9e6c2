import type { Row } from "../model/table.ts";
import { decimalsOf } from "../util/agrees.ts";

const BEFORE: Record<string, string> = { at_least: "≥", over: ">", at_most: "≤", under: "<", approx: "≈", exact: "" };

const formats = new Map<string, Intl.NumberFormat>();

/** A format is dear to make and is asked for once a cell. */
function formatOf(least: number, most: number): Intl.NumberFormat {
  const key = `${least} ${most}`;
  const known = formats.get(key);
  if (known !== undefined) return known;
  const made = new Intl.NumberFormat("en", { minimumFractionDigits: least, maximumFractionDigits: most });
  formats.set(key, made);
  return made;
}

/** A number as a table cell: whole numbers without decimals, others with as many as asked for, thousands apart. */
export function numberCell(value: unknown, decimals = 2): string {
  if (typeof value !== "number") return "—";
  const least = Number.isInteger(value) ? 0 : decimals;
  return formatOf(least, decimals).format(value).replace("-", "−");
}

/** A change with its sign. */
export const signedCell = (value: unknown, decimals = 2): string =>
  typeof value === "number" && value > 0 ? `+${numberCell(value, decimals)}` : numberCell(value, decimals);

/** A value with its qualifier: `≥98`. A printed number shows the digits it was printed with, a computed one two. */
export function valueCell(row: Row): string {
  const printed = row.kind === "observation" && typeof row.value === "number";
  const digits = printed ? Math.min(2, decimalsOf(row.value as number)) : 2;
  return `${BEFORE[String(row.qualifier)] ?? ""}${numberCell(row.value, digits)}`;
}

/** A span as `a–b`, one number where both ends are the same, a dash where there is none. */
export function spanCell(from: unknown, to: unknown, decimals = 2): string {
  if (typeof from !== "number" || typeof to !== "number") return "—";
  return from === to ? numberCell(from, decimals) : `${numberCell(from, decimals)}–${numberCell(to, decimals)}`;
}
