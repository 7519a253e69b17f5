import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'

import type { DocumentHead } from '../../documentHead.ts'
import type { Origin } from '../../exported.ts'
import { CORE, coreXml } from '../../office/coreProperties.ts'
import { CUSTOM, customXml } from '../../office/customProperties.ts'
import { headCore, headProperties } from '../../office/headProperties.ts'
import type { Part } from '../../part.ts'
import type { Deck } from '../deck.ts'
import { facesOf } from '../paper.ts'
import { contentTypes, customRelation } from './contentTypes.ts'
import { insertParts, placeInserts } from './insertParts.ts'
import { notesXml } from './notesXml.ts'
import { slideXml } from './slideXml.ts'
import { themeXml } from './themeXml.ts'

const TYPES = '[Content_Types].xml'
const SLIDE = /^ppt\/slides\/([^/]+)$/

/**
 * The package of a deck: the library's parts put right, charts with their workbooks and pictures in their
 * places, provenance in the properties, every instant that of the request. The same deck gives the same bytes.
 */
export async function packDeck(deck: Deck, parts: readonly Part[]): Promise<Uint8Array> {
  const { head, inserts } = deck
  const written = (await deck.file.write({ outputType: 'uint8array' })) as Uint8Array
  const files = unzipSync(written, { filter: ({ name }) => !name.endsWith('/') })
  const instant = stampOf(head.origin.madeAt)
  const packed: Record<string, Uint8Array> = { [TYPES]: new Uint8Array() }
  for (const [path, content] of Object.entries(files)) {
    const change = changeOf(path, head)
    packed[path] = change ? strToU8(change(strFromU8(content))) : content
  }
  for (const [path, content] of Object.entries(files)) {
    const [, name] = SLIDE.exec(path) ?? []
    if (!name) continue
    const { xml, relations } = placeInserts(strFromU8(content), inserts)
    packed[path] = strToU8(slideXml(xml, head.locale))
    const own = `ppt/slides/_rels/${name}.rels`
    packed[own] = strToU8(withRelations(strFromU8(files[own] ?? new Uint8Array()), relations))
  }
  for (const [path, content] of insertParts(inserts, instant)) packed[path] = content
  packed[CUSTOM] = strToU8(customXml(headProperties(head, parts)))
  packed[CORE] = strToU8(coreXml({ ...headCore(head), subject: subjectOf(head.origin) }))
  packed[TYPES] = strToU8(contentTypes(Object.keys(packed)))
  return zipSync(
    Object.fromEntries(
      Object.entries(packed).map(([path, content]) => [
        path,
        [content, { level: levelOf(path, content) }],
      ]),
    ),
    { mtime: instant },
  )
}

/**
 * Small parts and pictures gain nothing, higher levels little; what workbooks gain costs as much time as all else. A
 * deck so packed has two fifths of the size of its parts.
 */
const levelOf = (path: string, { length }: Uint8Array): 0 | 2 =>
  length < 1500 || /\.(png|xlsx)$/.test(path) ? 0 : 2

/** Zip stamps have no zone: the parts of the instant in UTC, whatever the machine's own. */
function stampOf(instant: string): Date {
  const at = new Date(instant)
  return new Date(at.getTime() + at.getTimezoneOffset() * 60_000)
}

const withRelations = (xml: string, relations: string): string =>
  xml.replace('</Relationships>', () => `${relations}</Relationships>`)

/** What is put right in a part; null for parts that are taken as they are. */
function changeOf(path: string, { locale }: DocumentHead): ((xml: string) => string) | null {
  if (path === '_rels/.rels') return customRelation
  if (path.startsWith('ppt/theme/')) return (xml) => themeXml(xml, facesOf(locale))
  if (/^ppt\/(slideLayouts|slideMasters)\/[^/]+$/.test(path)) return (xml) => slideXml(xml, locale)
  if (/^ppt\/notesSlides\/[^/]+$/.test(path)) return (xml) => notesXml(xml, locale)
  return null
}

/** Space, view and day of knowledge. */
const subjectOf = ({ space, query, asOf }: Origin): string =>
  [`Space: ${space}`, `Query: ${query}`, asOf ? `As-of: ${asOf}` : ''].filter(Boolean).join('; ')
