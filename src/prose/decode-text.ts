/** Encodings a report may come in. */
export const TEXT_ENCODINGS = ["utf-8", "utf-16le", "utf-16be", "gb18030"] as const;
export type TextEncoding = (typeof TEXT_ENCODINGS)[number];

const SAMPLE = 4096;
/** UTF-16 is believed without a mark where this share of the units are Chinese, Latin or blank. */
const PLAIN = 0.9;

/**
 * Which text do these bytes hold, and in which encoding were they?
 *
 * @remarks
 * A byte order mark decides. Without one, valid UTF-8 is UTF-8; then UTF-16, where nearly all units are Chinese or Latin;
 * then GB18030. Every answer is checked by decoding strictly.
 *
 * @param bytes - the whole file
 * @returns the text without a mark, and the encoding; null where none fits
 * @example
 * ```ts @import.meta.vitest
 * expect(decodeText(new Uint8Array([0xb1, 0xb1, 0xbe, 0xa9]))).toEqual({ text: "北京", encoding: "gb18030" })
 * ```
 */
export function decodeText(bytes: Uint8Array): { readonly text: string; readonly encoding: TextEncoding } | null {
  const marked = markOf(bytes);
  const order: readonly TextEncoding[] = marked ? [marked] : guesses(bytes);
  for (const encoding of order) {
    try {
      return { text: new TextDecoder(encoding, { fatal: true }).decode(bytes), encoding };
    } catch (error) {
      if (!(error instanceof TypeError)) throw error;
    }
  }
  return null;
}

function markOf(bytes: Uint8Array): TextEncoding | null {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return "utf-8";
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return "utf-16le";
  return bytes[0] === 0xfe && bytes[1] === 0xff ? "utf-16be" : null;
}

function guesses(bytes: Uint8Array): readonly TextEncoding[] {
  const wide = (["utf-16le", "utf-16be"] as const).filter((encoding) => looksWide(bytes, encoding === "utf-16le"));
  // A text of nothing but ASCII in UTF-16 is valid UTF-8 with zero bytes.
  return bytes.subarray(0, SAMPLE).includes(0) ? [...wide, "utf-8", "gb18030"] : ["utf-8", ...wide, "gb18030"];
}

function looksWide(bytes: Uint8Array, little: boolean): boolean {
  const length = Math.min(bytes.length - (bytes.length % 2), SAMPLE);
  if (length < 8 || bytes.length % 2 === 1) return false;
  let plain = 0;
  for (let at = 0; at < length; at += 2) {
    const low = bytes[little ? at : at + 1] as number;
    const high = bytes[little ? at + 1 : at] as number;
    const unit = high * 256 + low;
    const isChinese = (unit >= 0x4e00 && unit <= 0x9fff) || (unit >= 0x3000 && unit <= 0x303f) || unit >= 0xff00;
    if (isChinese || (unit >= 0x20 && unit < 0x7f) || unit === 10 || unit === 13 || unit === 9) plain += 1;
  }
  return plain >= (PLAIN * length) / 2;
}
