import { SaxesParser } from 'saxes'

import { FileRefused } from './fileRefused.ts'

export type Attributes = Readonly<Record<string, string>>

/** What a reader wants to know of a part; names come without prefix. `true` from `open` ends the reading. */
export interface XmlReader {
  readonly open: (name: string, attributes: Attributes) => boolean | undefined
  readonly close?: (name: string) => void
  readonly text?: (text: string) => void
}

/** Bytes given to the parser at a time: it stops within so many after a reader has had enough. */
const SLICE = 65_536

const localName = (name: string): string => {
  const colon = name.indexOf(':')
  return colon < 0 ? name : name.slice(colon + 1)
}

/**
 * Reads a part of a package as a stream of elements (UTF-8 or UTF-16). Throws FileRefused `corrupt` where it is not
 * well-formed, and `doctype` where it declares a document type: no entity is ever expanded.
 */
export function parseXml(bytes: Uint8Array, reader: XmlReader): void {
  const parser = new SaxesParser({ position: false, xmlns: false })
  const reading = { isEnough: false }
  parser.on('error', () => {
    throw new FileRefused('corrupt')
  })
  parser.on('doctype', () => {
    throw new FileRefused('doctype')
  })
  parser.on('opentag', ({ name, attributes }) => {
    if (!reading.isEnough) reading.isEnough = reader.open(localName(name), attributes) === true
  })
  const { close, text } = reader
  if (close)
    parser.on('closetag', ({ name }) => {
      if (!reading.isEnough) close(localName(name))
    })
  if (text) {
    parser.on('text', text)
    parser.on('cdata', text)
  }
  feed(bytes, (slice) => {
    parser.write(slice)
    return reading.isEnough
  })
  if (!reading.isEnough) parser.close()
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
