import { balanceText } from "../util/balance-text.ts";
import { TYPE_SCALE } from "./type-scale.ts";

/** Share of the picture that the names of rows may take before they are broken into lines. */
const MOST = 0.34;

/** A label beside the plot in as many lines as keep room for the plot in a picture of this width. */
export function rowLabel(label: string, width: number, share = MOST): string {
  return balanceText(label, width * share, TYPE_SCALE.row.size, true).join("\n");
}

/** Height of rows with these labels: `airy`, or as many lines as the longest has. */
export function rowHeight(labels: readonly string[], airy: number): number {
  const lines = Math.max(1, ...labels.map((label) => label.split("\n").length));
  return lines === 1 ? airy : Math.max(airy, lines * TYPE_SCALE.row.line + 6);
}
