/** An element of a part with what stands directly in it. */
export interface XmlElement {
  readonly name: string
  readonly parent: string
  readonly attributes: string
  readonly children: string[]
}

const TOKEN = /<!--[\s\S]*?-->|<\?[\s\S]*?\?>|<(\/?)([\w:.-]+)((?:\s+[\w:.-]+="[^"<]*")*)\s*(\/?)>/g

/** Every element of a part, in order. @throws where the part is not well-formed XML 1.0. */
export function elementsOf(xml: string): XmlElement[] {
  const elements: XmlElement[] = []
  const open: XmlElement[] = []
  let at = 0
  for (const token of xml.matchAll(TOKEN)) {
    const between = xml.slice(at, token.index)
    at = token.index + token[0].length
    checkText(between, open.length > 0)
    const [, closes, name, attributes = '', isEmpty] = token
    if (name === undefined) continue
    if (closes) {
      const last = open.pop()
      if (last?.name !== name) throw new Error(`</${name}> closes <${last?.name ?? 'nothing'}>`)
      continue
    }
    checkAttributes(attributes)
    const parent = open.at(-1)
    parent?.children.push(name)
    const element = { name, parent: parent?.name ?? '', attributes, children: [] }
    elements.push(element)
    if (!isEmpty) open.push(element)
  }
  checkText(xml.slice(at), false)
  if (open.length > 0) throw new Error(`<${open.at(-1)?.name ?? ''}> is not closed`)
  return elements
}

function checkText(text: string, isInside: boolean): void {
  if (!isInside && text.trim()) throw new Error(`Text outside the root: ${text.slice(0, 40)}`)
  if (/<|&(?!(?:amp|lt|gt|quot|apos|#\d+|#x[\da-fA-F]+);)/.test(text))
    throw new Error(`Not escaped: ${text.slice(0, 60)}`)
  if (/(?![\t\n\r])[\p{Cc}\uFFFE\uFFFF]/u.test(text.replace(/[\u0080-\u009F]/g, '')))
    throw new Error('A character that XML 1.0 forbids')
}

function checkAttributes(attributes: string): void {
  const names = [...attributes.matchAll(/([\w:.-]+)="([^"]*)"/g)].map(
    ([, name = '', value = '']) => {
      checkText(value, true)
      return name
    },
  )
  if (new Set(names).size !== names.length) throw new Error(`An attribute twice: ${attributes}`)
}
