import type { BoardDocument } from '../../src/contract/index.ts'
import type { Board } from '../../src/domain/board/board.ts'
import { boardOf } from '../../src/domain/board/boardOf.ts'
import type { BoardDraft } from '../../src/domain/board/boardOf.ts'
import { isOwn } from '../../src/domain/brain.ts'
import { makeCalendar } from '../../src/domain/calendar.ts'
import { owedSince } from './owedSince.ts'
import { expectations } from '../../src/domain/expectation.ts'
import type { Indicator } from '../../src/domain/indicator.ts'
import { SHANGHAI_MS } from '../../src/domain/shanghai.ts'
import type { RowFilter } from '../space/scopedRows.ts'
import type { Space } from '../space/space.ts'

export interface BoardAsked {
  /** Month ids, ascending without gaps. */
  readonly months: readonly string[]
  readonly asOf: number | null
}

/** A board and the last published period of every public statistic. */
export interface ReadBoard {
  readonly board: Board
  readonly publications: BoardDocument['publications']
}

/** Open drafts that one board looks at; more wait for review than anybody can review. */
const MOST_DRAFTS = 1_000_000

/** Reads the board of the rows that a reader holds, as it stands on a day. */
export async function readBoard(
  space: Space,
  { months, asOf }: BoardAsked,
  today: string,
  holds: RowFilter,
): Promise<ReadBoard> {
  const { brains, events, holidays } = await space.store.registry(asOf)
  const monthly = [...space.indicators.values()].filter(isReportedMonthly).map(({ id }) => id)
  const [from = '', to = ''] = [months.at(0), months.at(-1)]
  const heads = await space.store.boardHeads({ from, to, indicators: monthly, asOf })
  const calendar = makeCalendar(holidays)
  const since = await space.store.registeredSince()
  const earlier = await space.store.firstReported({ before: from, asOf })
  const reported = [...earlier, ...heads]
  const windows = owedSince(expectations(events), { since, heads: reported, calendar })
  const board = boardOf({
    ...{ today, months, calendar, windows },
    brains: brains.filter((brain) => isOwn(brain) && holds(brain.id)).map(({ id }) => id),
    expected: monthly.length,
    reports: heads.map(({ at, ...head }) => ({ ...head, day: dayOf(at) })),
    drafts: asOf === null ? await openDrafts(space) : [],
  })
  return { board, publications: await publicationsOf(space, asOf, holds) }
}

const isReportedMonthly = ({ reportedFrom, cadence }: Indicator): boolean =>
  reportedFrom !== 'region' && cadence === 'month'

const DAY = 86_400_000

/** The day number in Asia/Shanghai of an instant. */
const dayOf = (instant: number): number => Math.floor((instant + SHANGHAI_MS) / DAY)

/** The latest draft of each brain and month that waits for somebody; later ones come first. */
async function openDrafts({ store }: Space): Promise<readonly BoardDraft[]> {
  const filter = { states: ['submitted', 'returned'] as const, brains: null, period: null }
  const heads = await store.findDrafts(filter, { limit: MOST_DRAFTS, offset: 0 })
  return heads
    .map(({ brain, period, state, updatedAt }): BoardDraft => ({
      ...{ brain, period, day: dayOf(Date.parse(updatedAt)) },
      state: state === 'submitted' ? 'submitted' : 'returned',
    }))
    .reverse()
}

/** The last published period of every public statistic, over the regions in scope. */
async function publicationsOf(
  { store, indicators }: Space,
  asOf: number | null,
  holds: RowFilter,
): Promise<BoardDocument['publications']> {
  const found: BoardDocument['publications'] = []
  for (const { id, reportedFrom } of indicators.values()) {
    if (reportedFrom !== 'region') continue
    const cells = await store.sliceCells(id, asOf)
    const last = cells
      .filter(({ entity, value }) => value !== null && holds(entity))
      .reduce<(typeof cells)[number] | null>(
        (latest, cell) => (latest && latest.period >= cell.period ? latest : cell),
        null,
      )
    if (last) found.push({ indicator: id, last: last.period, source: last.source ?? null })
  }
  return found
}
