import { FileRefused } from './fileRefused.ts'

/** Encodings in which programs here write texts, tried in this order; a mark at the front decides. */
const ENCODINGS = ['utf-8', 'gb18030'] as const

/** The text of a file: UTF-8, GB18030 (GBK) or marked UTF-16, without its mark. Throws FileRefused `encoding`. */
export function decodeText(bytes: Uint8Array): string {
  const marked = markedEncoding(bytes)
  for (const encoding of marked ? [marked] : ENCODINGS) {
    const text = decoded(bytes, encoding)
    if (text !== null) return text
  }
  throw new FileRefused('encoding')
}

function markedEncoding([first, second]: Uint8Array): string | null {
  if (first === 0xff && second === 0xfe) return 'utf-16le'
  return first === 0xfe && second === 0xff ? 'utf-16be' : null
}

/** Control characters and unassigned code points mean that the encoding is another one. */
function decoded(bytes: Uint8Array, encoding: string): string | null {
  try {
    const text = new TextDecoder(encoding, { fatal: true }).decode(bytes).replace(/^\ufeff/, '')
    return /[\u0000-\u0008\u000e-\u001f\ufffd\p{Co}]/u.test(text) ? null : text
  } catch {
    return null
  }
}
