import { Converter } from "opencc-js/t2cn";

let convert: ((text: string) => string) | null = null;

/** Traditional characters to simplified ones: 雲南 → 云南. The dictionary is built at the first call. */
export function simplify(text: string): string {
  const simplified = convert ?? Converter({ from: "tw", to: "cn" });
  convert = simplified;
  return simplified(text);
}
