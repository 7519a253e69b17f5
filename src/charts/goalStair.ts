import type { AreaFigure } from '../figures/kinds/areaFigure.ts'

const STEP_MONTHS = 3

/**
 * Height of the way between published goals in every period: the first goal from the start of its year, then equal
 * quarterly steps to the next; null before and after.
 */
export function goalStair({ goals, periods }: AreaFigure): (number | null)[] {
  return periods.map((period) => {
    const next = goals.find((goal) => period <= goal.period)
    if (!next) return null
    const before = goals[goals.indexOf(next) - 1]
    if (!before) return period.slice(0, 4) === next.period.slice(0, 4) ? next.value : null
    const from = periods.indexOf(before.period)
    const to = periods.indexOf(next.period)
    if (to <= from) return null
    const steps = Math.max(1, Math.round((to - from) / STEP_MONTHS))
    const done = Math.ceil(((periods.indexOf(period) - from) / (to - from)) * steps)
    return before.value + ((next.value - before.value) * done) / steps
  })
}
