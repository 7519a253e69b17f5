import type { Locale } from '../../domain/text.ts'
import type { Coverage } from '../../figures/kinds/quantity.ts'
import { capital, say } from '../../figures/text/words.ts'
import { absentWords } from './absentWords.ts'
import type { ValueCell, ValueColumn, ValueTable } from './valueTable.ts'

/** One column with its cells, top to bottom. */
export interface Track {
  readonly column: ValueColumn
  readonly cells: readonly ValueCell[]
}

export const textTrack = (title: string, cells: readonly ValueCell[]): Track => ({
  column: { title, unit: '', kind: 'text', decimals: 0 },
  cells,
})

/** Numbers in one unit; `decimals` where the figure prints them, else as many as the numbers need. */
export const numberTrack = (
  title: string,
  unit: string,
  cells: readonly ValueCell[],
  decimals = neededDecimals(cells),
): Track => ({ column: { title, unit, kind: 'number', decimals }, cells })

/** None for whole numbers, else two: what an axis and a table print. */
function neededDecimals(cells: readonly ValueCell[]): number {
  return cells.every((cell) => typeof cell !== 'number' || Number.isInteger(cell)) ? 0 : 2
}

/** A line or stair with one value everywhere, such as a threshold: the same number in every row. */
export const constantTrack = (title: string, unit: string, value: number, rows: number): Track =>
  numberTrack(
    title,
    unit,
    Array.from({ length: rows }, () => value),
  )

/** Whom totals cover: two columns of counts, or none where nothing is added up. */
export function coverageTracks(
  coverage: readonly (Coverage | null | undefined)[],
  locale: Locale,
  name = '',
): readonly Track[] {
  if (coverage.every((one) => one == null)) return []
  const { notApplicable } = absentWords(locale)
  const track = (title: string, count: (of: Coverage) => number): Track =>
    numberTrack(
      name ? `${name} ${title}` : capital(title),
      say(locale, '家', 'brains'),
      coverage.map((one) => (one ? count(one) : notApplicable)),
    )
  return [
    track(say(locale, '计入家数', 'covered'), ({ covered }) => covered),
    track(say(locale, '应有家数', 'expected'), ({ expected }) => expected),
  ]
}

/** Tracks side by side as a table. Shorter ones end in empty cells. */
export function tableFrom(tracks: readonly Track[]): ValueTable {
  const length = Math.max(0, ...tracks.map(({ cells }) => cells.length))
  return {
    columns: tracks.map(({ column }) => column),
    rows: Array.from({ length }, (_, row) => tracks.map(({ cells }) => cells[row] ?? '')),
  }
}
