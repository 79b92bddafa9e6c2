import type { Description } from "../charts/spec.ts";
import type { Language } from "../model/messages/message.ts";

/** A cell: text, or text that leads to a page of the web; any other address is printed as it is. */
export type PageCell = string | { readonly text: string; readonly address: string };

/** A table of a page: cells are printed as they are; what is missing is said in words by whoever makes the table. */
export interface PageTable {
  readonly caption: string;
  readonly columns: readonly { readonly label: string; readonly numeric: boolean }[];
  readonly rows: readonly (readonly PageCell[])[];
}

/** What can be opened: a summary, and behind it paragraphs and tables. */
export interface PageDetails {
  readonly summary: string;
  readonly paragraphs?: readonly string[];
  readonly tables?: readonly PageTable[];
}

/** A section of a page: everything in it is text, escaped on the way out. */
export interface PageSection {
  readonly heading: string;
  readonly paragraphs?: readonly string[];
  readonly figures?: readonly Description[];
  readonly tables?: readonly PageTable[];
  readonly details?: readonly PageDetails[];
}

/** A page as data. */
export interface Page {
  readonly title: string;
  readonly language: Language;
  /** Below the title, before the first section. */
  readonly lead?: readonly string[];
  readonly sections: readonly PageSection[];
  readonly footer?: readonly string[];
}
