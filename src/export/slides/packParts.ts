import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'

import type { Locale } from '../../domain/text.ts'
import { coreProperties, customProperties } from '../document/properties.ts'
import type { DocumentHead } from '../document/head.ts'
import type { Part } from '../part.ts'
import { CUSTOM, customXml } from '../sheet/documentProperties.ts'

const CUSTOM_TYPE = 'application/vnd.openxmlformats-officedocument.custom-properties+xml'
const CUSTOM_RELATION =
  'http://schemas.openxmlformats.org/officeDocument/2006/relationships/custom-properties'

/**
 * The library's package put right: absent values are left out instead of written empty, its clock and random
 * ids are replaced, provenance stands in the properties. The same deck gives the same bytes.
 */
export function packParts(
  bytes: Uint8Array,
  head: DocumentHead,
  parts: readonly Part[],
): Uint8Array {
  const files = unzipped(bytes)
  const renumber = chartNumbers(Object.keys(files))
  const properties = customProperties(head, parts).map(({ name, value }) => [name, value] as const)
  const fixed = Object.entries(files).map(([path, content]): [string, Uint8Array] => [
    renumber(path),
    fixFile(path, content, head, renumber),
  ])
  return zipSync(
    { ...Object.fromEntries(fixed), [CUSTOM]: strToU8(customXml(properties)) },
    { mtime: dayOf(head.origin.madeAt), level: 0 },
  )
}

/** The files of a package, without the folders that the library lists among them. */
const unzipped = (bytes: Uint8Array): Record<string, Uint8Array> =>
  unzipSync(bytes, { filter: ({ name }) => !name.endsWith('/') })

/** The library counts charts from the start of the program: here from 1, in names of files and links to them. */
function chartNumbers(paths: readonly string[]): (text: string) => string {
  const numbers = paths
    .flatMap((path) => /^ppt\/charts\/chart(\d+)\.xml$/.exec(path)?.[1] ?? [])
    .map(Number)
    .sort((a, b) => a - b)
  const place = new Map(numbers.map((number, i) => [String(number), String(i + 1)]))
  return (text) =>
    text.replace(
      /(chart|Microsoft_Excel_Worksheet)(\d+)(\.xml|\.xlsx)/g,
      (_, name: string, number: string, end: string) =>
        `${name}${place.get(number) ?? number}${end}`,
    )
}

/** Zip stamps have no zone: the parts of the instant in UTC, whatever the machine's own. */
function dayOf(instant: string): Date {
  const at = new Date(instant)
  return new Date(at.getTime() + at.getTimezoneOffset() * 60_000)
}

/** Parts in which something is put right: the others are taken as they are. */
const CHANGED = /^\[Content_Types\]|\.rels$|^ppt\/(?:slides|charts|notesSlides)\/[^/]*\.xml$/

function fixFile(
  path: string,
  content: Uint8Array,
  head: DocumentHead,
  renumber: (text: string) => string,
): Uint8Array {
  if (path === 'docProps/core.xml') return strToU8(coreProperties(head))
  if (path.endsWith('.xlsx')) return fixWorkbook(content, head)
  if (!CHANGED.test(path)) return content
  return strToU8(fixXml(renumber(path), renumber(strFromU8(content)), head.locale))
}

function fixXml(path: string, xml: string, locale: Locale): string {
  if (path === '[Content_Types].xml')
    return xml.replace(
      '</Types>',
      `<Override PartName="/${CUSTOM}" ContentType="${CUSTOM_TYPE}"/></Types>`,
    )
  if (path === '_rels/.rels')
    return xml.replace(
      '</Relationships>',
      `<Relationship Id="rIdCustom" Type="${CUSTOM_RELATION}" Target="${CUSTOM}"/></Relationships>`,
    )
  if (path.startsWith('ppt/notesSlides/')) return paragraphed(xml, locale)
  if (path.startsWith('ppt/slides/')) return numberedShapes(numberedIds(path, xml))
  if (path.startsWith('ppt/charts/'))
    return numberedIds(path, xml.replace(/<c:pt idx="\d+"><c:v><\/c:v><\/c:pt>/g, ''))
  return xml
}

/** Lines of the speaker's notes as paragraphs: a line break inside a run is no line break. */
const paragraphed = (xml: string, locale: Locale): string =>
  xml.replace(/<a:t>([^<]*)<\/a:t>/g, (_, text: string) =>
    text
      .split(/\r?\n/)
      .map((line) => `<a:t>${line}</a:t>`)
      .join(`</a:r></a:p><a:p><a:r><a:rPr lang="${locale}" dirty="0"/>`),
  )

/** Every shape of a slide has an id of its own: the library gives tables one that is taken. */
function numberedShapes(xml: string): string {
  let id = 0
  return xml.replace(/<p:cNvPr id="\d+"/g, () => `<p:cNvPr id="${++id}"`)
}

/** Random ids by their place. */
function numberedIds(path: string, xml: string): string {
  let id = 0
  return xml.replace(/\{[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}\}/g, () =>
    numbered(path, ++id),
  )
}

/** An id that depends on the part and the place in it alone. */
function numbered(path: string, id: number): string {
  const part = Number(/(\d+)\.xml$/.exec(path)?.[1] ?? 0)
  const [a, b] = [part.toString(16).padStart(8, '0'), id.toString(16).padStart(12, '0')]
  return `{${a}-0000-4000-8000-${b}}`.toUpperCase()
}

/** The workbook behind a chart: cells without a value are left out. */
function fixWorkbook(content: Uint8Array, head: DocumentHead): Uint8Array {
  const fixed = Object.entries(unzipped(content)).map(([path, part]) => {
    if (path === 'docProps/core.xml') return [path, strToU8(coreProperties(head))] as const
    if (!path.startsWith('xl/worksheets/')) return [path, part] as const
    const xml = strFromU8(part).replace(/<c r="[A-Z]+\d+"(?: t="n")?><v><\/v><\/c>/g, '')
    return [path, strToU8(xml)] as const
  })
  return zipSync(Object.fromEntries(fixed), { mtime: dayOf(head.origin.madeAt), level: 0 })
}
