import { textOf } from '../../domain/text.ts'
import { say } from '../../figures/text/words.ts'
import { cleanText } from '../cleanText.ts'
import type { Part } from '../part.ts'
import { MARKING_TEXT, provenanceOf } from '../words.ts'
import type { DocumentHead } from './head.ts'

/** The title as every file carries it: 演示 in front where the data are simulated. */
export function titleOf({ title, locale, simulated }: DocumentHead): string {
  const text = cleanText(title).replace(/\s*\n\s*/g, ' ')
  if (!simulated || /演示|\bdemo/i.test(text)) return text
  return say(locale, `【演示】${text}`, `[Demo] ${text}`)
}

/** What a document says about itself in its properties: space, view, as-of, link, and those of every figure. */
export function customProperties(
  head: DocumentHead,
  parts: readonly Part[],
): { readonly name: string; readonly value: string }[] {
  const { origin, simulated, locale } = head
  const { space, query, asOf, link, madeAt, marking } = origin
  const figures = parts.flatMap((part) => (part.kind === 'figure' ? [part.item] : []))
  const properties: [string, string][] = [
    ['Space', space],
    ['Query', query],
    ['As-of', asOf ?? ''],
    ['Link', link],
    ['Creation Time', madeAt],
    ['Simulated', String(simulated)],
    ['Marking', marking && !simulated ? textOf(MARKING_TEXT[marking], locale) : ''],
    ...figures.map((item, i): [string, string] => [
      `Figure ${i + 1}`,
      provenanceOf(item)
        .map(([name, text]) => `${name}: ${text}`)
        .join('\n'),
    ]),
  ]
  return properties.map(([name, value]) => ({ name, value: cleanText(value) }))
}

const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' }
const escaped = (text: string): string =>
  cleanText(text).replace(/[&<>]/g, (character) => ESCAPES[character] ?? '')

/** The core properties with the instant of the request; the library would write its clock. */
export function coreProperties(head: DocumentHead): string {
  const { origin, locale } = head
  const instant = new Date(origin.madeAt).toISOString().replace(/\.\d+Z$/, 'Z')
  const name = say(locale, '山东工业经济大脑', 'Shandong Industrial Economy Brain')
  return [
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>',
    '<cp:coreProperties',
    ' xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"',
    ' xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/"',
    ' xmlns:dcmitype="http://purl.org/dc/dcmitype/"',
    ' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">',
    `<dc:title>${escaped(titleOf(head))}</dc:title>`,
    `<dc:creator>${name}</dc:creator>`,
    `<dc:description>${escaped(origin.link)}</dc:description>`,
    `<dc:language>${locale}</dc:language>`,
    `<cp:lastModifiedBy>${name}</cp:lastModifiedBy>`,
    `<dcterms:created xsi:type="dcterms:W3CDTF">${instant}</dcterms:created>`,
    `<dcterms:modified xsi:type="dcterms:W3CDTF">${instant}</dcterms:modified>`,
    '</cp:coreProperties>',
  ].join('')
}
