/** Text that is not well-formed XML 1.0. */
export class NotWellFormed extends Error {}

/** Characters that XML 1.0 §2.2 leaves out; a decoded text has no half surrogates. */
const FORBIDDEN = /[^\P{Cc}\t\n\r\x7f-\x9f]|[\ufffe\uffff]/u

const NAMED: Readonly<Record<string, string>> = {
  ...{ lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" },
}

const REFERENCE = /&(?:#x([\dA-Fa-f]{1,8});|#(\d{1,8});|(lt|gt|amp|quot|apos);)?/g

/** Throws NotWellFormed where a text holds a character that XML leaves out. */
export function requireCharacters(text: string): void {
  if (FORBIDDEN.test(text)) throw new NotWellFormed()
}

/** Line ends as XML gives them on (§2.11). */
export const plainLines = (text: string): string =>
  text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text

/** A text with its references to characters resolved; there are no other entities without a document type. */
export const resolved = (text: string): string =>
  text.includes('&') ? text.replace(REFERENCE, characterOf) : text

function characterOf(
  _: string,
  hex: string | undefined,
  decimal: string | undefined,
  name: string | undefined,
): string {
  if (name !== undefined) return NAMED[name] ?? ''
  if (hex === undefined && decimal === undefined) throw new NotWellFormed()
  const code = hex === undefined ? Number(decimal) : parseInt(hex, 16)
  if (code > 0x10ffff || (code >= 0xd800 && code <= 0xdfff)) throw new NotWellFormed()
  const character = String.fromCodePoint(code)
  requireCharacters(character)
  return character
}

const NAME_START =
  ':A-Z_a-z\\u00c0-\\u00d6\\u00d8-\\u00f6\\u00f8-\\u02ff\\u0370-\\u037d\\u037f-\\u1fff\\u200c\\u200d\\u2070-\\u218f\\u2c00-\\u2fef\\u3001-\\ud7ff\\uf900-\\ufdcf\\ufdf0-\\ufffd\\u{10000}-\\u{effff}'
const NAME = new RegExp(
  `^[${NAME_START}][${NAME_START}\\-.\\d\\u00b7\\u0300-\\u036f\\u203f-\\u2040]*$`,
  'u',
)

/** Names that were seen are not looked at again; a part of a workbook has a few dozen. */
const KEPT_NAMES = 1_000
const seen = new Map<string, string>()

/** The part of a name behind its prefix. Throws NotWellFormed for what is no name (§2.3). */
export function localName(name: string): string {
  const known = seen.get(name)
  if (known !== undefined) return known
  if (!NAME.test(name)) throw new NotWellFormed()
  const local = name.slice(name.indexOf(':') + 1)
  if (seen.size < KEPT_NAMES) seen.set(name, local)
  return local
}
