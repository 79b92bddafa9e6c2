import { ComparandaError } from "../model/errors.ts";
import { balanceText } from "../util/balance-text.ts";
import { wrapText } from "../util/wrap-text.ts";
import { placeLegend } from "./place-legend.ts";
import { gridLines, leaders, placed, placePanel } from "./place-panel.ts";
import { type Box, type Layout, type PlacedPanel, type PlacedText, textBox } from "./placed.ts";
import type { Description, Tone } from "./spec.ts";
import { thinTicks } from "./thin-ticks.ts";
import { type TextRole, TYPE_SCALE } from "./type-scale.ts";

const MARGIN = 20;
const BETWEEN_PANELS = 20;
const NARROWEST_PANEL = 40;

interface Side {
  readonly left: number;
  readonly right: number;
}

/** Lines of one text of the frame, from `top` on; the answer says where the next thing may start. */
function paragraph(role: TextRole, text: string | null, top: number, width: number, tone: Tone) {
  const { size, line, bold } = TYPE_SCALE[role];
  const broken = role === "title" ? balanceText : wrapText;
  const lines = text === null ? [] : broken(text, width, size, bold);
  const texts = lines.map((words, i) => placed(role, words, MARGIN, top + i * line + 0.88 * size, { tone }));
  return { texts, bottom: top + lines.length * line };
}

/** Panels side by side with these overhangs of their texts; all are equally wide. */
function abreast(description: Description, sides: readonly Side[], top: number): PlacedPanel[] {
  const { panels, width, plotHeight } = description;
  const overhang = sides.reduce((sum, side) => sum + side.left + side.right, 0);
  const inner = (width - 2 * MARGIN - overhang - BETWEEN_PANELS * (panels.length - 1)) / panels.length;
  if (inner < NARROWEST_PANEL) {
    const expected = `at least ${Math.ceil(width + (NARROWEST_PANEL - inner) * panels.length)}`;
    throw new ComparandaError("number.invalid", { verb: "layout", argument: "width", got: String(width), expected });
  }
  let left = MARGIN;
  return panels.map((spec, i) => {
    left += sides[i]?.left ?? 0;
    const panel = { spec: { ...spec, x: thinTicks(spec.x, inner) }, left, top, width: inner, height: plotHeight };
    left += inner + (sides[i]?.right ?? 0) + BETWEEN_PANELS;
    return panel;
  });
}

const rightLimit = (panel: PlacedPanel, side: Side) => panel.left + panel.width + side.right;

/** How far the texts of a panel stand out of its box. */
function overhangs(panel: PlacedPanel, texts: readonly PlacedText[]) {
  const boxes = texts.map(textBox);
  return {
    left: Math.max(0, ...boxes.map((box) => panel.left - box.left)),
    right: Math.max(0, ...boxes.map((box) => box.right - panel.left - panel.width)),
    above: Math.max(0, ...boxes.map((box) => panel.top - box.top)),
    below: Math.max(0, ...boxes.map((box) => box.bottom - panel.top - panel.height)),
  };
}

/**
 * The widths of the panels and the room around them. A narrower panel moves its texts, so measuring is repeated until no
 * side grows; sides only grow, and a panel that becomes too narrow ends it with an error.
 */
function fitPanels(description: Description, top: number) {
  let sides: Side[] = description.panels.map(() => ({ left: 0, right: 0 }));
  for (;;) {
    const panels = abreast(description, sides, top);
    const hangs = panels.map((panel, i) => overhangs(panel, placePanel(panel, rightLimit(panel, sides[i] as Side))));
    const grown = sides.map((side, i) => ({
      left: Math.max(side.left, Math.ceil(hangs[i]?.left ?? 0)),
      right: Math.max(side.right, Math.ceil(hangs[i]?.right ?? 0)),
    }));
    if (grown.every((side, i) => side.left === sides[i]?.left && side.right === sides[i]?.right)) {
      const above = Math.max(0, ...hangs.map((hang) => hang.above));
      const below = Math.max(0, ...hangs.map((hang) => hang.below));
      return { sides, above, below };
    }
    sides = grown;
  }
}

/** Whether hairlines of the panel could run through the text. */
function touches(text: PlacedText, { left, top, width, height }: PlacedPanel): boolean {
  const box = textBox(text);
  return box.left < left + width && box.right > left && box.top < top + height && box.bottom > top;
}

/** Blank ground around a text. */
function plate(text: PlacedText): Box {
  const { left, right, top, bottom } = textBox(text);
  return { left: left - 2, right: right + 2, top: top - 1, bottom: bottom + 2 };
}

/**
 * Where does everything of a chart stand, in pixels?
 *
 * @remarks
 * Margins come from measured texts, so no text leaves the picture. Both renderers draw this geometry, so that their
 * pictures agree. Title, takeaway, subtitle and legend stand above, note and source below, all within the picture.
 *
 * @param description - a chart
 * @returns places of panels, texts and symbols, and the height of the whole
 * @throws {@link ComparandaError} `number.invalid` where the width leaves no room for the panels
 */
export function layout(description: Description): Layout {
  const { width } = description;
  const room = width - 2 * MARGIN;
  const title = paragraph("title", description.title, MARGIN, room, "plain");
  const takeaway = paragraph("takeaway", description.takeaway, title.bottom, room, "plain");
  const subtitle = paragraph("subtitle", description.subtitle, takeaway.bottom + 2, room, "muted");
  const legend = placeLegend(description.legend, MARGIN, subtitle.bottom + 8, room);
  const panelsTop = subtitle.bottom + 8 + legend.height + 10;
  const { sides, above, below } = fitPanels(description, panelsTop);
  const panels = abreast(description, sides, panelsTop + above);
  const plotBottom = panelsTop + above + (description.panels.length === 0 ? 0 : description.plotHeight + below);
  const note = paragraph("note", description.note, plotBottom + 16, room, "muted");
  const source = paragraph("source", description.source, note.bottom + 4, room, "muted");
  const inPanels = panels.flatMap((panel, i) => placePanel(panel, rightLimit(panel, sides[i] as Side)));
  return {
    description,
    width,
    height: Math.ceil(source.bottom + MARGIN - 6),
    panels,
    texts: [
      ...[title, takeaway, subtitle].flatMap((part) => part.texts),
      ...legend.texts,
      ...inPanels,
      ...note.texts,
      ...source.texts,
    ],
    strokes: [...legend.strokes, ...panels.flatMap(leaders)],
    grid: panels.flatMap(gridLines),
    plates: inPanels.filter((text) => text.role === "mark" && panels.some((panel) => touches(text, panel))).map(plate),
    dots: legend.dots,
  };
}
