import { layout } from "../charts/layout.ts";
import type { Layout, PlacedPanel, PlacedText } from "../charts/placed.ts";
import type { Description, Scale } from "../charts/spec.ts";
import { TYPE_SCALE } from "../charts/type-scale.ts";
import { DASH, FONT_FAMILY, GRID, GROUND, TONE_STYLES } from "./tone-style.ts";
import { type Json, type JsonObject, verbatim } from "./vega-lite-layer.ts";
import { vegaLiteMarks } from "./vega-lite-marks.ts";

/** A position in pixels of the whole picture. */
const pixels = (field: string): JsonObject => ({ field, type: "quantitative", scale: null, axis: null });

/** Printed labels of ticks, looked up by value in the axis itself. */
function labelExpression(scale: Scale): string {
  const words = Object.fromEntries(scale.ticks.map((tick) => [String(tick.value), tick.label]));
  return `${JSON.stringify(words)}[datum.value]`;
}

/** An axis moved from the edge of the picture to the edge of its panel; hairlines are drawn apart. */
function axis(scale: Scale, orient: "bottom" | "left", offset: number): Json {
  if (scale.ticks.length === 0 || (orient === "left" && scale.kind === "band")) return null;
  return {
    orient,
    offset,
    values: scale.ticks.map((tick) => tick.value),
    labelExpr: labelExpression(scale),
    // Vega would describe the axis in English.
    description: [scale.title, scale.ticks.map((tick) => tick.label).join(", ")]
      .filter((part) => part !== null)
      .join(": "),
    title: null,
  };
}

function vegaScale(scale: Scale, range: readonly [number, number]): JsonObject {
  const domain = [...scale.domain];
  if (scale.kind === "band") return { type: "band", domain, range: [...range], paddingInner: 0, paddingOuter: 0 };
  return { type: "linear", domain, range: [...range], zero: false, nice: false };
}

/** A mark that is not seen carries the scales and axes of a panel, also where it has no marks. */
function axesLayer(panel: PlacedPanel, picture: Layout, name: string): JsonObject {
  const { spec, left, top, width, height } = panel;
  const vertical: [number, number] = spec.y.kind === "band" ? [top, top + height] : [top + height, top];
  const encoded = (scale: Scale, range: [number, number], made: Json): JsonObject => ({
    field: "at",
    type: scale.kind === "band" ? "nominal" : "quantitative",
    scale: vegaScale(scale, range),
    axis: made,
  });
  return {
    name: `${name}_axes`,
    data: { values: [{ x: spec.x.domain[0] ?? 0, y: spec.y.domain[0] ?? 0 }] },
    mark: { type: "point", opacity: 0, aria: false, tooltip: null },
    encoding: {
      x: {
        ...encoded(spec.x, [left, left + width], axis(spec.x, "bottom", top + height - picture.height)),
        field: "x",
      },
      y: { ...encoded(spec.y, vertical, axis(spec.y, "left", -left)), field: "y" },
    },
  };
}

function panelLayer(panel: PlacedPanel, picture: Layout, index: number): JsonObject {
  const name = `panel_${index}`;
  return {
    name,
    layer: [axesLayer(panel, picture, name), ...vegaLiteMarks(panel, name)],
  };
}

/** All texts that share size, weight and anchor: these are no channels of Vega-Lite. */
function textLayers(texts: readonly PlacedText[]): JsonObject[] {
  const groups = new Map<string, PlacedText[]>();
  for (const text of texts) {
    const traits = [
      text.role.replace("-", "_"),
      text.anchor,
      text.bold ? "bold" : "",
      text.evidence === null ? "" : "told",
    ];
    const name = traits.filter((trait) => trait !== "").join("_");
    groups.set(name, [...(groups.get(name) ?? []), text]);
  }
  return [...groups].map(([name, group]) => {
    const [first] = group as [PlacedText];
    return {
      name: `text_${name}`,
      data: {
        values: group.map(({ key, text, x, y, tone, evidence }) => ({
          text,
          x,
          y,
          colour: TONE_STYLES[tone].text,
          ...(key === null ? {} : { key }),
          ...(evidence === null ? {} : { evidence }),
        })),
      },
      mark: {
        type: "text",
        align: { start: "left", middle: "center", end: "right" }[first.anchor],
        baseline: "alphabetic",
        fontSize: TYPE_SCALE[first.role].size,
        fontWeight: first.bold ? 700 : 400,
      },
      encoding: {
        x: pixels("x"),
        y: pixels("y"),
        text: { field: "text", type: "nominal" },
        color: verbatim("colour"),
        ...(first.evidence !== null ? { tooltip: { field: "evidence", type: "nominal" } } : {}),
      },
    };
  });
}

/** A layer of rows whose ends are pixels. */
function pixelLayer(
  name: string,
  type: "rule" | "rect",
  rows: readonly JsonObject[],
  look: JsonObject,
  encoding: JsonObject = {},
): JsonObject[] {
  if (rows.length === 0) return [];
  const ends = { x: pixels("x"), y: pixels("y"), x2: { field: "x2" }, y2: { field: "y2" } };
  return [{ name, data: { values: rows }, mark: { type, aria: false, ...look }, encoding: { ...ends, ...encoding } }];
}

/** Hairlines, and the blank ground of the texts upon them. */
function groundLayers(picture: Layout): JsonObject[] {
  const lines = picture.grid.map(({ x1, y1, x2, y2 }) => ({ x: x1, y: y1, x2, y2 }));
  const plates = picture.plates.map(({ left, right, top, bottom }) => ({ x: left, y: top, x2: right, y2: bottom }));
  return [
    ...pixelLayer("ground_grid", "rule", lines, { color: GRID, strokeWidth: 1 }),
    ...pixelLayer("ground_plates", "rect", plates, { color: GROUND }),
  ];
}

/** Symbols of the legend and leaders, in pixels. */
function frameLayers(picture: Layout): JsonObject[] {
  const strokes = (dashed: boolean): JsonObject[] => {
    const rows = picture.strokes
      .filter((stroke) => stroke.dashed === dashed)
      .map(({ role, tone, x1, y1, x2, y2 }) => {
        const { mark, strokeWidth } = TONE_STYLES[tone];
        return { x: x1, y: y1, x2, y2, colour: mark, width: role === "leader" ? 0.8 : strokeWidth };
      });
    return pixelLayer(
      `frame_strokes${dashed ? "_dashed" : ""}`,
      "rule",
      rows,
      dashed ? { strokeDash: [...DASH] } : {},
      {
        stroke: verbatim("colour"),
        strokeWidth: verbatim("width", "quantitative"),
      },
    );
  };
  const dots = picture.dots.map(({ tone, x, y, open }) => {
    const { mark, radius } = TONE_STYLES[tone];
    return { x, y, fill: open ? GROUND : mark, colour: mark, size: 4 * radius ** 2 };
  });
  const dotLayer = {
    name: "frame_dots",
    data: { values: dots },
    mark: { type: "point", strokeWidth: 1.8, opacity: 1, aria: false },
    encoding: {
      x: pixels("x"),
      y: pixels("y"),
      fill: verbatim("fill"),
      stroke: verbatim("colour"),
      size: verbatim("size", "quantitative"),
    },
  };
  return [...strokes(false), ...strokes(true), ...(dots.length > 0 ? [dotLayer] : [])];
}

/**
 * Writes a chart as a Vega-Lite 6 specification.
 *
 * @remarks
 * Plain JSON without functions: one layered view as large as the picture, each panel with its own scales whose ranges are
 * the panel's pixels, so that the picture is exactly as wide as described and agrees with {@link toPlot}. Tooltips carry
 * the evidence of the rows. In Node, mend Vega's text measuring first, as {@link toSvg} does.
 *
 * @param description - a chart
 */
export function toVegaLite(description: Description): JsonObject {
  const picture = layout(description);
  const { width, height } = picture;
  const resolve = { x: "independent", y: "independent" };
  return {
    $schema: "https://vega.github.io/schema/vega-lite/v6.json",
    description: description.alt,
    usermeta: { chart: description.chart, language: description.language },
    width,
    height,
    padding: 0,
    autosize: { type: "none" },
    background: GROUND,
    resolve: { scale: resolve, axis: resolve },
    layer: [
      ...groundLayers(picture),
      ...picture.panels.map((panel, i) => panelLayer(panel, picture, i)),
      ...frameLayers(picture),
      ...textLayers(picture.texts.filter((text) => text.role !== "tick")),
    ],
    config: {
      font: FONT_FAMILY,
      view: { stroke: null },
      axis: {
        domain: false,
        ticks: false,
        grid: false,
        labelColor: TONE_STYLES.muted.text,
        labelFontSize: TYPE_SCALE.tick.size,
        labelPadding: 8,
        labelOverlap: false,
        labelBound: false,
        labelFlush: false,
        labelLimit: 0,
      },
      text: { limit: 0 },
    },
  };
}
