/** Columns whose values part the groups in which figures are compared, unless a caller names others. */
export const COMPARED_BY = ["indicator", "year", "level", "body"] as const;

/** The same for whole series: years are not parted. */
export const FOLLOWED_BY = ["indicator", "level", "body"] as const;
