import { readFile } from "node:fs/promises";
import path from "node:path";
import { ComparandaError } from "../model/errors.ts";
import { decodeText, type TextEncoding } from "./decode-text.ts";
import { htmlText } from "./html-text.ts";

export const REPORT_FORMATS = ["txt", "html", "docx", "pdf"] as const;
export type ReportFormat = (typeof REPORT_FORMATS)[number];

/** A report as text. Offsets of figures count in `text`, so it is what must be kept beside them. */
export interface ReportText {
  /** Name of the file without its ending. */
  readonly id: string;
  readonly path: string;
  readonly format: ReportFormat;
  readonly encoding: TextEncoding | null;
  readonly text: string;
  readonly title: string | null;
  readonly metadata: Readonly<Record<string, string>>;
}

type Content = Pick<ReportText, "encoding" | "text" | "title" | "metadata">;

/** How each kind of file is read; the bytes decide where the ending says nothing. */
const READERS: Readonly<Record<ReportFormat, (bytes: Buffer, file: string) => Promise<Content>>> = {
  txt: async (bytes, file) => ({ ...decoded(bytes, file), title: null, metadata: {} }),
  html: async (bytes, file) => {
    const { text, encoding } = decoded(bytes, file);
    return { ...htmlText(text), encoding };
  },
  docx: async (bytes, file) => {
    const { convertToHtml } = (await import("mammoth")).default;
    const { value } = await convertToHtml({ buffer: bytes }).catch((error: unknown) => unreadable(file, "docx", error));
    return { ...htmlText(`<body>${value}</body>`), encoding: null };
  },
  pdf: async (bytes, file) => {
    const { extractText, getDocumentProxy, getMeta } = await import("unpdf");
    try {
      const document = await getDocumentProxy(new Uint8Array(bytes));
      const { text } = await extractText(document, { mergePages: false });
      const { info } = await getMeta(document);
      const title = typeof info.Title === "string" && info.Title !== "" ? info.Title : null;
      return { text: text.map(trimmed).join("\n"), title, metadata: {}, encoding: null };
    } catch (error) {
      return unreadable(file, "pdf", error);
    }
  },
};

/** The lines of a page; which of them the page broke is for `joinLines` to say, which sees all pages. */
const trimmed = (page: string): string =>
  page
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "")
    .join("\n");

/**
 * Which text does this report file hold?
 *
 * @remarks
 * Reads .txt, .html, .docx and .pdf (its text layer); other endings by their first bytes. Encodings are sniffed.
 *
 * @param file - path of one report
 * @returns its text with what the file itself says of title and metadata
 * @throws {@link ComparandaError} `file.missing`, `file.unreadable`
 */
export async function readReport(file: string): Promise<ReportText> {
  const bytes = await readFile(file).catch((error: unknown) => {
    throw new ComparandaError(
      "file.missing",
      { verb: "readReport", path: file, expected: "a report file" },
      { cause: error },
    );
  });
  const format = formatOf(file, bytes);
  const content = await READERS[format](bytes, file);
  return { id: path.basename(file, path.extname(file)), path: file, format, ...content };
}

function formatOf(file: string, bytes: Buffer): ReportFormat {
  if (bytes.subarray(0, 5).toString("latin1") === "%PDF-") return "pdf";
  if (bytes.subarray(0, 2).toString("latin1") === "PK") return "docx";
  if (/\.html?$|\.xhtml$/i.test(file)) return "html";
  return /<(?:!doctype html|html|body)[\s>]/i.test(bytes.subarray(0, 1024).toString("latin1")) ? "html" : "txt";
}

function decoded(bytes: Buffer, file: string): { text: string; encoding: TextEncoding } {
  return decodeText(bytes) ?? unreadable(file, "bytes of no known encoding");
}

function unreadable(path: string, got: string, cause?: unknown): never {
  const facts = { verb: "readReport", path, got, expected: "txt, html, docx or pdf with text" };
  throw new ComparandaError("file.unreadable", facts, cause === undefined ? undefined : { cause });
}
