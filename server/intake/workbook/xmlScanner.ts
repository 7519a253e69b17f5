import { localName, NotWellFormed, plainLines, requireCharacters, resolved } from './xmlText.ts'

export type Attributes = Readonly<Record<string, string>>

/** Takes what a scanner finds; names of elements come without prefix. */
export interface XmlEvents {
  readonly open: (name: string, attributes: Attributes) => void
  readonly close: (name: string) => void
  readonly text: (text: string) => void
  /** A document type begins: what follows is not read. */
  readonly doctype: () => void
}

/** Characters of one piece of markup at most; cells of a workbook hold 32,767. */
const LONGEST_MARKUP = 1_048_576
/** Characters of a reference that may stand at the end of a slice. */
const LONGEST_REFERENCE = 12
const [LESS, GREATER, SLASH, EQUALS, QUESTION, EXCLAMATION] = [60, 62, 47, 61, 63, 33] as const
const [QUOTE, APOSTROPHE] = [34, 39] as const
const BLANK = /^[ \t\r\n]*$/
const DECLARATION =
  /^<\?xml\s+version\s*=\s*(["'])1\.\d+\1(\s+encoding\s*=\s*(["'])[A-Za-z][\w.-]*\3)?(\s+standalone\s*=\s*(["'])(yes|no)\5)?\s*\?>$/

/** Opening tags that were read before, by their text: those of a sheet, and of sheets alike, are mostly the same. */
const KEPT_TAGS = 4_096
const LONGEST_KEPT = 256
const kept = new Map<string, Tag>()

interface Tag {
  readonly name: string
  readonly local: string
  readonly attributes: Attributes
  readonly isEmpty: boolean
}

const isBlank = (code: number): boolean => code === 32 || code === 10 || code === 13 || code === 9

/**
 * Reads XML 1.0 slice by slice and gives on what it finds, keeping no more than one piece of markup. Throws
 * NotWellFormed as soon as it meets what is not; document types are left to the reader.
 */
export class XmlScanner {
  readonly #events: XmlEvents
  readonly #names: string[] = []
  #text = ''
  #at = 0
  #isFirst = true
  #hasRoot = false
  /** Last two characters of the text that was given on, for `]]>` across slices. */
  #tail = ''

  constructor(events: XmlEvents) {
    this.#events = events
  }

  write(slice: string): void {
    requireCharacters(slice)
    this.#text = this.#at < this.#text.length ? this.#text.slice(this.#at) + slice : slice
    this.#at = 0
    while (this.#at < this.#text.length) if (!this.#step(false)) break
    if (this.#text.length - this.#at > LONGEST_MARKUP) throw new NotWellFormed()
  }

  close(): void {
    while (this.#at < this.#text.length) if (!this.#step(true)) throw new NotWellFormed()
    if (this.#names.length > 0 || !this.#hasRoot) throw new NotWellFormed()
  }

  /** Takes the next text or piece of markup; false where it does not end within what was written. */
  #step(isLast: boolean): boolean {
    const [text, at] = [this.#text, this.#at]
    if (text.charCodeAt(at) !== LESS) return this.#characters(isLast)
    this.#tail = ''
    const next = text.charCodeAt(at + 1)
    if (next === SLASH) return this.#closeTag()
    if (next === QUESTION) return this.#instruction()
    if (next === EXCLAMATION) return this.#declaration()
    return at + 1 < text.length && this.#openTag()
  }

  #characters(isLast: boolean): boolean {
    const found = this.#text.indexOf('<', this.#at)
    const end = found >= 0 || isLast ? found : this.#safeEnd()
    const stop = end < 0 ? this.#text.length : end
    if (stop === this.#at) return false
    const raw = this.#text.slice(this.#at, stop)
    this.#at = stop
    this.#isFirst = false
    if (this.#names.length === 0) {
      if (!BLANK.test(raw)) throw new NotWellFormed()
      return true
    }
    const joined = this.#tail === '' ? raw : this.#tail + raw
    if (joined.includes(']]>')) throw new NotWellFormed()
    this.#tail = found < 0 ? joined.slice(-2) : ''
    this.#events.text(resolved(plainLines(raw)))
    return true
  }

  /** Where a text may be cut that goes on in the next slice: not within a reference or a line end. */
  #safeEnd(): number {
    const text = this.#text
    const reference = text.lastIndexOf('&')
    if (reference >= this.#at && text.length - reference < LONGEST_REFERENCE)
      if (!text.includes(';', reference)) return reference
    return text.endsWith('\r') ? text.length - 1 : text.length
  }

  /** The piece of markup up to `end`; null where that is still to come. */
  #piece(end: string, from: number): string | null {
    const found = this.#text.indexOf(end, this.#at + from)
    if (found < 0) return null
    const piece = this.#text.slice(this.#at, found + end.length)
    this.#at = found + end.length
    return piece
  }

  #closeTag(): boolean {
    const end = this.#text.indexOf('>', this.#at)
    if (end < 0) return false
    const name = this.#text.slice(this.#at + 2, end).trimEnd()
    if (name !== this.#names.pop()) throw new NotWellFormed()
    this.#at = end + 1
    this.#events.close(localName(name))
    return true
  }

  #instruction(): boolean {
    const isFirst = this.#isFirst
    const piece = this.#piece('?>', 2)
    if (piece === null) return false
    this.#isFirst = false
    const target = /^<\?([^\s?]+)/.exec(piece)?.[1] ?? ''
    localName(target)
    const isDeclaration = target.toLowerCase() === 'xml'
    if (isDeclaration && !(isFirst && DECLARATION.test(piece))) throw new NotWellFormed()
    return true
  }

  /** A comment, a CDATA section, or a document type. */
  #declaration(): boolean {
    const begin = this.#text.slice(this.#at, this.#at + 9)
    if (begin.startsWith('<!--')) {
      const piece = this.#piece('-->', 4)
      if (piece?.slice(4, -3).includes('--')) throw new NotWellFormed()
      this.#isFirst &&= piece === null
      return piece !== null
    }
    if (begin === '<![CDATA[') {
      if (this.#names.length === 0) throw new NotWellFormed()
      const piece = this.#piece(']]>', 9)
      if (piece !== null) this.#events.text(plainLines(piece.slice(9, -3)))
      return piece !== null
    }
    if (begin === '<!DOCTYPE') this.#events.doctype()
    if (!['<!--', '<![CDATA[', '<!DOCTYPE'].some((known) => known.startsWith(begin)))
      throw new NotWellFormed()
    return false
  }

  #openTag(): boolean {
    const [text, at] = [this.#text, this.#at]
    const end = text.indexOf('>', at) + 1
    if (end === 0) return false
    const written = end - at > LONGEST_KEPT ? null : text.slice(at, end)
    const known = written === null ? undefined : kept.get(written)
    if (known) {
      this.#at = end
      return this.#opened(known)
    }
    const tag = this.#readTag()
    if (tag === null) return false
    if (written !== null && this.#at === end) {
      if (kept.size >= KEPT_TAGS) kept.clear()
      kept.set(written, tag)
    }
    return this.#opened(tag)
  }

  #readTag(): Tag | null {
    const text = this.#text
    let at = this.#nameEnd(this.#at + 1)
    const name = text.slice(this.#at + 1, at)
    const attributes: Record<string, string> = {}
    for (;;) {
      const from = at
      while (isBlank(text.charCodeAt(at))) at++
      const code = text.charCodeAt(at)
      if (code === GREATER || code === SLASH) {
        const isEmpty = code === SLASH
        if (isEmpty && at + 1 >= text.length) return null
        if (isEmpty && text.charCodeAt(++at) !== GREATER) throw new NotWellFormed()
        this.#at = at + 1
        return { name, local: localName(name), attributes, isEmpty }
      }
      const nameEnd = this.#nameEnd(at)
      const quoteAt = this.#quoteAfter(nameEnd)
      const valueEnd = quoteAt === null ? -1 : text.indexOf(text[quoteAt] ?? '', quoteAt + 1)
      if (quoteAt === null || valueEnd < 0) return null
      if (from === at) throw new NotWellFormed()
      addAttribute(attributes, text.slice(at, nameEnd), text.slice(quoteAt + 1, valueEnd))
      at = valueEnd + 1
    }
  }

  /** Where a name ends: before a blank, `=`, `/`, `>` or the end of what was written. */
  #nameEnd(from: number): number {
    const text = this.#text
    let at = from
    for (; at < text.length; at++) {
      const code = text.charCodeAt(at)
      if (code === EQUALS || code === GREATER || code === SLASH || isBlank(code)) break
    }
    return at
  }

  /** Where the value of an attribute begins; null where that is still to come. */
  #quoteAfter(from: number): number | null {
    const text = this.#text
    let at = from
    while (isBlank(text.charCodeAt(at))) at++
    if (at >= text.length) return null
    if (text.charCodeAt(at) !== EQUALS) throw new NotWellFormed()
    do at++
    while (isBlank(text.charCodeAt(at)))
    if (at >= text.length) return null
    const code = text.charCodeAt(at)
    if (code !== QUOTE && code !== APOSTROPHE) throw new NotWellFormed()
    return at
  }

  #opened({ name, local, attributes, isEmpty }: Tag): true {
    if (this.#names.length === 0 && this.#hasRoot) throw new NotWellFormed()
    this.#hasRoot = true
    this.#isFirst = false
    if (!isEmpty) this.#names.push(name)
    this.#events.open(local, attributes)
    if (isEmpty) this.#events.close(local)
    return true
  }
}

function addAttribute(attributes: Record<string, string>, name: string, raw: string): void {
  localName(name)
  if (Object.hasOwn(attributes, name) || raw.includes('<')) throw new NotWellFormed()
  attributes[name] = resolved(raw.replace(/\r\n|[\t\r\n]/g, ' '))
}
