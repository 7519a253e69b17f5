import type { Figure } from '../figures/figure.ts'
import { say } from '../figures/text/words.ts'
import { ExportRefused } from './exported.ts'
import { areaValues } from './values/areaValues.ts'
import { barValues } from './values/barValues.ts'
import { flowValues } from './values/flowValues.ts'
import { kpiValues } from './values/kpiValues.ts'
import { lineValues } from './values/lineValues.ts'
import { mapValues } from './values/mapValues.ts'
import { scatterValues } from './values/scatterValues.ts'
import { tableValues } from './values/tableValues.ts'
import { timelineValues } from './values/timelineValues.ts'
import { unitsValues } from './values/unitsValues.ts'
import type { ValueTable } from './values/valueTable.ts'

export { decimalsIn } from './values/valueTable.ts'
export type { ValueCell, ValueColumn, ValueTable } from './values/valueTable.ts'

/**
 * The values behind any figure; every kind has them. Numbers are those of the figure, unrounded, in the unit of
 * their column; texts are not cleaned.
 * @throws ExportRefused where there is nothing to show, or a number that cannot be written.
 */
export function valuesOf(figure: Figure): ValueTable {
  const table = tableOfKind(figure)
  const isBroken = table.rows.some((row) =>
    row.some((cell) => typeof cell === 'number' && !Number.isFinite(cell)),
  )
  if (isBroken)
    throw refused(figure, say(figure.locale, '有无法写出的数', 'a number cannot be written'))
  return table
}

function tableOfKind(figure: Figure): ValueTable {
  switch (figure.kind) {
    case 'kpi':
      return kpiValues(figure)
    case 'bar':
      return barValues(figure)
    case 'area':
      return areaValues(figure)
    case 'map':
      return mapValues(figure)
    case 'flow':
      return flowValues(figure)
    case 'units':
      return unitsValues(figure)
    case 'timeline':
      return timelineValues(figure)
    case 'line':
      return lineValues(figure)
    case 'scatter':
      return scatterValues(figure)
    case 'table':
      return tableValues(figure)
    case 'absent':
      throw refused(figure, figure.reason)
  }
}

const refused = ({ id, title, locale }: Figure, why: string): ExportRefused =>
  new ExportRefused(id, say(locale, `${title}：${why}`, `${title}: ${why}`))
