import { DictionaryColumn } from "../model/table.ts";

const MOST = 1 << 23;

/**
 * Distinct byte strings with a code per row: a dictionary column in the making that decodes each text once.
 *
 * Open addressing over one arena of bytes; the last text is tried first, for tables are mostly sorted.
 */
export class ByteDictionary {
  codes = new Int32Array(256);
  length = 0;
  private arena = new Uint8Array(1024);
  private used = 0;
  private starts = new Int32Array(64);
  private count = 0;
  private hashes = new Int32Array(64);
  private slots = new Int32Array(128).fill(-1);
  private last = -1;

  /** Appends the bytes as the text of the next row; an empty text is missing. False: there are too many texts. */
  add(bytes: Uint8Array, start: number, end: number): boolean {
    if (this.length === this.codes.length) this.codes = doubled(this.codes);
    const code = start === end ? -1 : this.isLast(bytes, start, end) ? this.last : this.find(bytes, start, end);
    this.codes[this.length] = code;
    this.length += 1;
    return this.count < MOST;
  }

  addMissing(): void {
    if (this.length === this.codes.length) this.codes = doubled(this.codes);
    this.codes[this.length] = -1;
    this.length += 1;
  }

  /** Forgets the codes from this row on; the texts stay known. */
  dropLast(length: number): void {
    this.length = length;
  }

  private isLast(bytes: Uint8Array, start: number, end: number): boolean {
    return this.last >= 0 && this.equals(this.last, bytes, start, end);
  }

  private equals(code: number, bytes: Uint8Array, start: number, end: number): boolean {
    const from = this.starts[code] as number;
    if ((this.starts[code + 1] as number) - from !== end - start) return false;
    const { arena } = this;
    for (let i = start, j = from; i < end; i += 1, j += 1) if (arena[j] !== bytes[i]) return false;
    return true;
  }

  private find(bytes: Uint8Array, start: number, end: number): number {
    let hash = 0x811c9dc5;
    for (let i = start; i < end; i += 1) hash = Math.imul(hash ^ (bytes[i] as number), 0x01000193);
    hash ^= hash >>> 15;
    const mask = this.slots.length - 1;
    let slot = hash & mask;
    for (;;) {
      const code = this.slots[slot] as number;
      if (code < 0) break;
      if (this.hashes[code] === hash && this.equals(code, bytes, start, end)) {
        this.last = code;
        return code;
      }
      slot = (slot + 1) & mask;
    }
    return this.insert(hash, slot, bytes, start, end);
  }

  private insert(hash: number, slot: number, bytes: Uint8Array, start: number, end: number): number {
    const code = this.count;
    const after = this.used + end - start;
    while (after > this.arena.length) this.arena = doubled(this.arena);
    if (code + 2 > this.starts.length) this.starts = doubled(this.starts);
    if (code + 1 > this.hashes.length) this.hashes = doubled(this.hashes);
    this.arena.set(bytes.subarray(start, end), this.used);
    this.used = after;
    this.starts[code + 1] = after;
    this.hashes[code] = hash;
    this.slots[slot] = code;
    this.count += 1;
    this.last = code;
    if (this.count * 2 > this.slots.length) this.rehash();
    return code;
  }

  private rehash(): void {
    const slots = new Int32Array(this.slots.length * 2).fill(-1);
    const mask = slots.length - 1;
    for (let code = 0; code < this.count; code += 1) {
      let slot = (this.hashes[code] as number) & mask;
      while ((slots[slot] as number) >= 0) slot = (slot + 1) & mask;
      slots[slot] = code;
    }
    this.slots = slots;
  }

  /** The column; texts are decoded here, each once. Throws where a text is not valid and the decoder is fatal. */
  finish(decoder: TextDecoder): DictionaryColumn {
    const texts: string[] = [];
    for (let code = 0; code < this.count; code += 1)
      texts.push(decoder.decode(this.arena.subarray(this.starts[code], this.starts[code + 1])));
    return new DictionaryColumn(this.codes.slice(0, this.length), texts);
  }
}

function doubled<T extends Int32Array | Uint8Array>(old: T): T {
  const next = new (old.constructor as new (length: number) => T)(old.length * 2);
  next.set(old);
  return next;
}
