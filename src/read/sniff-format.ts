import { isEurostat } from "./eurostat-tsv.ts";

export const FORMATS = [
  "csv",
  "sdmx-csv",
  "eurostat-tsv",
  "world-bank",
  "ddf",
  "json",
  "json-stat",
  "html",
  "xlsx",
  "xls",
  "ods",
  "parquet",
  "arrow",
] as const;
export type Format = (typeof FORMATS)[number];

const starts = (head: Uint8Array, ...bytes: number[]) => bytes.every((byte, at) => head[at] === byte);
const text = (head: Uint8Array, from: number, to: number) => String.fromCharCode(...head.subarray(from, to));

/**
 * Which format are these bytes, whatever the name of the file says?
 *
 * @param head - first bytes of the file, gzip undone
 * @param start - the same as text
 */
export function sniffFormat(name: string, head: Uint8Array, start: string): Format {
  if (starts(head, 0x50, 0x4b, 3, 4))
    return text(head, 30, 38) === "mimetype" && /opendocument/.test(text(head, 38, 90)) ? "ods" : "xlsx";
  if (starts(head, 0xd0, 0xcf, 0x11, 0xe0)) return "xls";
  if (text(head, 0, 4) === "PAR1") return "parquet";
  if (text(head, 0, 6) === "ARROW1" || starts(head, 0xff, 0xff, 0xff, 0xff)) return "arrow";
  const body = start.replace(/^\ufeff/, "").trimStart();
  if (/^<(?:!doctype|html|\?xml|table|head|body|div|meta|style|!--)/i.test(body)) return "html";
  if (/^[[{]/.test(body) && /^(?:\{\s*(?:"|\})|\[\s*(?:[[{"\d\]]|null))/.test(body)) return "json";
  if (isEurostat(body)) return "eurostat-tsv";
  return csvFlavour(name, body);
}

/** Files of one house that are CSV to the letter; the name of the house is for the account. */
function csvFlavour(name: string, body: string): Format {
  const first = body.slice(0, 4000).split(/\r?\n/)[0] ?? "";
  if (/(?:^|[,;\t"])(?:OBS_VALUE|obs_value)(?:$|[,;\t":])/.test(first)) return "sdmx-csv";
  if (/^"?(?:Data Source"?,"?World Development|Country Name"?,"?Country Code"?,"?Indicator Name)/.test(body))
    return "world-bank";
  return /^ddf--/.test(name) ? "ddf" : "csv";
}
