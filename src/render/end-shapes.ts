/**
 * Ends of spans along either axis, in the square from −1 to 1: a closed end has a cap across; an open one points on, so
 * that it is seen also where the span is short.
 */
export const END_SHAPES = {
  x: { cap: "M0,-1L0,1", before: "M0.5,-1L-0.5,0L0.5,1", after: "M-0.5,-1L0.5,0L-0.5,1" },
  y: { cap: "M-1,0L1,0", before: "M-1,-0.5L0,0.5L1,-0.5", after: "M-1,0.5L0,-0.5L1,0.5" },
} as const;

/** Half the length of a cap; half the height of the arrow of an open end, and how far beyond the end it stands. */
export const CAP = 4;
export const ARROW = 3.5;
export const BEYOND = 7.5;
