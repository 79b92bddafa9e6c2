import { textWidth } from "./text-width.ts";

/** Never first in a line: closing brackets and quotes, stops, marks that belong to what stands before. */
const NOT_FIRST = /^[,.;:!?)\]}%°~\uff0c。\uff1b\uff1a、\uff01\uff1f\uff09》〉】〕』」”’…—·\uff05‰℃-]/u;
/** Never last in a line. */
const NOT_LAST = /[([{¥$#\uff08《〈【〔『「“‘]$/u;
/** A run of what is set without spaces between: Latin words, numbers with their signs. */
const UNITS = /[^\s\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff\uff00-\uff60\u3000-\u303f“”‘’…—·]+|\s+|./gu;

/** What may not be torn apart: a character or a word with the punctuation that clings to it. */
function clusters(text: string): string[] {
  const out: string[] = [];
  for (const unit of text.match(UNITS) ?? []) {
    const before = out.at(-1);
    const clings = before !== undefined && !/^\s/.test(before) && (NOT_FIRST.test(unit) || NOT_LAST.test(before));
    if (clings && !/^\s/.test(unit)) out[out.length - 1] = before + unit;
    else out.push(unit);
  }
  return out;
}

/** A cluster wider than a whole line, an address say, is torn between characters. */
function torn(cluster: string, fits: (line: string) => boolean): string[] {
  if (fits(cluster)) return [cluster];
  const parts: string[] = [""];
  for (const character of cluster) {
    const last = parts.at(-1) as string;
    if (last === "" || fits(last + character)) parts[parts.length - 1] = last + character;
    else parts.push(character);
  }
  return parts;
}

/**
 * Where does a text break so that no line is wider than the space?
 *
 * @remarks
 * Unit: pixels. Chinese breaks between any two characters, but no line starts with a closing mark or ends with an
 * opening one; Latin words and numbers stay whole, unless one alone is wider than a line. A line feed always breaks.
 *
 * @param text - a paragraph; empty gives no line
 * @param width - the space
 * @param size - font size
 * @param bold - measured in the Bold
 * @example
 * ```ts @import.meta.vitest
 * expect(wrapText("败诉率、全省", 36, 12)).toEqual(["败诉", "率、全", "省"])
 * ```
 */
export function wrapText(text: string, width: number, size: number, bold = false): string[] {
  const fits = (line: string) => textWidth(line.trimEnd(), size, bold) <= width;
  const lines: string[] = [];
  for (const paragraph of text.split("\n").filter((part) => part.trim() !== "")) {
    let line = "";
    for (const cluster of clusters(paragraph.trim())) {
      if (fits(line + cluster)) {
        line += cluster;
        continue;
      }
      if (line.trim() !== "") lines.push(line.trim());
      const parts = torn(cluster.trimStart(), fits);
      lines.push(...parts.slice(0, -1));
      line = parts.at(-1) as string;
    }
    if (line.trim() !== "") lines.push(line.trim());
  }
  return lines;
}
