import { DictionaryColumn } from "../model/table.ts";

const MOST = 1 << 23;

/**
 * Distinct byte strings with a code per row: a dictionary column in the making that decodes each text once.
 *
 * Open addressing over one arena of bytes. Tables repeat themselves, so the text that followed last time is tried first.
 */
export class ByteDictionary {
  codes: Int32Array;
  length = 0;
  private arena = new Uint8Array(1024);
  private used = 0;
  private starts = new Int32Array(64);
  private count = 0;
  private hashes = new Int32Array(64);
  private slots = new Int32Array(128).fill(-1);
  private last = -1;
  /** The code that followed each code when it was last met. */
  private following = new Int32Array(64);
  /** Whether a text was met without quotes, so that its bytes may be looked for as they stand. */
  private bare = new Uint8Array(64);

  /** @param room - rows to make room for at once */
  constructor(room = 256) {
    this.codes = new Int32Array(room);
  }

  /** Appends the bytes as the text of the next row; an empty text is missing. False: there are too many texts. */
  add(bytes: Uint8Array, start: number, end: number): boolean {
    if (this.length === this.codes.length) this.codes = doubled(this.codes);
    this.codes[this.length] = start === end ? -1 : this.find(bytes, start, end);
    this.length += 1;
    return this.count < MOST;
  }

  /**
   * Appends the cell at `at` if it is the text that is due, followed by the delimiter or a line feed.
   *
   * @returns offset of what ends the cell, or −1 where it is another text and nothing was appended
   */
  addExpected(bytes: Uint8Array, at: number, delimiter: number): number {
    if (this.last < 0 || this.length === this.codes.length) return -1;
    const code = this.following[this.last] as number;
    if (this.bare[code] === 0) return -1;
    const from = this.starts[code] as number;
    const to = this.starts[code + 1] as number;
    const end = at + to - from;
    const stop = bytes[end];
    if (stop !== delimiter && stop !== 10) return -1;
    const { arena } = this;
    for (let i = from, j = at; i < to; i += 1, j += 1) if (arena[i] !== bytes[j]) return -1;
    this.codes[this.length] = code;
    this.length += 1;
    this.last = code;
    return end;
  }

  /** Says that the text of the last row stood in the file without quotes. */
  markBare(): void {
    const code = this.codes[this.length - 1] as number;
    if (code >= 0) this.bare[code] = 1;
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
      if (this.hashes[code] === hash && this.equals(code, bytes, start, end)) return this.follow(code);
      slot = (slot + 1) & mask;
    }
    return this.insert(hash, slot, bytes, start, end);
  }

  private follow(code: number): number {
    if (this.last >= 0) this.following[this.last] = code;
    this.last = code;
    return code;
  }

  private insert(hash: number, slot: number, bytes: Uint8Array, start: number, end: number): number {
    const code = this.count;
    const after = this.used + end - start;
    while (after > this.arena.length) this.arena = doubled(this.arena);
    if (code + 2 > this.starts.length) this.starts = doubled(this.starts);
    if (code + 1 > this.hashes.length) {
      this.hashes = doubled(this.hashes);
      this.following = doubled(this.following);
      this.bare = doubled(this.bare);
    }
    this.arena.set(bytes.subarray(start, end), this.used);
    this.used = after;
    this.starts[code + 1] = after;
    this.hashes[code] = hash;
    this.slots[slot] = code;
    this.count += 1;
    this.following[code] = code;
    this.follow(code);
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
    return new DictionaryColumn(this.codes.subarray(0, this.length), texts);
  }
}

function doubled<T extends Int32Array | Uint8Array>(old: T): T {
  const next = new (old.constructor as new (length: number) => T)(old.length * 2);
  next.set(old);
  return next;
}
