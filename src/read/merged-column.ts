import { DictionaryColumn } from "../model/table.ts";

/** A dictionary column under other texts; equal ones share a code. */
export function mergedColumn(codes: Int32Array, texts: readonly string[]): DictionaryColumn {
  const known = new Map<string, number>();
  const next = Int32Array.from(texts, (text) => {
    const code = known.get(text) ?? known.size;
    known.set(text, code);
    return code;
  });
  // As long as each text keeps its own code, the codes of the file will do.
  if (known.size === texts.length) return new DictionaryColumn(codes, texts);
  const merged = new Int32Array(codes.length);
  for (let row = 0; row < codes.length; row += 1) merged[row] = next[codes[row] as number] ?? -1;
  return new DictionaryColumn(merged, [...known.keys()]);
}
