import type { BoardDocument } from '../../src/contract/index.ts'
import { packBoard } from '../../src/domain/board/board.ts'
import { boardOf } from '../../src/domain/board/boardOf.ts'
import type { BoardDraft } from '../../src/domain/board/boardOf.ts'
import { isOwn } from '../../src/domain/brain.ts'
import { makeCalendar } from '../../src/domain/calendar.ts'
import { expectations } from '../../src/domain/expectation.ts'
import type { Indicator } from '../../src/domain/indicator.ts'
import type { Scope } from '../../src/domain/rights.ts'
import { scopeKey } from '../auth/reach.ts'
import type { ServedDocument } from '../http/servedDocument.ts'
import { shanghaiDay } from '../space/clock.ts'
import type { RowFilter } from '../space/scopedRows.ts'
import type { Space } from '../space/space.ts'

export interface BoardAsked {
  /** Month ids, ascending without gaps. */
  readonly months: readonly string[]
  readonly asOf: number | null
}

/** Open drafts that one board looks at; more wait for review than anybody can review. */
const MOST_DRAFTS = 1_000_000

/**
 * The monthly board of a scope, kept until the registry, a report, a draft or the day changes. As of an
 * instant it shows what was published by then: drafts are known as they stand now only, and left out.
 */
export async function boardDocument(
  space: Space,
  asked: BoardAsked,
  scope: Scope,
): Promise<ServedDocument> {
  const { months, asOf } = asked
  const today = asOf === null ? space.clock.today() : shanghaiDay(asOf)
  const step = asOf === null ? await space.store.lastDraftStep() : 0
  const span = `${months.at(0)}..${months.at(-1)}`
  const known = [span, today, space.version(), step, asOf ?? '', scopeKey(scope)]
  return space.cachedDocument(`board@${known.join('@')}`, async () =>
    read(space, asked, today, await space.rows(scope)),
  )
}

async function read(
  space: Space,
  { months, asOf }: BoardAsked,
  today: string,
  holds: RowFilter,
): Promise<BoardDocument> {
  const { brains, events, holidays } = await space.store.registry(asOf)
  const monthly = [...space.indicators.values()].filter(isReportedMonthly).map(({ id }) => id)
  const [from = '', to = ''] = [months.at(0), months.at(-1)]
  const heads = await space.store.boardHeads({ from, to, indicators: monthly, asOf })
  const board = boardOf({
    ...{ today, months, calendar: makeCalendar(holidays), windows: expectations(events) },
    brains: brains.filter((brain) => isOwn(brain) && holds(brain.id)).map(({ id }) => id),
    expected: monthly.length,
    reports: heads.map(({ at, ...head }) => ({ ...head, day: dayOf(at) })),
    drafts: asOf === null ? await openDrafts(space) : [],
  })
  const { due, brains: ids, states } = board
  return {
    ...packBoard(board),
    ...{ months: [...months], due: [...due], brains: [...ids], states: [...states] },
    publications: await publicationsOf(space, asOf, holds),
  }
}

const isReportedMonthly = ({ reportedFrom, cadence }: Indicator): boolean =>
  reportedFrom !== 'region' && cadence === 'month'

const DAY = 86_400_000
const SHANGHAI = 8 * 3_600_000

/** The day number in Asia/Shanghai of an instant. */
const dayOf = (instant: number): number => Math.floor((instant + SHANGHAI) / DAY)

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
