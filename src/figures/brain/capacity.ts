import {
  computeRacksBuilt,
  computeRacksInUse,
  computeRacksPlanned,
  computeRackUtilisation,
} from '../../domain/catalogue/headline.ts'
import { textOf } from '../../domain/text.ts'
import { thresholdsOf } from '../../domain/thresholds.ts'
import type { FigureContext } from '../definition.ts'
import { formatNumber } from '../text/number.ts'
import { say } from '../text/words.ts'
import { historyOf, lastReading } from './history.ts'

/** Racks of a brain's data centre: planned, built and in use on one scale, with the line of 2023. */
export interface Capacity {
  readonly bars: readonly {
    readonly id: 'planned' | 'built' | 'inUse'
    readonly indicator: string
    readonly period: string
    readonly name: string
    readonly text: string
    readonly length: number
  }[]
  readonly line: { readonly at: number; readonly text: string } | null
  readonly utilisation: string
}

const BARS = [
  ['planned', computeRacksPlanned],
  ['built', computeRacksBuilt],
  ['inUse', computeRacksInUse],
] as const

/** Null where no rack figure is known. */
export function capacityOf(context: FigureContext, brain: string): Capacity | null {
  const { locale } = context
  const known = BARS.flatMap(([id, indicator]) => {
    const last = lastReading(historyOf(context, indicator, brain))
    return last ? [{ id, indicator, last }] : []
  })
  if (known.length === 0) return null
  const racks = thresholdsOf(2023)?.thresholds.find(({ id }) => id === 'racks')?.least ?? null
  const full = Math.max(racks ?? 0, ...known.map(({ last }) => last.value)) * 1.06
  const rate = lastReading(historyOf(context, computeRackUtilisation, brain))
  return {
    bars: known.map(({ id, indicator, last }) => ({
      ...{ id, indicator: indicator.id, period: last.period },
      name: textOf(indicator.name, locale),
      text: formatNumber(last.value),
      length: last.value / full,
    })),
    line:
      racks === null
        ? null
        : {
            at: racks / full,
            text: say(
              locale,
              `2023 年门槛 ${formatNumber(racks)} 架`,
              `${formatNumber(racks)} racks (2023)`,
            ),
          },
    utilisation: rate
      ? say(
          locale,
          `上架率 ${formatNumber(rate.value, 1)}%`,
          `utilisation ${formatNumber(rate.value, 1)}%`,
        )
      : '',
  }
}
