import { periodRange } from '../../../src/domain/period.ts'
import { DEFAULT_SELECTION, selectBrains, type Selection } from '../../../src/domain/selection.ts'
import type { Locale } from '../../../src/domain/text.ts'
import type { FigureContext } from '../../../src/figures/definition.ts'
import type { DeskContext } from '../../../src/figures/desk/context.ts'
import { latestMonth } from '../../../src/figures/latest.ts'
import { brain, event, slice, type Cell } from '../../domain/tables.ts'
import { contextOf } from '../scenarios.ts'

export const MONTHS = periodRange('2024-01', '2026-10')

/** Five brains: three in Jinan (two of machinery), two in Qingdao. */
const BRAINS = [
  brain('a', { city: '370100', domain: 'machinery' }),
  brain('b', { city: '370100', domain: 'machinery' }),
  brain('c', { city: '370100', domain: 'chemicals' }),
  brain('d', { city: '370200', domain: 'chemicals' }),
  brain('e', { city: '370200', domain: 'machinery' }),
]
export const IDS = BRAINS.map(({ id }) => id)
const EVENTS = IDS.map((id) => event(id, 'piloted', '2023-06-01'))

/** One percent more in every single month: 同比 and 环比 of each brain grow for ever. */
const grown = (size: number, month: number): number => size * 1.01 ** month

const isJanuary = (period: string): boolean => period.endsWith('-01')

/** The cumulative flow of one brain; January comes with February. */
const flow = (size: number): Cell[] => {
  let sum = 0
  return MONTHS.map((period, i) => {
    if (isJanuary(period)) sum = 0
    sum += grown(size, i)
    return isJanuary(period) ? 'mergedJanuary' : sum
  })
}
const stock = (size: number): Cell[] => MONTHS.map((_, i) => grown(size, i))

/** Where a brain did not report: `b|2026-10`. */
type Missing = ReadonlySet<string>

const without = (id: string, cells: readonly Cell[], missing: Missing): Cell[] =>
  cells.map((cell, i) => (missing.has(`${id}|${MONTHS[i] ?? ''}`) ? 'notReported' : cell))

/** A world in which every brain grows in every month, and some reports are missing. */
export const growing = (
  missing: readonly string[] = [],
  locale: Locale = 'zh-CN',
  today = '2026-11-22',
): FigureContext => {
  const gone = new Set(missing)
  const table = (make: (size: number) => Cell[]) =>
    Object.fromEntries(IDS.map((id, i) => [id, without(id, make((i + 1) * 100), gone)]))
  return contextOf(
    {
      ...{ space: 'demo', credit: '模拟数据（种子 1）', today, brains: BRAINS, events: EVENTS },
      slices: [
        slice('cluster.revenue', MONTHS, table(flow)),
        slice('compute.racksBuilt', MONTHS, table(stock)),
      ],
    },
    locale,
  )
}

/** The explorer's view of such a world. */
export function deskIn(context: FigureContext, selection: Partial<Selection> = {}): DeskContext {
  const chosen = { ...DEFAULT_SELECTION, ...selection }
  return {
    ...context,
    selection: chosen,
    brains: selectBrains(context.cube.brains, context.states, chosen),
    period: chosen.period ?? latestMonth(context),
  }
}
