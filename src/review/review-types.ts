/** A figure as the page shows it. */
export interface ReviewCell {
  readonly cell: string;
  /** The table in which it stands now: observations, statements, needs_review, set_aside. */
  readonly standsIn: string;
  readonly reason: string | null;
  readonly start: number;
  readonly end: number;
  readonly asWritten: string;
  readonly context: string | null;
  readonly section: string | null;
  readonly rule: string | null;
  readonly confidence: number | null;
  /** How far other figures bear it out, and by which reckoning; null for a figure that does not stand. */
  readonly audit: { readonly verdict: string; readonly reckoning: string | null } | null;
  readonly place: string | null;
  /** Id of the unit it is told in, which is that of the indicator or, for a change, points. */
  readonly unit: string;
  readonly fields: ReviewFields;
  readonly decision: ReviewDecision | null;
}

/** What can be changed. */
export interface ReviewFields {
  readonly indicator: string;
  readonly value: number;
  readonly year: number | null;
  readonly region: string | null;
  readonly body: string | null;
  readonly kind: string;
  readonly qualifier: string;
}

export interface ReviewDecision {
  readonly action: string;
  readonly new: ReviewFields | null;
  readonly who: string;
  readonly when: string;
  readonly why: string | null;
}

/** A report in the list, those with most doubt first. */
export interface ReviewEntry {
  readonly id: string;
  readonly title: string;
  readonly region: string | null;
  readonly year: number | null;
  readonly cells: number;
  readonly open: number;
}

/** A report with its text, figures (those with most doubt first) and numbers that were set aside. */
export interface ReviewReport extends ReviewEntry {
  readonly text: string;
  readonly figures: readonly ReviewCell[];
  readonly aside: readonly { readonly start: number; readonly end: number; readonly reason: string }[];
}

export interface ReviewIndicator {
  readonly id: string;
  readonly name: string;
  readonly unit: string;
  /** The unit in words. */
  readonly unitName: string;
}

/** What the page asks for first. */
export interface ReviewOverview {
  readonly reports: readonly ReviewEntry[];
  readonly indicators: readonly ReviewIndicator[];
}

/** What the page sends: the server adds who and when, and what the figure was. */
export interface ReviewRequest {
  readonly cell: string;
  readonly action: "accept" | "reject" | "edit" | "clear";
  readonly new: ReviewFields | null;
  readonly why: string | null;
}
