/** Deepest nesting a request needs is 4; the limit leaves room and stops stack attacks. */
export const MAX_DEPTH = 16

const QUOTE = 0x22
const BACKSLASH = 0x5c
const OPEN = new Set([0x5b, 0x7b])
const CLOSE = new Set([0x5d, 0x7d])

/** Byte position where nesting passes `limit`, or -1. One linear pass over UTF-8 bytes, before parsing. */
export function tooDeepAt(bytes: Uint8Array, limit = MAX_DEPTH): number {
  let depth = 0
  for (let i = 0; i < bytes.length; i++) {
    const byte = bytes[i] ?? 0
    if (byte === QUOTE) i = endOfString(bytes, i)
    else if (OPEN.has(byte) && ++depth > limit) return i
    else if (CLOSE.has(byte)) depth--
  }
  return -1
}

function endOfString(bytes: Uint8Array, from: number): number {
  for (let i = bytes.indexOf(QUOTE, from + 1); i !== -1; i = bytes.indexOf(QUOTE, i + 1)) {
    let slashes = 0
    while (bytes[i - 1 - slashes] === BACKSLASH) slashes++
    if (slashes % 2 === 0) return i
  }
  return bytes.length
}

const TOKEN =
  /[\s]+|[[\]{},:]|"(?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null/y

/**
 * Character position of the first thing in `text` that is not JSON (its length when it only ends too
 * early). The engine's own message names a position only sometimes. RFC 8259.
 */
export function firstJsonError(text: string): number {
  const stack: string[] = []
  let wants = 'value'
  TOKEN.lastIndex = 0
  for (let at = 0; at < text.length; at = TOKEN.lastIndex) {
    const token = TOKEN.exec(text)?.[0]
    if (token === undefined) return at
    if (/^\s/.test(token)) continue
    const next = step(stack, wants, token)
    if (next === null) return at
    wants = next
  }
  return text.length
}

/** What may follow after `token` in this state, or null when it may not stand here. */
function step(stack: string[], wants: string, token: string): string | null {
  const afterValue = () => (stack.length === 0 ? 'end' : 'comma')
  const isKey = token.startsWith('"')
  if ((token === ']' || token === '}') && wants !== 'value' && wants !== 'key') {
    const open = stack.pop()
    const empty = wants === 'valueOrClose' || wants === 'keyOrClose' || wants === 'comma'
    return empty && open === (token === ']' ? '[' : '{') ? afterValue() : null
  }
  if (wants === 'comma') return token === ',' ? (stack.at(-1) === '{' ? 'key' : 'value') : null
  if (wants === 'key' || wants === 'keyOrClose') return isKey ? 'colon' : null
  if (wants === 'colon') return token === ':' ? 'value' : null
  if (wants === 'end' || /^[\]},:]/.test(token)) return null
  if (token !== '{' && token !== '[') return afterValue()
  stack.push(token)
  return token === '{' ? 'keyOrClose' : 'valueOrClose'
}
