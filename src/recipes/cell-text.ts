import type { Row } from "../model/table.ts";
import { decimalsOf } from "../util/agrees.ts";

const BEFORE: Record<string, string> = { at_least: "≥", over: ">", at_most: "≤", under: "<", approx: "≈", exact: "" };

/** A number as a table cell: at most two decimals, thousands apart. */
export function numberCell(value: unknown, decimals = 2): string {
  if (typeof value !== "number") return "—";
  const text = value.toLocaleString("en", {
    maximumFractionDigits: decimals,
    minimumFractionDigits: Number.isInteger(value) ? 0 : decimals,
  });
  return text.replace("-", "−");
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
