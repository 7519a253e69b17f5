import { indicatorOf } from '../../domain/catalogue/index.ts'
import { periodEnd } from '../../domain/period.ts'
import type { FigureContext } from '../definition.ts'
import type { Figure } from '../figure.ts'
import { absentFigure, overlapNote, reportedMeaning } from '../meaning.ts'
import { say } from '../text/words.ts'
import type { MatrixRow, PlatformMatrix } from './platformMatrix.ts'

const ID = 'platform-matrix'

/** The matrix as a figure, for files: rows in the order in which the page shows them, then the totals. */
export function platformTable(
  context: FigureContext,
  matrix: PlatformMatrix,
  rows: readonly MatrixRow[],
): Figure {
  const { locale } = context
  const title = say(locale, '四大平台与数据仓', 'Four platforms and warehouses')
  const lead = indicatorOf(matrix.columns[0]?.indicator ?? '')
  if (matrix.reporting === 0 || !lead) return absentFigure(context, ID, title, matrix.finding)
  const total = say(locale, '合计', 'Total')
  return {
    ...reportedMeaning(context, lead, matrix.period, {
      ...{ id: ID, title, finding: matrix.finding, period: matrix.periodText },
      scope: say(
        locale,
        `${matrix.reporting}/${matrix.rows.length} 家报送`,
        `${matrix.reporting} of ${matrix.rows.length} reported`,
      ),
      definition: say(
        locale,
        '四大平台与三类数据仓的建设与服务规模，取本期报送值；各列口径见指标字典',
        'Size and service of the four platforms and three warehouses as reported for the period; each column as defined in the indicator dictionary',
      ),
      asOf: periodEnd(matrix.period),
      notes: [overlapNote(context)],
      indicators: matrix.columns.map(({ indicator }) => indicator),
    }),
    kind: 'table',
    columns: [
      { id: 'name', title: say(locale, '产业大脑', 'Brain'), align: 'start' },
      { id: 'domain', title: say(locale, '领域', 'Domain'), align: 'start' },
      ...matrix.columns.map(({ id, name, unit }) => ({
        ...{ id, align: 'end' as const },
        title: unit ? say(locale, `${name}（${unit}）`, `${name} (${unit})`) : name,
      })),
    ],
    rows: [
      ...rows.map(({ name, domainName, cells }) => [
        name,
        domainName,
        ...cells.map(({ text }) => text),
      ]),
      [total, '', ...matrix.columns.map((column) => column.total)],
    ],
  }
}
