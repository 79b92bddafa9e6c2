import { CompressionType, float32, setCompressionCodec, tableFromArrays, tableToIPC } from "@uwdata/flechette";
import { describe, expect, it } from "vitest";
import { rowsOf } from "../../src/model/table.ts";
import { loadTable } from "../../src/read/load-table.node.ts";
import { lz4Frame } from "../../src/read/lz4-frame.ts";

const bytes = (...parts: (number | Uint8Array | string)[]) =>
  Uint8Array.from(
    parts.flatMap((part) =>
      typeof part === "number" ? [part] : typeof part === "string" ? [...new TextEncoder().encode(part)] : [...part],
    ),
  );
const u32 = (value: number) => bytes(value & 255, (value >> 8) & 255, (value >> 16) & 255, value >>> 24);
const MAGIC = u32(0x184d2204);
const frame = (...blocks: Uint8Array[]) =>
  bytes(MAGIC, 0x40, 0x40, 0, ...blocks.map((block) => bytes(u32(block.length), block)), u32(0));

/** LZ4 of bytes that repeat every few: the first of them, then one long repeat; any others are stored, which the library drops. */
const repeating = (plain: Uint8Array): Uint8Array => {
  const every = [1, 2, 3, 4, 8].find((count) => plain.every((byte, at) => at < count || byte === plain[at - count]));
  const rest = plain.length - (every ?? 0) - 19;
  if (every === undefined || rest < 0) return bytes(plain, 0);
  const more = bytes(...Array<number>(Math.floor(rest / 255)).fill(255), rest % 255);
  return frame(bytes((every << 4) | 15, plain.subarray(0, every), every, 0, more, 0));
};

/** Zstandard of bytes that are all the same: one block of a repeated byte. */
const constant = (plain: Uint8Array): Uint8Array => {
  if (plain.length < 256 || plain.some((byte) => byte !== plain[0])) return bytes(plain, 0);
  const size = u32(plain.length - 256).subarray(0, 2);
  return bytes(0x28, 0xb5, 0x2f, 0xfd, 0x60, size, u32((plain.length << 3) | 3).subarray(0, 3), plain[0] as number);
};

const ROWS = 100;
const TABLE = {
  geo: Array<string>(ROWS).fill("FRA"),
  year: Array.from({ length: ROWS }, (_, row) => 1900 + row),
  rate: Array<number>(ROWS).fill(0),
};

/** The library keeps compressed only what gets smaller; `used` says how often it did. */
function compressed(type: 0 | 1, encode: (plain: Uint8Array) => Uint8Array): { file: Uint8Array; used: number } {
  let used = 0;
  const decode = () => {
    throw new Error("no compression codec");
  };
  setCompressionCodec(type, {
    decode,
    encode: (plain) => {
      const packed = encode(plain);
      if (packed.length < plain.length) used += 1;
      return packed;
    },
  });
  return { file: tableToIPC(tableFromArrays(TABLE), { format: "file", codec: type }) as Uint8Array, used };
}

describe("Arrow", () => {
  it.each([
    ["LZ4", CompressionType.LZ4_FRAME, repeating],
    ["Zstandard", CompressionType.ZSTD, constant],
  ] as const)("reads a file compressed with %s", async (_, type, encode) => {
    const { file, used } = compressed(type, encode);
    expect(used).toBeGreaterThan(0);
    const { panel } = await loadTable(file, { name: "a.arrow" });
    expect(rowsOf(panel.observations)).toEqual(
      TABLE.year.map((year) => expect.objectContaining({ region: "FRA", year, value: 0 })),
    );
  });

  it("writes numbers of 32 bits as they were written", async () => {
    const rates = { geo: ["FRA", "ESP"], year: ["2020", "2021"], rate: [5.1, 2.5] };
    const table = tableFromArrays(rates, { types: { rate: float32() } });
    const { panel } = await loadTable(tableToIPC(table, {}) as Uint8Array, { name: "a.arrow" });
    expect(panel.observations.array("value")).toEqual([5.1, 2.5]);
  });
});

describe("lz4Frame", () => {
  const text = (packed: Uint8Array) => new TextDecoder().decode(lz4Frame(packed));

  it("repeats what was written before, into itself as well", () => {
    expect(text(frame(bytes(0x12, "a", 1, 0, 0x20, "bc")))).toBe("aaaaaaabc");
  });

  it("follows a repeat into the block before", () => {
    expect(text(frame(bytes(0x40, "abcd"), bytes(0x00, 4, 0, 0x10, "e")))).toBe("abcdabcde");
  });

  it("counts long runs over several bytes", () => {
    expect(text(frame(bytes(0x1f, "a", 1, 0, 255, 1, 0x00)))).toBe("a".repeat(1 + 4 + 15 + 256));
  });

  it.each([
    ["no frame", bytes("nothing at all")],
    ["a cut frame", frame(bytes(0x40, "abcd")).subarray(0, 14)],
    ["a repeat of nothing", frame(bytes(0x10, "a", 9, 0))],
    ["literals beyond the block", frame(bytes(0xf0, 200, "a"))],
  ])("refuses %s", (_, packed) => {
    expect(() => lz4Frame(packed)).toThrow(/LZ4/);
  });
});
