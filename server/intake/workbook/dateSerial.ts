const DAY = 86_400_000
/** Serial 0 of the two date systems (ECMA-376 part 1, §18.17.4.1). */
const EPOCH_1900 = Date.UTC(1899, 11, 30)
const EPOCH_1904 = Date.UTC(1904, 0, 1)
/** 31 December 9999, the last day that Excel has. */
const LAST = 2_958_465

/** The ISO day of a date serial; null where there is no such day. Excel's 29 February 1900 is not told apart. */
export function dayOfSerial(serial: number, is1904 = false): string | null {
  if (!(serial >= 0 && serial <= LAST)) return null
  const instant = (is1904 ? EPOCH_1904 : EPOCH_1900) + Math.floor(serial) * DAY
  return new Date(instant).toISOString().slice(0, 10)
}
