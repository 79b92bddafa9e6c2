import * as Plot from "@observablehq/plot";
import { layout } from "../charts/layout.ts";
import type { Layout, PlacedPanel } from "../charts/placed.ts";
import type { Description, PanelSpec, Scale } from "../charts/spec.ts";
import { TYPE_SCALE } from "../charts/type-scale.ts";
import { plotMarks } from "./plot-marks.ts";
import { DASH, FONT_FAMILY, GRID, GROUND, TONE_STYLES } from "./tone-style.ts";

const SVG = "http://www.w3.org/2000/svg";

/** Where Plot and its frame are built; in a browser, the page's own. */
export interface ToPlotOptions {
  readonly document?: Document;
}

function element(
  document: Document,
  name: string,
  attributes: Readonly<Record<string, string | number>>,
  text?: string,
) {
  const made = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, String(value));
  if (text !== undefined) made.textContent = text;
  return made;
}

function plotScale(scale: Scale, range: readonly [number, number]): Plot.ScaleOptions {
  if (scale.kind === "band")
    return { type: "band", domain: [...scale.domain], range: [...range], padding: 0, round: false };
  return { type: "linear", domain: [...scale.domain] as number[], range: [...range] };
}

/** Ticks with the words printed at them. */
function labelled(scale: Scale) {
  const words = new Map(scale.ticks.map((tick) => [tick.value, tick.label]));
  return { ticks: [...words.keys()], tickFormat: (value: string | number) => words.get(value) ?? "" };
}

/** The labels of linear axes; hairlines and labels of rows are part of the layout. */
function axes({ x, y }: PanelSpec): Plot.Markish[] {
  const font = {
    fontSize: TYPE_SCALE.tick.size,
    fill: TONE_STYLES.muted.text,
    tickSize: 0,
    tickPadding: 8,
    label: null,
  };
  return [
    x.ticks.length > 0 ? Plot.axisX({ ...labelled(x), ...font, anchor: "bottom" }) : null,
    y.kind === "linear" && y.ticks.length > 0 ? Plot.axisY({ ...labelled(y), ...font, anchor: "left" }) : null,
  ];
}

/** Hairlines, and the blank ground of the texts upon them. */
function ground(picture: Layout, document: Document): Element[] {
  const lines = picture.grid.map(({ x1, y1, x2, y2 }) =>
    element(document, "line", { class: "grid", x1, y1, x2, y2, stroke: GRID }),
  );
  const plates = picture.plates.map(({ left, right, top, bottom }) =>
    element(document, "rect", {
      class: "plate",
      x: left,
      y: top,
      width: right - left,
      height: bottom - top,
      fill: GROUND,
    }),
  );
  return [...lines, ...plates];
}

/** A panel as Plot draws it, in a group of its own. */
function panelGroup(panel: PlacedPanel, picture: Layout, document: Document): Element {
  const { spec, left, top, width, height } = panel;
  const plot = Plot.plot({
    document,
    width: picture.width,
    height: picture.height,
    marginLeft: left,
    marginTop: top,
    marginRight: picture.width - left - width,
    marginBottom: picture.height - top - height,
    x: { ...plotScale(spec.x, [left, left + width]), axis: null },
    y: { ...plotScale(spec.y, spec.y.kind === "band" ? [top, top + height] : [top + height, top]), axis: null },
    marks: [...axes(spec), ...plotMarks(panel)],
  });
  // Plot's style sheet stays behind with its root, whose anchor its labels rely on.
  const group = element(document, "g", { class: "panel", "data-panel": spec.key, "text-anchor": "middle" });
  for (const child of [...plot.children]) if (child.localName !== "style") group.append(child);
  return group;
}

/** Legend, leaders and all texts that are no labels of linear axes. */
function frame(picture: Layout, document: Document): Element[] {
  const strokes = picture.strokes.map(({ role, tone, x1, y1, x2, y2, dashed }) => {
    const width = role === "leader" ? 0.8 : TONE_STYLES[tone].strokeWidth;
    const line = element(document, "line", {
      class: role,
      x1,
      y1,
      x2,
      y2,
      stroke: TONE_STYLES[tone].mark,
      "stroke-width": width,
    });
    if (dashed) line.setAttribute("stroke-dasharray", DASH.join(" "));
    return line;
  });
  const dots = picture.dots.map(({ tone, x, y, open }) => {
    const { mark, radius } = TONE_STYLES[tone];
    return element(document, "circle", {
      class: "legend",
      cx: x,
      cy: y,
      r: radius,
      fill: open ? GROUND : mark,
      stroke: mark,
      "stroke-width": 1.8,
    });
  });
  const texts = picture.texts
    .filter((text) => text.role !== "tick")
    .map((text) => {
      const { size } = TYPE_SCALE[text.role];
      const made = element(
        document,
        "text",
        { class: text.role, x: text.x, y: text.y, "font-size": size, fill: TONE_STYLES[text.tone].text },
        text.text,
      );
      if (text.anchor !== "start") made.setAttribute("text-anchor", text.anchor);
      if (text.bold) made.setAttribute("font-weight", "700");
      if (text.key !== null) made.setAttribute("data-key", text.key);
      if (text.evidence !== null) made.append(element(document, "title", {}, text.evidence));
      return made;
    });
  return [...strokes, ...dots, ...texts];
}

/**
 * Draws a chart with Observable Plot.
 *
 * @remarks
 * The picture is one `<svg role="img">` with `<title>` and `<desc>`; each mark has the class of its kind and the key of
 * its row in `data-key`. Texts are text, so a font with Chinese letters must be at hand where it is shown.
 *
 * @param description - a chart
 * @param options - `document` where there is no global one, as in Node
 */
export function toPlot(description: Description, options: ToPlotOptions = {}): SVGSVGElement {
  const document = options.document ?? globalThis.document;
  const picture = layout(description);
  const { width, height } = picture;
  const root = element(document, "svg", {
    xmlns: SVG,
    width,
    height,
    viewBox: `0 0 ${width} ${height}`,
    role: "img",
    lang: description.language,
    class: `comparanda ${description.chart}`,
    "font-family": FONT_FAMILY,
  });
  root.append(
    element(document, "title", {}, description.title),
    element(document, "desc", {}, description.alt),
    element(document, "rect", { class: "ground", width, height, fill: GROUND }),
    ...ground(picture, document),
    ...picture.panels.map((panel) => panelGroup(panel, picture, document)),
    ...frame(picture, document),
  );
  return root as SVGSVGElement;
}
