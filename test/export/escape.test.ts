import fc from "fast-check";
import { parseHTML } from "linkedom";
import { expect, test } from "vitest";
import { escapeHtml } from "../../src/export/escape-html.ts";
import { escapeScript } from "../../src/export/escape-script.ts";

test("escapeHtml gives text that is read back as it was, between tags and in attributes", () => {
  const text = fc.string({ unit: fc.constantFrom("<", ">", "&", '"', "'", "a", "率", " ", "/"), maxLength: 20 });
  fc.assert(
    fc.property(text, (words) => {
      const { document } = parseHTML(
        `<!doctype html><body><p title="${escapeHtml(words)}">${escapeHtml(words)}</p></body>`,
      );
      expect(document.querySelector("p")?.textContent).toBe(words);
      expect(document.querySelector("p")?.getAttribute("title")).toBe(words);
    }),
  );
});

test("escapeHtml leaves out characters that XML forbids", () => {
  expect(escapeHtml("a\u0000b\u000bc\nd")).toBe("abc\nd");
});

test("escapeScript gives JSON that holds no tag and no line end, and is read back as it was", () => {
  fc.assert(
    fc.property(fc.jsonValue(), fc.constantFrom("</script>", "<!--", "\u2028", "\u2029"), (value, wild) => {
      const text = escapeScript({ value, wild });
      expect(text).not.toMatch(/[<>\u2028\u2029]/);
      expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify({ value, wild })));
    }),
  );
});
