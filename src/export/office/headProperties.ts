import { plainText } from '../plainText.ts'
import type { DocumentHead } from '../documentHead.ts'
import type { Part } from '../part.ts'
import { productName } from '../productName.ts'
import { titleOf } from '../titleOf.ts'
import { markingOf, provenanceOf } from '../words.ts'
import type { CoreProperties } from './coreProperties.ts'

/** The core properties of a document or deck. */
export const headCore = (head: DocumentHead): CoreProperties => ({
  title: titleOf(head),
  creator: productName(head.locale),
  description: head.origin.link,
  language: head.locale,
  madeAt: head.origin.madeAt,
})

/** What a document or deck says about itself, name and text: space, view, as-of, link, and those of every figure. */
export function headProperties(
  { origin, simulated, locale }: DocumentHead,
  parts: readonly Part[],
): readonly (readonly [string, string])[] {
  const { space, query, asOf, link, madeAt, marking } = origin
  const figures = parts.flatMap((part) => (part.kind === 'figure' ? [part.item] : []))
  const properties: readonly (readonly [string, string])[] = [
    ['Space', space],
    ['Query', query],
    ['As-of', asOf ?? ''],
    ['Link', link],
    ['Creation Time', madeAt],
    ['Simulated', String(simulated)],
    ['Marking', markingOf(marking, { simulated, locale })],
    ...figures.map((item, i): [string, string] => [
      `Figure ${i + 1}`,
      provenanceOf(item)
        .map(([name, text]) => `${name}: ${text}`)
        .join('\n'),
    ]),
  ]
  return properties.map(([name, text]) => [name, plainText(text)])
}
