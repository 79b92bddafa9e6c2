import type { ByteSource } from "./byte-source.ts";
import { decoderLabel, type Encoding, type SniffedEncoding, sniffEncoding } from "./encoding.ts";

export interface DecodeOptions {
  /** Overrides what would be sniffed. */
  readonly encoding?: Encoding;
}

export interface Decoded extends SniffedEncoding {
  readonly text: string;
}

/**
 * Which text do these bytes hold, and in which encoding were they?
 *
 * @remarks Bytes that are not valid come out as U+FFFD, never as an error; the byte order mark is left out.
 *
 * @example
 * ```ts @import.meta.vitest
 * expect(decode(new Uint8Array([0xff, 0xfe, 0x17, 0x53]))).toMatchObject({ text: "北", encoding: "utf-16le" });
 * ```
 */
export function decode(bytes: Uint8Array, options: DecodeOptions = {}): Decoded {
  const sniffed = sniffEncoding(bytes);
  const chosen = options.encoding;
  const stated: SniffedEncoding =
    chosen === undefined || chosen === sniffed.encoding ? sniffed : { encoding: chosen, certainty: 1, bom: 0 };
  const decoder = new TextDecoder(decoderLabel(stated.encoding), { ignoreBOM: true });
  return { ...stated, text: decoder.decode(bytes.subarray(stated.bom)) };
}

/** The same bytes as UTF-8 without a byte order mark, chunk by chunk: for encodings that cannot be cut on raw bytes. */
export function asUtf8(source: ByteSource, encoding: Encoding): ByteSource {
  return {
    name: source.name,
    async *open() {
      const decoder = new TextDecoder(decoderLabel(encoding));
      const encoder = new TextEncoder();
      for await (const chunk of source.open()) yield encoder.encode(decoder.decode(chunk, { stream: true }));
      const rest = decoder.decode();
      if (rest !== "") yield encoder.encode(rest);
    },
  };
}
