import type { ByteSource } from "./byte-source.ts";

const TAB = 9;
const LF = 10;
const COMMA = 44;
const BACKSLASH = 92;

/** Whether a text starts as Eurostat's TSV does: dimensions with commas and a backslash in the first cell. */
export const isEurostat = (text: string): boolean => /^[\w-]+(?:,[\w-]+)*\\\w+\t/.test(text);

/**
 * Eurostat's TSV as an ordinary one: the first cell, which packs all dimensions, becomes a cell for each.
 *
 * @remarks `freq,unit,geo\TIME_PERIOD` becomes `freq TAB unit TAB geo`; nothing after the first tab of a line is touched.
 */
export function fromEurostatTsv(source: ByteSource): ByteSource {
  return {
    name: source.name,
    async *open() {
      let packed = true;
      let dropping = false;
      for await (const chunk of source.open()) {
        const out = new Uint8Array(chunk.length);
        let to = 0;
        for (const byte of chunk) {
          if (byte === LF) packed = true;
          else if (byte === TAB) packed = dropping = false;
          else if (packed && byte === BACKSLASH) dropping = true;
          if (dropping) continue;
          out[to] = packed && byte === COMMA ? TAB : byte;
          to += 1;
        }
        yield out.subarray(0, to);
      }
    },
  };
}
