import type { Row } from "../model/table.ts";

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

/** A value with its qualifier: `≥98`. */
export const valueCell = (row: Row): string => `${BEFORE[String(row.qualifier)] ?? ""}${numberCell(row.value)}`;

/** A span as `a–b`, one number where both ends are the same, a dash where there is none. */
export function spanCell(from: unknown, to: unknown, decimals = 2): string {
  if (typeof from !== "number" || typeof to !== "number") return "—";
  return from === to ? numberCell(from, decimals) : `${numberCell(from, decimals)}–${numberCell(to, decimals)}`;
}
