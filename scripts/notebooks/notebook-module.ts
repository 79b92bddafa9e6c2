const CELL = /(<script\b[^>]*\btype="text\/x-typescript"[^>]*>)([\s\S]*?)<\/script>/gi;

const blank = (text: string) => text.replace(/[^\n]+/g, "");

/**
 * The TypeScript cells of a notebook as one module: every other line is blank, so that an error names the notebook's line.
 *
 * @throws Error where there is no TypeScript cell, for a check of nothing must not pass
 */
export function notebookModule(html: string): string {
  let code = "";
  let end = 0;
  for (const { index, 1: tag = "", 2: cell = "" } of html.matchAll(CELL)) {
    const start = index + tag.length;
    // A closing tag ends the cell, so a cell writes it with a backslash.
    code += blank(html.slice(end, start)) + cell.replaceAll("<\\/script", "</script");
    end = start + cell.length;
  }
  if (end === 0) throw new Error("notebook: no cell of type text/x-typescript");
  return code + blank(html.slice(end));
}
