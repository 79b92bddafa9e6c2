/** Where figures come from: one page, table or report. `title` is our description of it. */
export interface Source {
  readonly id: string;
  readonly title: string;
  readonly publisher: string | null;
  readonly published: string | null;
  readonly url: string | null;
  readonly note: string | null;
  /** How its figures are counted, where that is not the indicator's own definition: figures of two definitions do not compare. */
  readonly definition?: string | null;
}
