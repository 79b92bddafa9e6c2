import { unreadable } from "./unreadable.ts";

const END = 0x06054b50;
const ENTRY = 0x02014b50;
/** More XML than this does not fit the memory a spreadsheet may take. */
const MOST_BYTES = 160 * 1024 * 1024;
const MOST_ENTRIES = 10_000;

/**
 * Refuses a zip whose directory declares more than may be inflated, or does not declare it at all.
 *
 * @remarks The reader stops each entry at its declared size, so what is declared is what can be inflated.
 *
 * @throws {@link ComparandaError} `file.unreadable`
 */
export function zipGuard(name: string, bytes: Uint8Array): void {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = endOfDirectory(view);
  if (end < 0) throw unreadable(name, "a zip without a directory", "a whole workbook");
  const count = view.getUint16(end + 10, true);
  let at = view.getUint32(end + 16, true);
  let total = 0;
  // 0xffff and 0xffffffff stand for a zip64 directory, which no workbook of a size we read needs.
  if (count > MOST_ENTRIES || at === 0xffffffff)
    throw unreadable(name, `a zip of ${count} entries`, `at most ${MOST_ENTRIES}`);
  for (let entry = 0; entry < count; entry += 1) {
    if (at + 46 > bytes.length || view.getUint32(at, true) !== ENTRY)
      throw unreadable(name, "a zip with a broken directory", "a whole workbook");
    const packed = view.getUint32(at + 20, true);
    const inflated = view.getUint32(at + 24, true);
    if (packed > 0 && inflated === 0) throw unreadable(name, "a zip entry that hides its size", "declared sizes");
    total += inflated;
    at += 46 + view.getUint16(at + 28, true) + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  if (total > MOST_BYTES)
    throw unreadable(
      name,
      `a zip that inflates to ${Math.round(total / 1e6)} MB`,
      `at most ${Math.round(MOST_BYTES / 1e6)} MB`,
    );
}

function endOfDirectory(view: DataView): number {
  for (let at = view.byteLength - 22; at >= Math.max(0, view.byteLength - 65_557); at -= 1)
    if (view.getUint32(at, true) === END) return at;
  return -1;
}
