import type { Exported } from '../exported.ts'
import { CORE, coreXml, type CoreProperties } from '../office/coreProperties.ts'
import { CUSTOM, customXml } from '../office/customProperties.ts'
import { tag } from '../xml.ts'
import { provenanceOf, wordsOf } from '../words.ts'

const PACKAGE = 'http://schemas.openxmlformats.org/package/2006'
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006'
const CONTENT = 'application/vnd.openxmlformats'

/** Entries of the list of content types. */
export const CONTENT_TYPES = [
  { PartName: `/${CORE}`, ContentType: `${CONTENT}-package.core-properties+xml` },
  { PartName: `/${CUSTOM}`, ContentType: `${CONTENT}-officedocument.custom-properties+xml` },
]
  .map((override) => tag('Override', override))
  .join('')

/** Entries of the relations of the package. */
export const RELATIONS = [
  {
    ...{ Id: 'rId-core', Type: `${PACKAGE}/relationships/metadata/core-properties` },
    Target: CORE,
  },
  { Id: 'rId-custom', Type: `${OFFICE}/relationships/custom-properties`, Target: CUSTOM },
]
  .map((relation) => tag('Relationship', relation))
  .join('')

/**
 * The document properties of a workbook as files: title, subject and instant of the request (core), and where
 * each figure comes from (custom).
 */
export const documentProperties = (
  items: readonly Exported[],
): Readonly<Record<string, string>> => ({
  [CORE]: coreXml(coreOf(items)),
  [CUSTOM]: customXml(propertiesOf(items)),
})

function coreOf(items: readonly Exported[]): CoreProperties {
  const words = items.map(wordsOf)
  const [first] = items
  const subject = [...new Set(words.flatMap(({ badge, marking }) => badge || marking || []))]
  return {
    title: words.map(({ title }) => title).join(' · '),
    subject: subject.join(' · '),
    description: first?.origin.link ?? '',
    language: first?.figure.locale ?? '',
    madeAt: first?.origin.madeAt ?? '1970-01-01T00:00:00Z',
  }
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
