import { FileRefused, orRefused } from './fileRefused.ts'
import { FILE_LIMITS } from './limits.ts'
import { openZip } from './openZip.ts'

/** Bytes, unpacked, that are read in some 20 ms; a month's report has 70 kB. */
const QUICK = 1_000_000

const isPackage = ([first, second]: Uint8Array): boolean => first === 0x50 && second === 0x4b

/** Whether a file is read, or refused, so soon that nobody else waits for it. A package is held to what it declares. */
export function isQuick(bytes: Uint8Array): boolean {
  if (bytes.length > FILE_LIMITS.bytes) return true
  if (!isPackage(bytes)) return bytes.length <= QUICK
  const zip = orRefused(() => openZip(bytes, FILE_LIMITS))
  if (zip instanceof FileRefused) return true
  return [...zip.entries.values()].reduce((sum, { size }) => sum + size, 0) <= QUICK
}
