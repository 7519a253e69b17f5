import type { Comparison } from '../../domain/comparison.ts'
import type { Indicator } from '../../domain/indicator.ts'
import { formatPeriod } from '../../domain/period.ts'
import type { Measure } from '../../domain/query.ts'
import type { FigureContext } from '../definition.ts'
import { say } from '../text/words.ts'

/** What is drawn, and what must be said about it. */
export interface CompareMeasure {
  readonly measure: Measure
  readonly note: string
}

/**
 * The measure that a comparison can draw. An index of a rate has no meaning: its value is drawn instead. A
 * cumulative value is set against the same months of the base year, never against the base month alone.
 */
export function compareMeasure(
  { locale }: FigureContext,
  { kind, cadence }: Indicator,
  { base, change }: Pick<Comparison, 'base' | 'change'>,
): CompareMeasure {
  if (base === null) return plain(locale, kind, change)
  if (kind === 'rate')
    return {
      measure: 'value',
      note: say(
        locale,
        '比率不作指数化：同比、指数对比率无意义，改示原值，差异以百分点计',
        'A rate is not indexed: its values are drawn, differences are percentage points',
      ),
    }
  if (kind === 'flow' && cadence === 'month')
    return { measure: 'index', note: yearNote(locale, base) }
  const month = formatPeriod(base, locale)
  return { measure: 'index', note: say(locale, `以 ${month} 为 100`, `${month} = 100`) }
}

function plain(
  locale: FigureContext['locale'],
  kind: Indicator['kind'],
  change: boolean,
): CompareMeasure {
  if (change) {
    const measure = kind === 'rate' ? 'pointChange' : 'yearOnYear'
    const note =
      kind === 'rate'
        ? say(locale, '比率的变化以百分点计', 'Changes of a rate are percentage points')
        : ''
    return { measure, note }
  }
  const restart = say(
    locale,
    '累计量每年从 1—2月重新累计；要看走势请用同比或指数',
    'Cumulative values start anew every year: use the change or an index for the trend',
  )
  return { measure: 'value', note: kind === 'flow' ? restart : '' }
}

const yearNote = (locale: FigureContext['locale'], base: string): string => {
  const year = base.slice(0, 4)
  return say(
    locale,
    `累计量只与基年同月相比：以 ${year} 年同月累计为 100；1月并入1—2月`,
    `Cumulative values are set against the same months of ${year} (= 100); January comes with February`,
  )
}

/** The base of one period: the base month, or the same month of the base year for a flow. */
export const baseOf = ({ kind }: Indicator, period: string, base: string): string =>
  kind === 'flow' ? base.slice(0, 4) + period.slice(4) : base
