export { type ToPngOptions, toPng } from "./export/png.node.ts";
export { type ToSvgOptions, toSvg } from "./export/svg.node.ts";
export * from "./index.ts";
export { loadPanel } from "./read/load-panel.node.ts";
