import { escaped, tag, XML_HEAD } from '../xml.ts'

/** Where the core properties stand in a package. */
export const CORE = 'docProps/core.xml'

/** What a file says of itself; what is empty is left out. */
export interface CoreProperties {
  readonly title: string
  readonly subject?: string
  /** Who made it, and changed it last. */
  readonly creator?: string
  /** Address that leads back to the view. */
  readonly description: string
  readonly language: string
  /** ISO instant of the request: libraries would write their clock. */
  readonly madeAt: string
}

const METADATA = 'http://schemas.openxmlformats.org/package/2006/metadata/core-properties'

/** The core properties as a part of a package (ECMA-376 part 2, §11). */
export function coreXml(properties: CoreProperties): string {
  const { title, subject, creator, description, language, madeAt } = properties
  const instant = new Date(madeAt).toISOString().replace(/\.\d+Z$/, 'Z')
  return (
    XML_HEAD +
    tag(
      'cp:coreProperties',
      {
        ...{ 'xmlns:cp': METADATA, 'xmlns:dc': 'http://purl.org/dc/elements/1.1/' },
        'xmlns:dcterms': 'http://purl.org/dc/terms/',
        'xmlns:xsi': 'http://www.w3.org/2001/XMLSchema-instance',
      },
      text('dc:title', title),
      text('dc:subject', subject),
      text('dc:creator', creator),
      text('dc:description', description),
      text('dc:language', language),
      text('cp:lastModifiedBy', creator),
      tag('dcterms:created', { 'xsi:type': 'dcterms:W3CDTF' }, instant),
      tag('dcterms:modified', { 'xsi:type': 'dcterms:W3CDTF' }, instant),
    )
  )
}

const text = (name: string, content = ''): string =>
  content ? tag(name, {}, escaped(content)) : ''
