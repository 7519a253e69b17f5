import { FileRefused } from './fileRefused.ts'
import { XmlScanner, type Attributes } from './xmlScanner.ts'
import { NotWellFormed } from './xmlText.ts'

/** What a reader wants to know of a part; names come without prefix. `true` from `open` ends the reading. */
export interface XmlReader {
  readonly open: (name: string, attributes: Attributes) => boolean | undefined
  readonly close?: (name: string) => void
  readonly text?: (text: string) => void
}

/** Bytes given to the parser at a time: it stops within so many after a reader has had enough. */
const SLICE = 65_536

/**
 * Reads a part of a package as a stream of elements (UTF-8 or UTF-16). Throws FileRefused `corrupt` where it is not
 * well-formed, and `doctype` where it declares a document type: no entity is ever expanded.
 */
export function parseXml(bytes: Uint8Array, { open, close, text }: XmlReader): void {
  const reading = { isEnough: false }
  const scanner = new XmlScanner({
    open: (name, attributes) => {
      if (!reading.isEnough) reading.isEnough = open(name, attributes) === true
    },
    close: (name) => {
      if (!reading.isEnough) close?.(name)
    },
    text: (run) => text?.(run),
    doctype: () => {
      throw new FileRefused('doctype')
    },
  })
  try {
    feed(bytes, (slice) => {
      scanner.write(slice)
      return reading.isEnough
    })
    if (!reading.isEnough) scanner.close()
  } catch (error) {
    throw error instanceof NotWellFormed ? new FileRefused('corrupt') : error
  }
}

function feed(bytes: Uint8Array, write: (text: string) => boolean): void {
  const decoder = new TextDecoder(encodingOf(bytes), { fatal: true })
  for (let at = 0; at < bytes.length; at += SLICE) {
    const slice = bytes.subarray(at, at + SLICE)
    if (write(decoded(decoder, slice, at + SLICE < bytes.length))) return
  }
}

function decoded(decoder: TextDecoder, bytes: Uint8Array, stream: boolean): string {
  try {
    return decoder.decode(bytes, { stream })
  } catch {
    throw new FileRefused('corrupt')
  }
}

function encodingOf([first, second]: Uint8Array): string {
  if (first === 0xff && second === 0xfe) return 'utf-16le'
  return first === 0xfe && second === 0xff ? 'utf-16be' : 'utf-8'
}
