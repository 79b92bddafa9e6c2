import type { Description } from "../charts/spec.ts";
import { toVegaLite } from "../render/vega-lite.ts";
import { escapeHtml } from "./escape-html.ts";
import { escapeScript } from "./escape-script.ts";
import type { Page, PageCell, PageDetails, PageSection, PageTable } from "./page.ts";

/** What a page carries besides its words. */
export interface PageParts {
  /** The picture of a figure, as SVG. */
  readonly picture: (description: Description) => string;
  /** Style sheet, fonts included. */
  readonly style: string;
  /** The script that makes pictures answer, and its digest for the content policy; null: a page without scripts. */
  readonly script: { readonly text: string; readonly digest: string } | null;
}

const paragraphs = (texts: readonly string[] | undefined) =>
  (texts ?? []).map((text) => `<p>${escapeHtml(text)}</p>`).join("\n");

function cellHtml(cell: PageCell): string {
  if (typeof cell === "string") return escapeHtml(cell);
  if (!/^https?:\/\/\S+$/i.test(cell.address)) return escapeHtml(`${cell.text} ${cell.address}`);
  return `<a href="${escapeHtml(cell.address)}" rel="noreferrer">${escapeHtml(cell.text)}</a>`;
}

function table({ caption, columns, rows }: PageTable): string {
  const kind = (i: number) => (columns[i]?.numeric ? ' class="numeric"' : "");
  const head = columns.map((column, i) => `<th scope="col"${kind(i)}>${escapeHtml(column.label)}</th>`).join("");
  const body = rows.map((row) => `<tr>${row.map((cell, i) => `<td${kind(i)}>${cellHtml(cell)}</td>`).join("")}</tr>`);
  return `<div class="wide"><table><caption>${escapeHtml(caption)}</caption><thead><tr>${head}</tr></thead>
<tbody>
${body.join("\n")}
</tbody></table></div>`;
}

function details({ summary, paragraphs: texts, tables }: PageDetails): string {
  return `<details><summary>${escapeHtml(summary)}</summary>
${paragraphs(texts)}
${(tables ?? []).map(table).join("\n")}</details>`;
}

/** A picture that can be read without scripts, and the specification that makes it answer. */
export function figureHtml(description: Description, id: string, parts: PageParts): string {
  const specification =
    parts.script === null ? "" : `<script type="application/json">${escapeScript(toVegaLite(description))}</script>`;
  return `<figure class="chart" id="${escapeHtml(id)}"><div class="static">${parts.picture(description)}</div>${specification}</figure>`;
}

function section(part: PageSection, index: number, parts: PageParts): string {
  const figures = (part.figures ?? []).map((figure, i) => figureHtml(figure, `figure-${index + 1}-${i + 1}`, parts));
  return `<section>
<h2>${escapeHtml(part.heading)}</h2>
${paragraphs(part.paragraphs)}
${figures.join("\n")}
${(part.tables ?? []).map(table).join("\n")}
${(part.details ?? []).map(details).join("\n")}
</section>`;
}

/** The frame of every page: nothing may be loaded, and only our own script may run. */
export function documentHtml(title: string, language: string, body: string, parts: PageParts): string {
  const scripts = parts.script === null ? "" : ` script-src 'sha256-${parts.script.digest}';`;
  const policy = `default-src 'none';${scripts} style-src 'unsafe-inline'; font-src data:; img-src data: blob:`;
  return `<!doctype html>
<html lang="${escapeHtml(language)}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(title)}</title>
<style>${parts.style}</style>
</head>
<body>
${body}
${parts.script === null ? "" : `<script>${parts.script.text}</script>`}
</body>
</html>
`;
}

/**
 * A page of words, pictures and tables as one HTML text.
 *
 * @remarks
 * Promises: every text is escaped; nothing is loaded from anywhere; without scripts the pictures are there all the same.
 *
 * @param page - the words and charts
 * @param parts - pictures, style and script, as {@link toHtml} makes them
 */
export function pageHtml(page: Page, parts: PageParts): string {
  const body = `<main>
<h1>${escapeHtml(page.title)}</h1>
<div class="lead">${paragraphs(page.lead)}</div>
${page.sections.map((part, i) => section(part, i, parts)).join("\n")}
</main>
<footer>${paragraphs(page.footer)}</footer>`;
  return documentHtml(page.title, page.language, body, parts);
}
