/**
 * A PDF of these pages, line by line, in a font that is only named: enough for a text layer in any script.
 *
 * @remarks Every UTF-16 unit is its own glyph, so that the text layer needs no table.
 */
export function chinesePdf(pages: readonly (readonly string[])[]): Uint8Array {
  const hex = (text: string): string =>
    [...Array(text.length).keys()].map((i) => text.charCodeAt(i).toString(16).padStart(4, "0")).join("");
  const contents = pages.map((lines) => {
    const shown = lines.map((line, i) => `1 0 0 1 72 ${760 - 20 * i} Tm <${hex(line)}> Tj`);
    return `BT /F 12 Tf ${shown.join(" ")} ET`;
  });
  const kids = pages.map((_, i) => `${5 + 2 * i} 0 R`).join(" ");
  const objects = [
    "<</Type/Catalog/Pages 2 0 R>>",
    `<</Type/Pages/Count ${pages.length}/Kids[${kids}]>>`,
    "<</Type/Font/Subtype/Type0/BaseFont/Song/Encoding/Identity-H/ToUnicode/Identity-H/DescendantFonts[4 0 R]>>",
    "<</Type/Font/Subtype/CIDFontType2/BaseFont/Song/DW 1000/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>/FontDescriptor<</Type/FontDescriptor/FontName/Song/Flags 4>>>>",
    ...contents.flatMap((content, i) => [
      `<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents ${6 + 2 * i} 0 R/Resources<</Font<</F 3 0 R>>>>>>`,
      `<</Length ${content.length}>>stream\n${content}\nendstream`,
    ]),
  ];
  let file = "%PDF-1.4\n";
  const offsets = objects.map((object, i) => {
    const at = file.length;
    file += `${i + 1} 0 obj${object}endobj\n`;
    return at;
  });
  const table = offsets.map((at) => `${String(at).padStart(10, "0")} 00000 n \n`).join("");
  const size = objects.length + 1;
  file += `xref\n0 ${size}\n0000000000 65535 f \n${table}trailer<</Size ${size}/Root 1 0 R>>\nstartxref\n`;
  return new TextEncoder().encode(`${file}${file.lastIndexOf("xref\n0 ")}\n%%EOF`);
}
