/** One kind of text: size and line height in pixels. */
export interface TypeStyle {
  readonly size: number;
  readonly line: number;
  readonly bold: boolean;
}

/** What a text is in the picture; its look follows from it. `tick` is drawn by an axis, `row` labels a band. */
export type TextRole =
  | "title"
  | "takeaway"
  | "subtitle"
  | "legend"
  | "panel-title"
  | "axis-title"
  | "tick"
  | "row"
  | "mark"
  | "note"
  | "source";

/** The hierarchy of type of every picture; a new role does not compile without its style. */
export const TYPE_SCALE: Record<TextRole, TypeStyle> = {
  title: { size: 20, line: 28, bold: true },
  takeaway: { size: 14, line: 21, bold: false },
  subtitle: { size: 12, line: 18, bold: false },
  legend: { size: 12, line: 20, bold: false },
  "panel-title": { size: 13, line: 18, bold: true },
  "axis-title": { size: 11, line: 16, bold: false },
  tick: { size: 12, line: 16, bold: false },
  row: { size: 12, line: 15, bold: false },
  mark: { size: 12, line: 16, bold: false },
  note: { size: 11, line: 16, bold: false },
  source: { size: 11, line: 16, bold: false },
};
