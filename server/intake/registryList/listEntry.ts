import { createHash } from 'node:crypto'

import type { BrainEntry } from '../../../src/contract/index.ts'
import { cityName } from '../../../src/domain/region.ts'
import type { Stage } from '../../../src/domain/lifecycle.ts'
import type { IntakeFinding } from '../intakeCell.ts'
import { wordKey } from '../table/columnWords.ts'
import { LIST_FAULTS } from './listFaults.ts'
import type { ListRole } from './listColumns.ts'
import { domainOfWord, originOfWord, stageOfWord } from './listWords.ts'
import type { ListRow } from './readList.ts'
import { writtenPlace } from './writtenPlace.ts'

/** What a row says of a brain: undefined where it says nothing, null where it says that there is none. */
export type Stated = { -readonly [Field in keyof BrainEntry]?: BrainEntry[Field] | undefined }

export interface StatedStage {
  readonly stage: Exclude<Stage, 'unknown'>
  readonly date: string | null
  readonly document: string | null
}

export interface StatedRow {
  readonly stated: Stated
  readonly stage: StatedStage | null
  readonly findings: readonly IntakeFinding[]
}

const NONE = /^(—|–|-|\/|无|none|null)$/i
const LIST_SEPARATOR = /[、；;，,\n]+/u

/** Names compare without blanks, quotes and the words 产业大脑. */
export const nameKey = (name: string): string => wordKey(name).replace(/产业大脑$/, '')

/** The id of a brain that a list names without one: the same name and batch give the same id. */
export const freshId = (name: string, batch: number | null): string =>
  `b-${createHash('sha256')
    .update(`${nameKey(name)}|${batch ?? ''}`)
    .digest('hex')
    .slice(0, 12)}`

/** Reads a row: values in the registry's terms, and everything in it that is wrong or wants a look. */
export function readRow(row: ListRow, before: BrainEntry | null): StatedRow {
  const findings: IntakeFinding[] = []
  const text = (role: ListRole): string => row.cells.get(role)?.text ?? ''
  const at = (role: ListRole) => row.cells.get(role)?.place ?? row.place
  const line = (role: ListRole): string | null | undefined =>
    text(role) === '' ? undefined : NONE.test(text(role)) ? null : text(role)
  const lines = (role: ListRole): string[] | undefined =>
    line(role) === undefined ? undefined : splitLines(line(role) ?? '')
  const stated: Stated = {
    ...names(row, before, findings),
    batch: batchOf(line('batch'), () =>
      findings.push(LIST_FAULTS.batch(at('batch'), text('batch'))),
    ),
    leadUnit: line('leadUnit'),
    organiser: line('organiser'),
    jointUnits: lines('jointUnits'),
    honours: lines('honours'),
    ...placeOf(row, before, findings),
  }
  const domain = line('domain')
  if (domain != null) {
    const { id, sure } = domainOfWord(domain)
    stated.domain = id
    if (!sure && id !== before?.domain) findings.push(LIST_FAULTS.domain(at('domain'), domain))
  } else stated.domain = domain
  const origin = text('origin') === '' ? undefined : originOfWord(text('origin'))
  if (text('origin') !== '' && !origin)
    findings.push(LIST_FAULTS.origin(at('origin'), text('origin')))
  stated.origin = origin
  return { stated, stage: stageOf(row, findings), findings }
}

const splitLines = (text: string): string[] =>
  text.split(LIST_SEPARATOR).flatMap((part) => (part.trim() === '' ? [] : [part.trim()]))

/** A new brain with only one of name and sub-industry gets the other from it, and it is said. */
function names(row: ListRow, before: BrainEntry | null, findings: IntakeFinding[]): Stated {
  const name = row.cells.get('name')
  const industry = row.cells.get('subIndustry')
  if (!name && !industry && !before) findings.push(LIST_FAULTS.nameless(row.place))
  const stated: Stated = { name: name?.text, subIndustry: industry?.text }
  if (before || (name && industry)) return stated
  if (industry) {
    stated.name = `${industry.text.replace(/产业大脑$/, '')}产业大脑`
    findings.push(LIST_FAULTS.derived(industry.place, stated.name))
  } else if (name) {
    stated.subIndustry = name.text.replace(/[“”"]?产业大脑[“”"]?$/u, '') || name.text
    findings.push(LIST_FAULTS.derived(name.place, stated.subIndustry))
  }
  return stated
}

/** 2024, 2024年, 2024年度, 2024年度第二批. */
function batchOf(text: string | null | undefined, refuse: () => void): number | null | undefined {
  if (text == null) return text
  const year = /^(20\d\d)\D*/u.exec(text.normalize('NFKC'))?.[1]
  if (year !== undefined) return Number(year)
  refuse()
  return undefined
}

function placeOf(row: ListRow, before: BrainEntry | null, findings: IntakeFinding[]): Stated {
  const [city, county, place] = (['city', 'county', 'place'] as const).map((role) =>
    row.cells.get(role),
  )
  const first = city ?? place ?? county
  if (!first) {
    if (!before) findings.push(LIST_FAULTS.city(row.place, ''))
    return {}
  }
  const isNone = county !== undefined && NONE.test(county.text)
  const ofCity = city ? writtenPlace(city.text) : null
  const inCity = ofCity?.city ?? null
  const ofPlace = place ? writtenPlace(place.text, inCity) : null
  const within = inCity ?? ofPlace?.city ?? before?.city ?? null
  const ofCounty = county && !isNone ? writtenPlace(county.text, within) : null
  const found = within ?? ofCounty?.city ?? null
  if (city && !inCity) findings.push(LIST_FAULTS.city(city.place, city.text))
  else if (!found) findings.push(LIST_FAULTS.city(first.place, first.text))
  if (!found) return {}
  const id = isNone ? null : (ofCounty?.county ?? ofPlace?.county ?? ofCity?.county ?? null)
  const printed =
    place?.text ?? printedPlace(before, found, id, county && !isNone ? county.text : '')
  const odd = [county && !isNone ? ofCounty : null, ofPlace].find((one) => one && one.rest !== '')
  if (odd && id === null && printed !== before?.place)
    findings.push(LIST_FAULTS.county((county ?? place ?? first).place, odd.rest))
  const isSilent = !county && !place && before?.city === found
  return { city: found, county: isSilent ? before.county : id, place: printed }
}

/** What is printed where a list has no such column: the former words while they are still right. */
const printedPlace = (
  before: BrainEntry | null,
  city: string,
  county: string | null,
  words: string,
): string =>
  before?.city === city && (before.county === county || words === '')
    ? before.place
    : `${cityName(city, 'zh-CN')}${words.startsWith(cityName(city, 'zh-CN')) ? words.slice(cityName(city, 'zh-CN').length) : words}`

function stageOf(row: ListRow, findings: IntakeFinding[]): StatedStage | null {
  const [written, day, document] = (['stage', 'stageDate', 'document'] as const).map((role) =>
    row.cells.get(role),
  )
  if (!written || NONE.test(written.text)) return null
  const stage = stageOfWord(written.text)
  if (!stage) findings.push(LIST_FAULTS.stage(written.place, written.text))
  const date = day ? dayOf(day.text) : null
  if (day && date === null) findings.push(LIST_FAULTS.stageDate(day.place, day.text))
  return stage ? { stage, date, document: document?.text ?? null } : null
}

/** 2024-07-10, 2024/7/10, 2024年7月10日. */
function dayOf(text: string): string | null {
  const match = /^(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*日?$/u.exec(
    text.normalize('NFKC').trim(),
  )
  if (!match) return null
  const [, year = '', month = '', date = ''] = match
  return `${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`
}
