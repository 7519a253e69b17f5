import { cleanText } from '../cleanText.ts'
import type { Exported } from '../exported.ts'
import { provenanceOf, wordsOf } from '../words.ts'

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006'
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006'
const CONTENT = 'application/vnd.openxmlformats'

/** Set of properties that users define (ECMA-376 part 1, §22.3). */
const FORMAT = '{D5CDD505-2E9C-101B-9397-08002B2CF9AE}'

/** Where the properties stand in the package. */
const CORE = 'docProps/core.xml'
export const CUSTOM = 'docProps/custom.xml'

/** Entry of the list of content types. */
export const CONTENT_TYPES =
  `<Override PartName="/${CORE}" ContentType="${CONTENT}-package.core-properties+xml"/>` +
  `<Override PartName="/${CUSTOM}" ContentType="${CONTENT}-officedocument.custom-properties+xml"/>`

/** Entries of the relations of the package. */
export const RELATIONS =
  `<Relationship Id="rId-core" Type="${PACKAGE}/relationships/metadata/core-properties" Target="${CORE}"/>` +
  `<Relationship Id="rId-custom" Type="${OFFICE}/relationships/custom-properties" Target="${CUSTOM}"/>`

/**
 * The document properties of a workbook as files: title, subject and instant of the request (core), and where
 * each figure comes from (custom).
 */
export const documentProperties = (
  items: readonly Exported[],
): Readonly<Record<string, string>> => ({
  [CORE]: coreXml(items),
  [CUSTOM]: customXml(propertiesOf(items)),
})

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
}

const escaped = (text: string): string =>
  cleanText(text).replace(/[&<>"]/g, (character) => ESCAPES[character] ?? '')

function coreXml(items: readonly Exported[]): string {
  const words = items.map(wordsOf)
  const [first] = items
  const instant = new Date(first?.origin.madeAt ?? 0).toISOString().replace(/\.\d+Z$/, 'Z')
  const subject = [...new Set(words.flatMap(({ badge, marking }) => badge || marking || []))]
  return [
    HEAD,
    `<cp:coreProperties xmlns:cp="${PACKAGE}/metadata/core-properties"`,
    ' xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/"',
    ' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">',
    `<dc:title>${escaped(words.map(({ title }) => title).join(' · '))}</dc:title>`,
    `<dc:subject>${escaped(subject.join(' · '))}</dc:subject>`,
    `<dc:description>${escaped(first?.origin.link ?? '')}</dc:description>`,
    `<dc:language>${first?.figure.locale ?? ''}</dc:language>`,
    `<dcterms:created xsi:type="dcterms:W3CDTF">${instant}</dcterms:created>`,
    `<dcterms:modified xsi:type="dcterms:W3CDTF">${instant}</dcterms:modified>`,
    '</cp:coreProperties>',
  ].join('')
}

/** What all figures share stands once; the rest is numbered in their order. */
function propertiesOf(items: readonly Exported[]): readonly (readonly [string, string])[] {
  const all = items.map(provenanceOf)
  const [first = []] = all
  return first.flatMap(([name, value], at) => {
    const values = all.map((own) => own[at]?.[1] ?? '')
    return values.every((other) => other === value)
      ? [[name, value] as const]
      : values.map((own, i) => [`${name} ${i + 1}`, own] as const)
  })
}

/** Properties that users define, as a part of a package. */
export const customXml = (properties: readonly (readonly [string, string])[]): string =>
  [
    HEAD,
    `<Properties xmlns="${OFFICE}/custom-properties" xmlns:vt="${OFFICE}/docPropsVTypes">`,
    ...properties.map(
      ([name, value], at) =>
        `<property fmtid="${FORMAT}" pid="${at + 2}" name="${escaped(name)}">` +
        `<vt:lpwstr>${escaped(value)}</vt:lpwstr></property>`,
    ),
    '</Properties>',
  ].join('')
