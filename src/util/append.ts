/** Puts items at the end of a list, however many: a call takes no more arguments than its stack holds. */
export function append<T>(list: T[], items: Iterable<T>): void {
  for (const item of items) list.push(item);
}
