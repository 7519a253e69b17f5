/** A chunk of a PNG file: its type and its bytes (PNG, third edition, 5.3). */
interface Chunk {
  readonly type: string
  readonly data: Uint8Array
}

const SIGNATURE = [137, 80, 78, 71, 13, 10, 26, 10]
const INCH = 0.0254

/** Why bytes are no PNG that could carry words. */
export class NotPng extends Error {
  constructor(why: string) {
    super(`No PNG: ${why}`)
    this.name = 'NotPng'
  }
}

/**
 * The picture with words about itself (iTXt, UTF-8) and its resolution (pHYs), after its header. Words of the
 * same name and a resolution that it had before are replaced.
 * @throws NotPng where the bytes are no whole PNG.
 */
export function withProvenance(
  png: Uint8Array,
  texts: readonly (readonly [string, string])[],
  dpi: number,
): Uint8Array {
  const [header, ...rest] = chunksOf(png)
  if (header?.type !== 'IHDR') throw new NotPng('it does not begin with its header')
  const names = new Set(texts.map(([name]) => keyword(name)))
  const kept = rest.filter((chunk) => chunk.type !== 'pHYs' && !names.has(textOf(chunk)?.[0] ?? ''))
  const own = texts.map(([name, text]) => textChunk(name, text))
  return fileOf([header, resolutionChunk(dpi), ...own, ...kept])
}

/**
 * Names and words of a PNG, in the order in which they stand.
 * @throws NotPng where the bytes are no whole PNG.
 */
export const textsOf = (png: Uint8Array): (readonly [string, string])[] =>
  chunksOf(png).flatMap((chunk) => {
    const text = textOf(chunk)
    return text ? [text] : []
  })

function chunksOf(png: Uint8Array): Chunk[] {
  if (SIGNATURE.some((byte, i) => png[i] !== byte)) throw new NotPng('the signature is missing')
  const view = new DataView(png.buffer, png.byteOffset, png.byteLength)
  const chunks: Chunk[] = []
  let at = SIGNATURE.length
  while (at < png.length) {
    if (at + 12 > png.length) throw new NotPng('it ends within a chunk')
    const length = view.getUint32(at)
    if (at + 12 + length > png.length) throw new NotPng('it ends within a chunk')
    const body = png.subarray(at + 4, at + 8 + length)
    if (view.getUint32(at + 8 + length) !== crc32(body))
      throw new NotPng('a check sum does not match')
    chunks.push({ type: latin(body.subarray(0, 4)), data: body.subarray(4) })
    at += 12 + length
  }
  if (chunks.at(-1)?.type !== 'IEND') throw new NotPng('it has no end')
  return chunks
}

function fileOf(chunks: readonly Chunk[]): Uint8Array {
  const length = chunks.reduce((sum, { data }) => sum + data.length + 12, SIGNATURE.length)
  const file = new Uint8Array(length)
  const view = new DataView(file.buffer)
  file.set(SIGNATURE)
  let at = SIGNATURE.length
  for (const { type, data } of chunks) {
    view.setUint32(at, data.length)
    file.set(bytesOf(type), at + 4)
    file.set(data, at + 8)
    view.setUint32(at + 8 + data.length, crc32(file.subarray(at + 4, at + 8 + data.length)))
    at += 12 + data.length
  }
  return file
}

/** Pixels of a metre, both ways (11.3.4.3). */
function resolutionChunk(dpi: number): Chunk {
  const data = new Uint8Array(9)
  const view = new DataView(data.buffer)
  const perMetre = Math.round(dpi / INCH)
  view.setUint32(0, perMetre)
  view.setUint32(4, perMetre)
  data[8] = 1
  return { type: 'pHYs', data }
}

const LONGEST = 79

/** A name as chunks allow it: 1 to 79 printable Latin-1 characters, single spaces (11.3.3.2). */
const keyword = (name: string): string =>
  name
    .replace(/[^\u0020-\u007e\u00a1-\u00ff]/g, '')
    .replace(/ +/g, ' ')
    .trim()
    .slice(0, LONGEST)
    .trim() || 'Comment'

/** Name, no compression, no language, no translated name, words without the null that ends them (11.3.3.4). */
const textChunk = (name: string, text: string): Chunk => ({
  type: 'iTXt',
  data: Uint8Array.from([
    ...bytesOf(keyword(name)),
    ...[0, 0, 0, 0, 0],
    ...new TextEncoder().encode(text.replaceAll('\0', '')),
  ]),
})

/** Name and words of an uncompressed iTXt chunk. */
function textOf({ type, data }: Chunk): readonly [string, string] | null {
  if (type !== 'iTXt') return null
  const end = data.indexOf(0)
  if (end < 0 || data[end + 1] !== 0) return null
  const language = data.indexOf(0, end + 3)
  const translated = language < 0 ? -1 : data.indexOf(0, language + 1)
  if (translated < 0) return null
  return [latin(data.subarray(0, end)), new TextDecoder().decode(data.subarray(translated + 1))]
}

const latin = (bytes: Uint8Array): string => String.fromCharCode(...bytes)
const bytesOf = (text: string): number[] => Array.from(text, (char) => char.charCodeAt(0) & 255)

/** Of every byte, for the check sum of ISO 3309 (annex D of the PNG specification). */
const TABLE = Uint32Array.from({ length: 256 }, (_, byte) => {
  let value = byte
  for (let bit = 0; bit < 8; bit++) value = value & 1 ? 0xedb88320 ^ (value >>> 1) : value >>> 1
  return value
})

function crc32(bytes: Uint8Array): number {
  let value = 0xffffffff
  for (const byte of bytes) value = (TABLE[(value ^ byte) & 255] ?? 0) ^ (value >>> 8)
  return (value ^ 0xffffffff) >>> 0
}
