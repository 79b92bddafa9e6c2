import { missingReason } from "./missing-reason.ts";
import { isPartHeading } from "./part-of-year.ts";
import { period } from "./period.ts";
import { quantity } from "./quantity.ts";

/** What a cell looks like: a sign stands for a missing figure. */
export type CellKind = "blank" | "sign" | "year" | "number" | "text";

/** A year with the name of a figure behind it: 2022年受理, 2023败诉率. Such a cell is a heading, not 2022 of something. */
const YEAR_AND_NAME = /^(?:1[89]|20)\d\d(?:年度?\p{L}|[\p{L}\s]*[数率量额值比重]$)/u;

/** What kind of cell is this? A four-digit number that may be a year is `year`; who asks decides by the column. */
export function cellKind(text: string): CellKind {
  const trimmed = text.trim();
  if (trimmed === "") return "blank";
  if (trimmed.length > 60) return "text";
  // The commonest cells need none of the readers.
  if (/^-?(?:\d{1,3}|\d{5,15})(?:\.\d{1,12})?$/.test(trimmed)) return "number";
  if (missingReason(trimmed) !== null) return "sign";
  if (period(trimmed) !== null) return "year";
  if (YEAR_AND_NAME.test(trimmed) || isPartHeading(trimmed)) return "text";
  return quantity(trimmed) === null && quantity(trimmed, { decimal: "," }) === null ? "text" : "number";
}
