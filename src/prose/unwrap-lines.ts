/** A line at least this share of the longest ones was broken by the page, not by the writer. */
const FULL = 0.85;
const NEW_LINE =
  /^(?:[一二三四五六七八九十]{1,3}[、.]|[((][一二三四五六七八九十\d]{1,3}[))]|\d{1,2}[.、]|第[一二三四五六七八九十]+[章条部])/;
const END = /[。!?;:!?;:]$/;

/**
 * Which lines of this page were one paragraph before the page broke them?
 *
 * @remarks
 * A line is joined to the next where it is nearly full, does not end a sentence, and the next opens no heading.
 *
 * @param text - the text layer of a page, line by line
 * @returns the same text with broken lines joined
 * @example
 * ```ts @import.meta.vitest
 * expect(unwrapLines("本年受理行政复议案\n件12件。\n二、问题")).toBe("本年受理行政复议案件12件。\n二、问题")
 * ```
 */
export function unwrapLines(text: string): string {
  const lines = text.split("\n").map((line) => line.trim());
  const lengths = lines.map((line) => line.length).sort((a, b) => a - b);
  const full = FULL * (lengths[Math.floor(lengths.length * 0.9)] ?? 0);
  const out: string[] = [];
  let open = false;
  for (const line of lines) {
    if (line === "") {
      open = false;
      continue;
    }
    if (open && !NEW_LINE.test(line)) out[out.length - 1] += line;
    else out.push(line);
    open = line.length >= full && !END.test(line);
  }
  return out.join("\n");
}
