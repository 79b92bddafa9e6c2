const MAGIC = 0x184d2204;
const BLOCK_CHECKSUM = 0x10;
const CONTENT_SIZE = 0x08;
const DICTIONARY = 0x01;
/** More than a column of a table that is read here takes. */
const MOST_BYTES = 1 << 30;

/**
 * The bytes of an LZ4 frame; blocks may refer to those before them.
 *
 * @remarks
 * Source: the LZ4 frame format 1.6.4 and block format. Checksums are passed over: Arrow does not write them.
 *
 * @throws Error where the bytes are no such frame, or one that inflates beyond a gigabyte
 */
export function lz4Frame(bytes: Uint8Array): Uint8Array {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length < 7 || view.getUint32(0, true) !== MAGIC) throw new Error("no LZ4 frame");
  const flags = bytes[4] as number;
  let at = 6 + (flags & CONTENT_SIZE ? 8 : 0) + (flags & DICTIONARY ? 4 : 0) + 1;
  const output = new Output(bytes.length * 4);
  while (at + 4 <= bytes.length) {
    const size = view.getUint32(at, true);
    at += 4;
    if (size === 0) return output.finish();
    const end = at + (size & 0x7fffffff);
    if (end > bytes.length) break;
    if (size >>> 31 === 1) output.literals(bytes, at, end);
    else block(bytes, at, end, output);
    at = end + (flags & BLOCK_CHECKSUM ? 4 : 0);
  }
  throw new Error("an LZ4 frame that is cut off");
}

/** Literals and repeats of what was written before, in turn; the last sequence has literals only. */
function block(bytes: Uint8Array, from: number, to: number, output: Output): void {
  let at = from;
  const length = (nibble: number): number => {
    let sum = nibble;
    if (nibble < 15) return sum;
    for (;;) {
      const more = bytes[at] ?? 0;
      at += 1;
      sum += more;
      if (more !== 255) return sum;
    }
  };
  while (at < to) {
    const token = bytes[at] as number;
    at += 1;
    const literals = length(token >> 4);
    if (at + literals > to) throw new Error("an LZ4 block that is cut off");
    output.literals(bytes, at, at + literals);
    at += literals;
    if (at >= to) return;
    const distance = (bytes[at] as number) | ((bytes[at + 1] ?? 0) << 8);
    at += 2;
    output.repeat(distance, length(token & 15) + 4);
  }
}

/** Bytes that grow as they are written. */
class Output {
  private bytes: Uint8Array;
  private length = 0;

  constructor(room: number) {
    this.bytes = new Uint8Array(room);
  }

  literals(from: Uint8Array, start: number, end: number): void {
    this.need(end - start);
    this.bytes.set(from.subarray(start, end), this.length);
    this.length += end - start;
  }

  repeat(distance: number, count: number): void {
    if (distance === 0 || distance > this.length) throw new Error("an LZ4 block that points before its start");
    this.need(count);
    const { bytes } = this;
    // The repeat may run into what it has just written: aaaa from one a.
    for (let end = this.length + count; this.length < end; this.length += 1)
      bytes[this.length] = bytes[this.length - distance] as number;
  }

  finish(): Uint8Array {
    return this.bytes.slice(0, this.length);
  }

  private need(count: number): void {
    const length = this.length + count;
    if (length > MOST_BYTES) throw new Error("an LZ4 frame that inflates beyond a gigabyte");
    if (length <= this.bytes.length) return;
    const grown = new Uint8Array(Math.max(length, this.bytes.length * 2));
    grown.set(this.bytes);
    this.bytes = grown;
  }
}
