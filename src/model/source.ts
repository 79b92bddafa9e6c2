/** Where figures come from: one page, table or report. `title` is our description of it. */
export interface Source {
  readonly id: string;
  readonly title: string;
  readonly publisher: string | null;
  readonly published: string | null;
  readonly url: string | null;
  readonly note: string | null;
}
