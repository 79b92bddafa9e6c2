/** Whether this can be computed with: not NaN, and nothing that a caller without types left out. */
export const isNumber = (value: number): boolean => value >= 0 || value < 0;
