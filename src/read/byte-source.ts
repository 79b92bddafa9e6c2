/** Bytes that can be read from the start as often as needed, in chunks. */
export interface ByteSource {
  /** File name, for the format, the messages and the last resort of a title. */
  readonly name: string;
  /** Chunks in order; each is valid only until the next is asked for. */
  open(): AsyncIterable<Uint8Array>;
  /** Number of bytes, where it is known. */
  readonly size?: number;
}

/** A source over bytes already in memory. */
export function bytesSource(name: string, bytes: Uint8Array): ByteSource {
  return {
    name,
    size: bytes.length,
    async *open() {
      for (let at = 0; at < bytes.length; at += CHUNK) yield bytes.subarray(at, at + CHUNK);
    },
  };
}

/** Large enough that the work between chunks does not count, small enough to stay in the cache. */
const CHUNK = 1 << 20;

/** The first bytes of a source, and whether they are all. */
export async function peek(source: ByteSource, length: number): Promise<{ head: Uint8Array; whole: boolean }> {
  const parts: Uint8Array[] = [];
  let total = 0;
  for await (const chunk of source.open()) {
    parts.push(chunk.slice());
    total += chunk.length;
    if (total > length) break;
  }
  return { head: joined(parts, Math.min(total, length)), whole: total <= length };
}

/** All bytes of a source, or null where there are more than `limit`. */
export async function readAll(source: ByteSource, limit: number): Promise<Uint8Array | null> {
  const parts: Uint8Array[] = [];
  let total = 0;
  for await (const chunk of source.open()) {
    total += chunk.length;
    if (total > limit) return null;
    parts.push(chunk.slice());
  }
  return joined(parts, total);
}

function joined(parts: readonly Uint8Array[], length: number): Uint8Array {
  if (parts.length === 1 && parts[0] && parts[0].length === length) return parts[0];
  const all = new Uint8Array(length);
  let at = 0;
  for (const part of parts) {
    const piece = part.subarray(0, length - at);
    all.set(piece, at);
    at += piece.length;
  }
  return all;
}
