export const ENCODINGS = ["utf-8", "utf-16le", "utf-16be", "gb18030", "latin-1"] as const;
export type Encoding = (typeof ENCODINGS)[number];

export interface SniffedEncoding {
  readonly encoding: Encoding;
  /** 1 with a byte order mark; below that it is read off the bytes. */
  readonly certainty: number;
  /** Length of the byte order mark. */
  readonly bom: number;
}

/**
 * In which encoding are these bytes written?
 *
 * @remarks
 * A byte order mark decides. Without one: zero bytes at every second place mean UTF-16; bytes that are valid UTF-8 are
 * UTF-8; other high bytes mean GB18030 where they come in pairs, Latin-1 where they stand alone between letters.
 *
 * @param head - the first bytes of the file; they may end inside a character
 * @example
 * ```ts @import.meta.vitest
 * expect(sniffEncoding(new Uint8Array([0xb1, 0xb1, 0xbe, 0xa9])).encoding).toBe("gb18030"); // 北京
 * expect(sniffEncoding(new TextEncoder().encode("北京")).encoding).toBe("utf-8");
 * ```
 */
export function sniffEncoding(head: Uint8Array): SniffedEncoding {
  if (head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf) return { encoding: "utf-8", certainty: 1, bom: 3 };
  if (head[0] === 0xff && head[1] === 0xfe) return { encoding: "utf-16le", certainty: 1, bom: 2 };
  if (head[0] === 0xfe && head[1] === 0xff) return { encoding: "utf-16be", certainty: 1, bom: 2 };
  const wide = wideEncoding(head);
  if (wide !== null) return { encoding: wide, certainty: 0.9, bom: 0 };
  const high = highRuns(head);
  if (high.total === 0) return { encoding: "utf-8", certainty: 0.99, bom: 0 };
  if (isValid(head, "utf-8")) return { encoding: "utf-8", certainty: 0.99, bom: 0 };
  const paired = 1 - high.alone / high.total;
  if (isValid(head, "gb18030") && paired >= 0.5) return { encoding: "gb18030", certainty: 0.5 + paired * 0.45, bom: 0 };
  return { encoding: "latin-1", certainty: 0.6, bom: 0 };
}

/** The label under which the platform decodes it; Latin-1 is read as its superset windows-1252, as browsers do. */
export const decoderLabel = (encoding: Encoding): string => (encoding === "latin-1" ? "windows-1252" : encoding);

/** Whether the bytes are valid in the encoding; the end may cut a character. */
export function isValid(bytes: Uint8Array, encoding: Encoding): boolean {
  try {
    new TextDecoder(decoderLabel(encoding), { fatal: true }).decode(bytes, { stream: true });
    return true;
  } catch {
    return false;
  }
}

function wideEncoding(head: Uint8Array): Encoding | null {
  const length = Math.min(head.length - (head.length % 2), 4096);
  const zeros = [0, 0];
  for (let i = 0; i < length; i += 1) if (head[i] === 0) zeros[i % 2] = (zeros[i % 2] as number) + 1;
  const [even = 0, odd = 0] = zeros;
  if (length < 8 || Math.max(even, odd) < length / 20) return null;
  if (odd > 5 * even) return "utf-16le";
  return even > 5 * odd ? "utf-16be" : null;
}

/** High bytes, and how many of them stand alone between low ones. */
function highRuns(head: Uint8Array): { total: number; alone: number } {
  let total = 0;
  let alone = 0;
  for (let i = 0; i < head.length; i += 1) {
    if ((head[i] as number) < 0x80) continue;
    total += 1;
    if ((head[i - 1] ?? 0) < 0x80 && (head[i + 1] ?? 0) < 0x80) alone += 1;
  }
  return { total, alone };
}
