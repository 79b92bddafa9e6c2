import type { PlacedPanel } from "../charts/placed.ts";
import type { Carried } from "../charts/spec.ts";
import { DASH, TONE_STYLES } from "./tone-style.ts";

/** A part of a Vega-Lite specification, plain JSON. */
export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };
export type JsonObject = { readonly [key: string]: Json };

/** Colours and widths stand in the rows themselves, so no scale of Vega-Lite may touch them. */
export const verbatim = (field: string, type = "nominal"): JsonObject => ({ field, type, scale: null });

/** Channels of marks that tell their evidence: to the pointer and to a screen reader. */
const COMMON = {
  tooltip: { field: "evidence", type: "nominal" },
  description: { field: "evidence", type: "nominal" },
};

/** Colour and width of a stroke of this tone. */
export const inked = ({ tone }: Pick<Carried, "tone">) => ({
  colour: TONE_STYLES[tone].mark,
  width: TONE_STYLES[tone].strokeWidth,
});

/** What marks of strokes read of a row. */
export const look = (row: Carried) => ({ key: row.key, evidence: row.evidence ?? "", ...inked(row) });

/** A position of a panel's axis, read from a field. */
export function channel(panel: PlacedPanel, axis: "x" | "y", field: string): JsonObject {
  return { field, type: panel.spec[axis].kind === "band" ? "nominal" : "quantitative" };
}

/** A layer with the rows it draws. */
export interface Layer {
  readonly name: string;
  readonly rows: readonly JsonObject[];
  readonly mark: JsonObject;
  readonly encoding: JsonObject;
}

/** Layers with rows of their own; those without rows are left out, and those that tell nothing say nothing. */
export function layers(parts: readonly Layer[]): JsonObject[] {
  return parts
    .filter((part) => part.rows.length > 0)
    .map(({ name, rows, mark, encoding }) => {
      const told = rows.some((row) => (row.evidence ?? "") !== "");
      return {
        name,
        data: { values: rows },
        mark: told ? mark : { ...mark, aria: false },
        encoding: told ? { ...encoding, ...COMMON } : encoding,
      };
    });
}

/** Channels of a stroke. */
export const STROKES = { stroke: verbatim("colour"), strokeWidth: verbatim("width", "quantitative") };
/** The property of a mark that is dashed. */
export const dashes = (dashed: boolean): JsonObject => (dashed ? { strokeDash: [...DASH] } : {});
