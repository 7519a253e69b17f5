import type { Figure } from '../../../figures/figure.ts'
import type { Box } from '../paper.ts'
import { areaPlans } from './areaPlan.ts'
import { barPlans } from './barPlan.ts'
import type { ChartPlan } from './chartPlan.ts'
import { linePlans } from './linePlan.ts'
import { scatterPlans } from './scatterPlan.ts'

/** The native charts of a figure, slide by slide; none for kinds that Office has no chart for. */
export function chartPlans(figure: Figure, box: Box): ChartPlan[][] {
  switch (figure.kind) {
    case 'bar':
      return figure.rows.length > 0 ? barPlans(figure, box) : []
    case 'line':
      return figure.panels.length > 0 && figure.periods.length > 0 ? linePlans(figure, box) : []
    case 'area':
      return areaPlans(figure, box)
    case 'scatter':
      return scatterPlans(figure, box)
    default:
      return []
  }
}
