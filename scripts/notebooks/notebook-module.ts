import { JSDOM } from "jsdom";

/** Lines between the tags of each TypeScript cell, as `[first, last]` indices into the lines of the file. */
function cellLines(html: string): [number, number][] {
  const dom = new JSDOM(html, { includeNodeLocations: true });
  const cells = [...dom.window.document.querySelectorAll("notebook script[type='text/x-typescript']")];
  return cells.map((cell) => {
    const { startTag, endTag } = dom.nodeLocation(cell) as { startTag: Place; endTag?: Place };
    if (endTag === undefined) throw new Error(`notebook: unclosed cell at line ${startTag.startLine}`);
    return [startTag.endLine, endTag.startLine - 2];
  });
}
interface Place {
  readonly startLine: number;
  readonly endLine: number;
}

/**
 * The TypeScript cells of a notebook as one module: every other line is blank, so that an error names the notebook's line.
 *
 * @throws Error where there is no TypeScript cell, for a check of nothing must not pass
 */
export function notebookModule(html: string): string {
  const cells = cellLines(html);
  if (cells.length === 0) throw new Error("notebook: no cell of type text/x-typescript");
  const inCell = (line: number) => cells.some(([first, last]) => first <= line && line <= last);
  // What a cell may not contain literally, it writes with a backslash.
  return html
    .split("\n")
    .map((line, i) => (inCell(i) ? line.replaceAll("<\\/script", "</script") : ""))
    .join("\n");
}
