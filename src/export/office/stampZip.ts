const CENTRAL_ENTRY = 0x02014b50
const END_OF_CENTRAL = 0x06054b50
const END_SIZE = 22

/**
 * A zip package in which every file carries the given instant (UTC), so that the same content gives the same
 * bytes; writers stamp their clock. Fields as APPNOTE 4.3.7, 4.3.12 and 4.3.16 place them; zip64 is left alone.
 */
export function stampZip(bytes: Uint8Array, instant: string): Uint8Array {
  const stamped = bytes.slice()
  const view = new DataView(stamped.buffer)
  const stamp = dosTime(new Date(instant))
  const end = endOfCentral(view)
  let at = view.getUint32(end + 16, true)
  for (let left = view.getUint16(end + 10, true); left > 0; left--) {
    if (view.getUint32(at, true) !== CENTRAL_ENTRY) break
    view.setUint32(at + 12, stamp, true)
    view.setUint32(view.getUint32(at + 42, true) + 10, stamp, true)
    at += 46 + [28, 30, 32].reduce((sum, length) => sum + view.getUint16(at + length, true), 0)
  }
  return stamped
}

function endOfCentral(view: DataView): number {
  for (let at = view.byteLength - END_SIZE; at >= 0; at--)
    if (view.getUint32(at, true) === END_OF_CENTRAL) return at
  throw new RangeError('Not a zip package: it has no central directory')
}

/** Two bytes of time, two of date; years from 1980 to 2107. */
function dosTime(instant: Date): number {
  const year = Math.min(2107, Math.max(1980, instant.getUTCFullYear()))
  const date = ((year - 1980) << 9) | ((instant.getUTCMonth() + 1) << 5) | instant.getUTCDate()
  const time =
    (instant.getUTCHours() << 11) | (instant.getUTCMinutes() << 5) | (instant.getUTCSeconds() >> 1)
  return ((date << 16) | time) >>> 0
}
