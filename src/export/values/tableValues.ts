import type { TableFigure } from '../../figures/kinds/tableFigure.ts'
import { absentWords } from './absentWords.ts'
import { printedTrack } from './printedTrack.ts'
import { isPrintedUnit } from './printedUnit.ts'
import { tableFrom, textTrack } from './track.ts'
import type { ValueTable } from './valueTable.ts'

/** Columns of amounts, which print their unit once, as that of the figure. */
const AMOUNTS: ReadonlySet<string> = new Set(['value', 'single'])

/**
 * The printed columns, those that stand right as numbers where they are; then the columns behind them. — is
 * 未报送 and / is 不适用, as the key below such tables says.
 */
export function tableValues({ locale, columns, rows, more, unit }: TableFigure): ValueTable {
  const dash = absentWords(locale).notReported
  const own = isPrintedUnit(unit) ? unit : ''
  return tableFrom([
    ...columns.flatMap(({ id, title, align }, at) => {
      const texts = rows.map((row) => row[at] ?? '')
      if (align === 'start') return [textTrack(title, texts)]
      return printedTrack(title, texts, { locale, dash, unit: AMOUNTS.has(id) ? own : '' })
    }),
    ...(more?.columns ?? []).map((title, at) =>
      textTrack(
        title,
        rows.map((_, row) => more?.rows[row]?.[at] ?? ''),
      ),
    ),
  ])
}
