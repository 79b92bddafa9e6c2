/** How many decimals keep three figures of a number? None from 1,000 on, and for zero. */
export function significantDigits(value: number): number {
  const size = Math.abs(value);
  if (size === 0 || size >= 1000) return 0;
  return Math.max(0, Math.min(12, 2 - Math.floor(Math.log10(size))));
}
