import { wrapText } from "./wrap-text.ts";

/** Halvings of the width: finer than a pixel for any picture. */
const STEPS = 12;

/**
 * How does a short text break into lines of about the same length, so that no character is left over alone?
 *
 * @remarks
 * As {@link wrapText}, in as few lines, but each as short as that number of lines allows.
 *
 * @param text - a title or a label
 * @param width - the space
 * @param size - font size
 * @param bold - measured in the Bold
 * @example
 * ```ts @import.meta.vitest
 * expect(wrapText("负责人出庭应诉率", 84, 12)).toEqual(["负责人出庭应诉", "率"])
 * expect(balanceText("负责人出庭应诉率", 84, 12)).toEqual(["负责人出", "庭应诉率"])
 * ```
 */
export function balanceText(text: string, width: number, size: number, bold = false): string[] {
  let best = wrapText(text, width, size, bold);
  if (best.length < 2) return best;
  let [low, high] = [width / 2, width];
  for (let step = 0; step < STEPS; step += 1) {
    const middle = (low + high) / 2;
    const lines = wrapText(text, middle, size, bold);
    if (lines.length > best.length) low = middle;
    else {
      best = lines;
      high = middle;
    }
  }
  return best;
}
