import { SUMMARY_SOURCES } from '../../src/contract/index.ts'
import type { BoardDocument, BoardSummaryDocument } from '../../src/contract/index.ts'
import { packBoard } from '../../src/domain/board/board.ts'
import { summaryOf } from '../../src/domain/board/boardSummary.ts'
import type { BoardSummary } from '../../src/domain/board/boardSummary.ts'
import type { Scope } from '../../src/domain/rights.ts'
import { scopeKey } from '../auth/reach.ts'
import type { ServedDocument } from '../http/servedDocument.ts'
import { shanghaiDay } from '../space/clock.ts'
import type { Space } from '../space/space.ts'
import { readBoard } from './readBoard.ts'
import type { BoardAsked, ReadBoard } from './readBoard.ts'

/**
 * The monthly board of a scope, kept until the registry, a report, a draft or the day changes. As of an
 * instant it shows what was published by then: drafts are known as they stand now only, and left out.
 */
export const boardDocument = (
  space: Space,
  asked: BoardAsked,
  scope: Scope,
): Promise<ServedDocument> => kept(space, asked, scope, 'board', documentOf)

/** The same board without its brains one by one. */
export const boardSummaryDocument = (
  space: Space,
  asked: BoardAsked,
  scope: Scope,
): Promise<ServedDocument> =>
  kept(space, asked, scope, 'boardSummary', ({ board, publications }) => {
    const series = publications.flatMap(({ indicator: id, last }) => {
      const cadence = space.indicators.get(id)?.cadence
      return cadence ? [{ id, cadence, last }] : []
    })
    return summaryWire(summaryOf(board, { publications: series, most: SUMMARY_SOURCES }))
  })

async function kept(
  space: Space,
  asked: BoardAsked,
  scope: Scope,
  name: string,
  wireOf: (read: ReadBoard) => unknown,
): Promise<ServedDocument> {
  const { months, asOf } = asked
  const today = asOf === null ? space.clock.today() : shanghaiDay(asOf)
  const step = asOf === null ? await space.store.lastDraftStep() : 0
  const span = `${months.at(0)}..${months.at(-1)}`
  const known = [span, today, space.version(), step, asOf ?? '', scopeKey(scope)]
  return space.cachedDocument(`${name}@${known.join('@')}`, async () =>
    wireOf(await readBoard(space, asked, today, await space.rows(scope))),
  )
}

function documentOf({ board, publications }: ReadBoard): BoardDocument {
  const { months, due, brains, states } = board
  return {
    ...packBoard(board),
    ...{ months: [...months], due: [...due], brains: [...brains], states: [...states] },
    publications,
  }
}

const summaryWire = ({
  months,
  counts,
  behind: { total, worst },
  freshness,
  ...summary
}: BoardSummary): BoardSummaryDocument => ({
  ...summary,
  ...{ months: [...months], counts: [...counts], behind: { total, worst: [...worst] } },
  freshness: { counts: freshness.counts, behind: [...freshness.behind] },
})
