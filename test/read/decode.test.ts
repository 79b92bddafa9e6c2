import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { asUtf8, decode } from "../../src/read/decode.ts";
import { sniffEncoding } from "../../src/read/encoding.ts";

const utf16 = (text: string, little: boolean) =>
  Uint8Array.from(
    [...text].flatMap((unit) => {
      const code = unit.charCodeAt(0);
      return little ? [code & 255, code >> 8] : [code >> 8, code & 255];
    }),
  );

describe("sniffEncoding", () => {
  it("believes a byte order mark", () => {
    expect(sniffEncoding(Uint8Array.from([0xef, 0xbb, 0xbf, 65]))).toEqual({ encoding: "utf-8", certainty: 1, bom: 3 });
    expect(sniffEncoding(Uint8Array.from([0xfe, 0xff, 0, 65])).encoding).toBe("utf-16be");
  });

  it("knows UTF-16 without a mark by its zeros", () => {
    expect(sniffEncoding(utf16("region,year,value\n", true)).encoding).toBe("utf-16le");
    expect(sniffEncoding(utf16("region,year,value\n", false)).encoding).toBe("utf-16be");
  });

  it("tells GB18030, whose high bytes come in pairs, from Latin-1, whose stand alone", () => {
    expect(sniffEncoding(Uint8Array.from([0xd4, 0xc6, 0xc4, 0xcf, 44, 49])).encoding).toBe("gb18030"); // 云南,1
    expect(sniffEncoding(Uint8Array.from([67, 0xf4, 116, 101, 44, 66, 0xe9, 110])).encoding).toBe("latin-1"); // Côte,Bén
  });

  it("takes a head that ends inside a character for UTF-8 all the same", () => {
    const bytes = new TextEncoder().encode("地区,数值");
    for (let cut = 1; cut <= bytes.length; cut += 1)
      expect(sniffEncoding(bytes.subarray(0, cut)).encoding).toBe("utf-8");
  });
});

describe("decode", () => {
  it("does what it is told instead of what it would guess", () => {
    const bytes = Uint8Array.from([67, 0xf4, 116, 101]);
    expect(decode(bytes, { encoding: "latin-1" }).text).toBe("Côte");
  });

  it("never throws, whatever the bytes", () => {
    fc.assert(fc.property(fc.uint8Array(), (bytes) => typeof decode(bytes).text === "string"));
  });

  it("gives the same text in chunks as at once", async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: "grapheme" }), fc.integer({ min: 1, max: 5 }), async (text, cut) => {
        const bytes = utf16([...text].filter((unit) => unit.length === 1).join(""), true);
        const source = {
          name: "a",
          async *open() {
            for (let at = 0; at < bytes.length; at += cut) yield bytes.subarray(at, at + cut);
          },
        };
        let joined = "";
        for await (const chunk of asUtf8(source, "utf-16le").open())
          joined += new TextDecoder("utf-8", { ignoreBOM: true }).decode(chunk);
        expect(joined).toBe(new TextDecoder("utf-16le").decode(bytes));
      }),
    );
  });
});
