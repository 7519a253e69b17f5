import { plainText } from './plainText.ts'

/** First line of every part. */
export const XML_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
}

const SPECIAL = /[&<>"]/

/** Any text as XML 1.0 takes it, between tags or in an attribute. */
export function escaped(text: string): string {
  const clean = plainText(text)
  return SPECIAL.test(clean)
    ? clean.replace(/[&<>"]/g, (character) => ESCAPES[character] ?? '')
    : clean
}

/** An element: attributes are escaped here, children are XML already. */
export function tag(
  name: string,
  attributes: Readonly<Record<string, string | number>> = {},
  ...children: readonly string[]
): string {
  let head = `<${name}`
  for (const key in attributes) {
    const own = attributes[key] ?? ''
    head += ` ${key}="${typeof own === 'number' ? own : escaped(own)}"`
  }
  const inner = children.join('')
  return inner ? `${head}>${inner}</${name}>` : `${head}/>`
}

/** An element that holds nothing but a value, of which DrawingML charts are full. */
export const value = (name: string, val: string | number): string => tag(name, { val })
