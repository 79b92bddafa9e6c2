import type { ReviewCell, ReviewReport } from "./review-types.ts";

/** A piece of the text that lies in the same figures throughout. */
export interface Piece {
  readonly start: number;
  readonly end: number;
  /** Places in the list of figures. */
  readonly figures: readonly number[];
  /** Why a number here was set aside; null where none was. */
  readonly aside: string | null;
}

/**
 * How is a text cut where its figures begin and end?
 *
 * @remarks Pieces follow each other without a gap and make up the whole text; figures may overlap or share a span.
 *
 * @example
 * ```ts @import.meta.vitest
 * const report = { text: "受理3件", figures: [{ start: 2, end: 4 }], aside: [] }
 * expect(piecesOf(report).map(({ start, end, figures }) => [start, end, figures])).toEqual([[0, 2, []], [2, 4, [0]]])
 * ```
 */
export function piecesOf(report: {
  readonly text: string;
  readonly figures: readonly Pick<ReviewCell, "start" | "end">[];
  readonly aside: ReviewReport["aside"];
}): Piece[] {
  const { text, figures, aside } = report;
  const inside = (at: number) => Math.max(0, Math.min(at, text.length));
  const cuts = new Set([0, text.length]);
  for (const { start, end } of [...figures, ...aside]) cuts.add(inside(start)).add(inside(end));
  const sorted = [...cuts].sort((a, b) => a - b);
  const pieces = sorted.slice(1).map((end, i) => ({ start: sorted[i] as number, end }));
  const at = new Map(pieces.map(({ start }, i) => [start, i]));
  const held: number[][] = pieces.map(() => []);
  const reasons: (string | null)[] = pieces.map(() => null);
  const cover = (span: { start: number; end: number }, put: (piece: number) => void) => {
    const first = at.get(inside(span.start)) ?? pieces.length;
    for (let i = first; i < pieces.length && (sorted[i] as number) < span.end; i += 1) put(i);
  };
  for (const one of aside) {
    cover(one, (i) => {
      reasons[i] = one.reason;
    });
  }
  figures.forEach((one, index) => {
    cover(one, (i) => held[i]?.push(index));
  });
  return pieces.map((piece, i) => ({ ...piece, figures: held[i] as number[], aside: reasons[i] as string | null }));
}

/** Puts the text of a report into an element, its figures marked; nothing of it is read as HTML. */
export function paintText(into: HTMLElement, report: ReviewReport, reasons: Readonly<Record<string, string>>): void {
  const nodes = piecesOf(report).map(({ start, end, figures, aside }) => {
    const words = report.text.slice(start, end);
    if (figures.length === 0 && aside === null) return document.createTextNode(words);
    const mark = document.createElement("mark");
    mark.textContent = words;
    mark.dataset.figures = figures.join(" ");
    if (aside !== null) mark.title = reasons[aside] ?? aside;
    return mark;
  });
  into.replaceChildren(...nodes);
  into.scrollTop = 0;
}

/** Colours the marks by where their first figure stands and what was decided; shows which one is looked at. */
export function colourMarks(into: HTMLElement, figures: readonly ReviewCell[], now: number): void {
  for (const mark of into.querySelectorAll("mark")) {
    const held = (mark.dataset.figures ?? "").split(" ").filter((one) => one !== "");
    const first = figures[Number(held[0])];
    const isNow = held.includes(String(now));
    const shown = held.length === 0 ? ["number"] : [first?.standsIn ?? "", first?.decision?.action ?? ""];
    mark.className = [...shown, isNow ? "now" : ""].join(" ").trim();
    if (isNow) mark.scrollIntoView({ block: "center" });
  }
}
