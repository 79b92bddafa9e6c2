import type { ByteSource } from "./byte-source.ts";

/**
 * A source that inflates a gzip source as it is read; the name loses its `.gz`.
 *
 * @remarks Nothing is held: a compressed file of any size streams through. A broken file throws at the broken place.
 */
export function gunzip(source: ByteSource): ByteSource {
  return {
    name: source.name.replace(/\.gz$/i, ""),
    async *open() {
      const iterator = source.open()[Symbol.asyncIterator]();
      const packed = new ReadableStream<BufferSource>({
        async pull(controller) {
          const { done, value } = await iterator.next();
          if (done) controller.close();
          else controller.enqueue(value.slice() as Uint8Array<ArrayBuffer>);
        },
        async cancel() {
          await iterator.return?.();
        },
      });
      const reader = packed.pipeThrough(new DecompressionStream("gzip")).getReader();
      try {
        for (;;) {
          const { done, value } = await reader.read();
          if (done) return;
          yield value;
        }
      } finally {
        await reader.cancel().catch(() => undefined);
      }
    },
  };
}

/** Whether the bytes start as a gzip file does. */
export const isGzip = (head: Uint8Array): boolean => head[0] === 0x1f && head[1] === 0x8b;
