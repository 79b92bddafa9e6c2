/** Points below which no verdict on a trend is given. */
export const LEAST_POINTS = 5;
