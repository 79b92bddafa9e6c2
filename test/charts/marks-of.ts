import type { Description, MarkKind, MarkRows } from "../../src/charts/spec.ts";

/** Rows of all marks of a kind, of one panel or of all. */
export function marksOf<K extends MarkKind>(description: Description, kind: K, panel?: string): readonly MarkRows[K][] {
  const marks = description.panels
    .filter((one) => panel === undefined || one.key === panel)
    .flatMap((one) => one.marks);
  return marks.filter((mark) => mark.kind === kind).flatMap((mark) => mark.rows as readonly MarkRows[K][]);
}
