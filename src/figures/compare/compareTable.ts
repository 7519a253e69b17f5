import { indicatorOf } from '../../domain/catalogue/index.ts'
import type { Comparison } from '../../domain/comparison.ts'
import type { FigureContext } from '../definition.ts'
import type { AbsentFigure } from '../kinds/absentFigure.ts'
import type { TableFigure } from '../kinds/tableFigure.ts'
import { absentFigure } from '../meaning.ts'
import { say } from '../text/words.ts'
import { compareRow, type CompareRow } from './compareRow.ts'
import { compareTableMeaning } from './compareTableMeaning.ts'
import { entityName } from './entity.ts'

/** The table of a comparison as the page shows it, and the figure of the same words for files. */
export interface CompareTable {
  readonly columns: readonly { readonly id: string; readonly name: string }[]
  readonly rows: readonly CompareRow[]
  readonly figure: TableFigure | AbsentFigure
}

const ID = 'compare-table'

/** The last values of the table's indicators, one column an entity; older values name their period. */
export function compareTable(context: FigureContext, comparison: Comparison): CompareTable {
  const { ids } = comparison
  const columns = ids.map((id) => ({ id, name: entityName(context, id) }))
  const rows = comparison.columns.flatMap((id) => {
    const indicator = indicatorOf(id)
    return indicator ? [compareRow(context, indicator, ids)] : []
  })
  return { columns, rows, figure: figureOf(context, columns, rows) }
}

function figureOf(
  context: FigureContext,
  columns: CompareTable['columns'],
  rows: readonly CompareRow[],
): CompareTable['figure'] {
  const { locale } = context
  const title = say(locale, '最近值', 'Latest values')
  const cells = rows.flatMap((row) => row.cells)
  if (cells.length === 0)
    return absentFigure(
      context,
      ID,
      title,
      say(locale, '请先选择对象与指标', 'Choose what to compare'),
    )
  if (cells.every(({ trace }) => trace === null))
    return absentFigure(context, ID, title, onlyAbsent(context, rows))
  return {
    ...compareTableMeaning(context, { id: ID, title }, columns, rows),
    kind: 'table',
    columns: [
      { id: 'name', title: say(locale, '指标', 'Indicator'), align: 'start' },
      { id: 'unit', title: say(locale, '单位', 'Unit'), align: 'start' },
      ...columns.map(({ id, name }) => ({ id, title: name, align: 'end' as const })),
    ],
    rows: rows.map(({ name, unit, cells: row }) => [name, unit, ...row.map(({ text }) => text)]),
    more: {
      columns: columns.map(({ name }) => say(locale, `${name} 说明`, `${name}, detail`)),
      rows: rows.map(({ cells: row }) => row.map(({ note }) => note)),
    },
  }
}

/** Why none of the values is there, each reason once. */
function onlyAbsent({ locale }: FigureContext, rows: readonly CompareRow[]): string {
  const reasons = new Set(rows.flatMap(({ cells }) => cells.map(({ text }) => text)))
  return say(
    locale,
    `所选对象没有这些指标的读数（${[...reasons].join('、')}）`,
    `No reading of these indicators (${[...reasons].join(', ')})`,
  )
}
