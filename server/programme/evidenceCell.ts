import type { CaseStepEntry } from '../../src/contract/index.ts'
import { parsePeriod } from '../../src/domain/period.ts'
import { finding } from '../http/problem.ts'
import type { Finding } from '../http/problem.ts'
import type { Space } from '../space/space.ts'

/** What is wrong with a reading that is brought as evidence: it is one of the brain itself, and there is a value. */
export async function evidenceCellFindings(
  { store, indicators }: Pick<Space, 'store' | 'indicators'>,
  brain: string,
  cell: CaseStepEntry['cell'],
): Promise<readonly Finding[]> {
  if (cell === null) return []
  if (!indicators.has(cell.indicator))
    return [
      finding(
        '/cell/indicator',
        'unknownIndicator',
        '取指标目录中的指标。',
        'Use an indicator of the dictionary.',
      ),
    ]
  if (cell.entity !== brain)
    return [
      finding(
        '/cell/entity',
        'otherBrain',
        `佐证须是该产业大脑（${brain}）自己的读数。`,
        `Evidence is a reading of the brain itself (${brain}).`,
      ),
    ]
  return (await hasValue(store, cell)) ? [] : [noReading()]
}

async function hasValue(
  store: Space['store'],
  { indicator, entity, period }: NonNullable<CaseStepEntry['cell']>,
): Promise<boolean> {
  const cadence = parsePeriod(period)?.cadence
  if (cadence === undefined) return false
  const spans = [{ cadence, first: period, last: period }]
  const filter = { indicators: [indicator], entities: [entity], spans, asOf: null }
  const found = await store.findCells(filter, { limit: 1, offset: 0 })
  return found.some(({ value }) => value !== null)
}

const noReading = (): Finding =>
  finding(
    '/cell',
    'noReading',
    '该期没有这项读数（未报送或缺数），不能作佐证：取已报送的一期，或先补报。',
    'There is no value at this cell: name a period that was reported, or report it first.',
  )
