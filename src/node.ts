export { type ToPngOptions, toPng } from "./export/png.node.ts";
export { type ToSvgOptions, toSvg } from "./export/svg.node.ts";
export * from "./index.ts";
export { loadPanel } from "./read/load-panel.node.ts";
export { type ExtractFolderOptions, type ExtractionAccount, extractFolder } from "./recipes/extract-folder.node.ts";
export { type ReviewFolder, type ReviewFolderOptions, reviewFolder } from "./recipes/review-folder.node.ts";
export { type ReviewServer, serveReview } from "./recipes/review-server.node.ts";
