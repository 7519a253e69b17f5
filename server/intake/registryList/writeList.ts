import writeExcelFile from 'write-excel-file/universal'

import type { BrainEntry, EventEntry } from '../../../src/contract/index.ts'
import { regionName } from '../../../src/domain/county.ts'
import { domainName } from '../../../src/domain/domainName.ts'
import type { LifecycleEvent } from '../../../src/domain/event.ts'
import { compareEvents, eventsByBrain, standingEvents } from '../../../src/domain/lifecycle.ts'
import { cityName } from '../../../src/domain/region.ts'
import { textOf } from '../../../src/domain/text.ts'
import type { Locale } from '../../../src/domain/text.ts'
import { lookFeature } from '../../../src/export/sheet/lookFeature.ts'
import { textCell } from '../../../src/export/sheet/textCell.ts'
import { csvText } from '../../openData/csvText.ts'
import { LIST_ROLES, LIST_TITLES } from './listColumns.ts'
import type { ListRole } from './listColumns.ts'
import { ORIGIN_WORDS, STAGE_WORDS } from './listWords.ts'

export interface ListContent {
  readonly brains: readonly BrainEntry[]
  readonly events: readonly EventEntry[]
  /** The day whose stages are written. */
  readonly today: string
  readonly locale: Locale
}

type Line = Readonly<Record<ListRole, string>>

const WIDTHS: Readonly<Partial<Record<ListRole, number>>> = {
  ...{ id: 26, name: 34, subIndustry: 26, leadUnit: 30, jointUnits: 40, organiser: 24, place: 24 },
  ...{ document: 36, honours: 24 },
}

/** The registry as a CSV that `readList` reads back. */
export const listCsv = (content: ListContent): string =>
  csvText(
    LIST_ROLES.map((role) => ({
      title: textOf(LIST_TITLES[role], content.locale),
      cell: (line: Line) => line[role],
    })),
    linesOf(content),
  )

/** The registry as a workbook (XLSX) that `readList` reads back: all texts, one head, one sheet. */
export async function listWorkbook(content: ListContent): Promise<Uint8Array> {
  const head = LIST_ROLES.map((role) =>
    textCell(textOf(LIST_TITLES[role], content.locale), { fontWeight: 'bold' }),
  )
  const rows = linesOf(content).map((line) => LIST_ROLES.map((role) => textCell(line[role])))
  const sheet = {
    ...{ sheet: content.locale === 'en' ? 'Registry' : '产业大脑名录', stickyRowsCount: 1 },
    columns: LIST_ROLES.map((role) => ({ width: WIDTHS[role] ?? 14 })),
    data: [head, ...rows],
  }
  const book = writeExcelFile([sheet], { features: [lookFeature] })
  return new Uint8Array(await (await book.toBlob()).arrayBuffer())
}

function linesOf({ brains, events, today, locale }: ListContent): Line[] {
  const histories = eventsByBrain(standingEvents(events as readonly LifecycleEvent[]))
  return brains.map((brain) => ({
    ...{ id: brain.id, name: brain.name, subIndustry: brain.subIndustry, place: brain.place },
    batch: brain.batch === null ? '' : String(brain.batch),
    domain: brain.domain === null ? '' : domainName(brain.domain, locale),
    leadUnit: brain.leadUnit ?? '',
    organiser: brain.organiser ?? '',
    jointUnits: brain.jointUnits.join('、'),
    honours: brain.honours.join('、'),
    city: cityName(brain.city, locale),
    county: brain.county === null ? '' : regionName(brain.county, locale),
    origin: textOf(ORIGIN_WORDS[brain.origin], locale),
    ...stageLine(histories.get(brain.id) ?? [], today, locale),
  }))
}

/** The latest event that set a stage: its stage, day and document. */
function stageLine(events: readonly LifecycleEvent[], today: string, locale: Locale) {
  const stages = Object.values(STAGE_WORDS)
  const last = events
    .filter(({ date, kind }) => date <= today && stages.some(({ event }) => event === kind))
    .sort(compareEvents)
    .at(-1)
  const stage = stages.find(({ event }) => event === last?.kind)
  return {
    stage: stage ? textOf(stage.text, locale) : '',
    stageDate: last?.date ?? '',
    document: last?.document ?? '',
  }
}
