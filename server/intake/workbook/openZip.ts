import { crc32, inflateRawSync } from 'node:zlib'

import { FileRefused } from './fileRefused.ts'

const END = 0x06054b50
const CENTRAL = 0x02014b50
const LOCAL = 0x04034b50
/** Sizes of the fixed parts of the three records (APPNOTE 4.3.16, 4.3.12, 4.3.7). */
const END_SIZE = 22
const CENTRAL_SIZE = 46
const LOCAL_SIZE = 30
const LONGEST_COMMENT = 65_535
const STORED = 0
const DEFLATED = 8

export interface ZipLimits {
  readonly entries: number
  readonly inflated: number
  readonly ratio: number
  readonly ratioFrom: number
}

export interface ZipEntry {
  readonly name: string
  readonly packed: number
  readonly size: number
  readonly method: number
  readonly encrypted: boolean
  readonly crc: number
  /** Of its local header. */
  readonly offset: number
}

/** A ZIP package that keeps its limits by what it says of itself; `read` holds it to that. */
export interface Zip {
  readonly entries: ReadonlyMap<string, ZipEntry>
  /** The bytes of an entry. Throws FileRefused: inflating stops where it passes the size that was declared. */
  readonly read: (entry: ZipEntry) => Uint8Array
}

/**
 * Opens a ZIP package by its central directory, within limits that are checked before anything is unpacked.
 * Throws FileRefused `truncated`, `corrupt`, `tooManyEntries` or `zipBomb`; zip64 counts as too large.
 */
export function openZip(bytes: Uint8Array, limits: ZipLimits): Zip {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const end = endOfCentral(view)
  const count = view.getUint16(end + 10, true)
  if (count > limits.entries) throw new FileRefused('tooManyEntries')
  const entries = readDirectory(bytes, view, view.getUint32(end + 16, true), count)
  requireBounds([...entries.values()], bytes.length, limits)
  return { entries, read: (entry) => unpack(bytes, view, entry) }
}

function endOfCentral(view: DataView): number {
  const last = view.byteLength - END_SIZE
  for (let at = last; at >= Math.max(0, last - LONGEST_COMMENT); at--)
    if (view.getUint32(at, true) === END) return at
  throw new FileRefused('truncated')
}

function readDirectory(
  bytes: Uint8Array,
  view: DataView,
  start: number,
  count: number,
): Map<string, ZipEntry> {
  const entries = new Map<string, ZipEntry>()
  for (let at = start, left = count; left > 0; left--) {
    if (at + CENTRAL_SIZE > bytes.length || view.getUint32(at, true) !== CENTRAL)
      throw new FileRefused('corrupt')
    const nameEnd = at + CENTRAL_SIZE + view.getUint16(at + 28, true)
    const flags = view.getUint16(at + 8, true)
    const name = nameOf(bytes.subarray(at + CENTRAL_SIZE, nameEnd))
    if (entries.has(name)) throw new FileRefused('corrupt')
    entries.set(name, {
      ...{ name, encrypted: (flags & 1) === 1, method: view.getUint16(at + 10, true) },
      ...{ crc: view.getUint32(at + 16, true), packed: view.getUint32(at + 20, true) },
      ...{ size: view.getUint32(at + 24, true), offset: view.getUint32(at + 42, true) },
    })
    at = nameEnd + view.getUint16(at + 30, true) + view.getUint16(at + 32, true)
  }
  return entries
}

const utf8 = new TextDecoder('utf-8', { fatal: true })
const gb18030 = new TextDecoder('gb18030')

/** Chinese Windows writes names in GBK and does not say so. */
function nameOf(bytes: Uint8Array): string {
  try {
    return utf8.decode(bytes)
  } catch {
    return gb18030.decode(bytes)
  }
}

/** Entries that share their packed bytes unpack to more than a file can hold. */
function requireBounds(entries: readonly ZipEntry[], length: number, limits: ZipLimits): void {
  const sum = (of: (entry: ZipEntry) => number) => entries.reduce((all, one) => all + of(one), 0)
  const steep = entries.some(
    ({ size, packed }) => size > limits.ratioFrom && size > packed * limits.ratio,
  )
  const isTooMuch = steep || sum(({ size }) => size) > limits.inflated
  if (isTooMuch || sum(({ packed }) => packed) > length) throw new FileRefused('zipBomb')
}

function unpack(bytes: Uint8Array, view: DataView, entry: ZipEntry): Uint8Array {
  const { offset, packed, size, method, encrypted, crc } = entry
  if (encrypted) throw new FileRefused('encrypted')
  if (offset + LOCAL_SIZE > bytes.length || view.getUint32(offset, true) !== LOCAL)
    throw new FileRefused('corrupt')
  const start =
    offset + LOCAL_SIZE + view.getUint16(offset + 26, true) + view.getUint16(offset + 28, true)
  const content = bytes.subarray(start, start + packed)
  if (content.length !== packed) throw new FileRefused('truncated')
  const plain = method === STORED ? content : inflated(content, size, method)
  if (plain.length !== size || crc32(plain) !== crc) throw new FileRefused('corrupt')
  return plain
}

function inflated(content: Uint8Array, size: number, method: number): Uint8Array {
  if (method !== DEFLATED) throw new FileRefused('corrupt')
  try {
    return inflateRawSync(content, { maxOutputLength: Math.max(1, size) })
  } catch (error) {
    const isLonger = (error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE'
    throw new FileRefused(isLonger ? 'zipBomb' : 'corrupt')
  }
}
