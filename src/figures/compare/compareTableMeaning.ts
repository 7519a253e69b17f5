import type { Indicator } from '../../domain/indicator.ts'
import { periodEnd } from '../../domain/period.ts'
import type { FigureContext } from '../definition.ts'
import type { Meaning } from '../kinds/figureMeaning.ts'
import { meaning, overlapNote } from '../meaning.ts'
import { creditText } from '../text/creditText.ts'
import { say } from '../text/words.ts'
import type { CompareRow } from './compareRow.ts'
import { isRegion } from './entity.ts'

interface Column {
  readonly id: string
  readonly name: string
}

/** What the table of a comparison stands for: the last day of its values, who they are of, and from whom. */
export function compareTableMeaning(
  context: FigureContext,
  named: Pick<Meaning, 'id' | 'title'>,
  columns: readonly Column[],
  rows: readonly CompareRow[],
): Meaning {
  const { locale, cube } = context
  const indicators = rows.map(({ indicator }) => indicator)
  const slices = indicators.flatMap(({ id }) => cube.slices.get(id) ?? [])
  const ends = rows.flatMap(({ cells }) =>
    cells.flatMap(({ trace }) => (trace ? periodEnd(trace.period) : [])),
  )
  return meaning(context, {
    ...named,
    scope: columns.map(({ name }) => name).join(say(locale, '、', ', ')),
    source: creditText(context.credit, context.locale) ?? sourceOf(context, indicators),
    asOf: ends.sort().at(-1) ?? null,
    knownAt:
      slices
        .flatMap(({ knownAt }) => knownAt ?? [])
        .sort()
        .at(-1) ?? null,
    simulated: slices.some(({ origins }) => origins.includes('simulated')),
    indicators: indicators.map(({ id }) => id),
    definition: say(
      locale,
      '各指标的最近一期值，口径见指标字典；较早的值注明所属期，地区合计注明报送家数',
      'The latest value of each indicator as defined in the dictionary; older values name their period, totals how many reported',
    ),
    notes: notesOf(context, columns, rows),
    finding: finding(context, columns.length, rows),
  })
}

const isPublished = ({ reportedFrom }: Indicator): boolean => reportedFrom === 'region'

function sourceOf({ locale }: FigureContext, indicators: readonly Indicator[]): string {
  const [published, reported] = [
    indicators.some(isPublished),
    indicators.some((indicator) => !isPublished(indicator)),
  ]
  return [
    ...(reported ? [say(locale, '各产业大脑报送', 'Reported by the brains')] : []),
    ...(published ? [say(locale, '公开资料', 'Public documents')] : []),
  ].join(say(locale, '；', '; '))
}

function notesOf(
  context: FigureContext,
  columns: readonly Column[],
  rows: readonly CompareRow[],
): string[] {
  const { locale } = context
  const reported = rows.filter(({ indicator }) => !isPublished(indicator))
  const isTotal = reported.length > 0 && columns.some(({ id }) => isRegion(id))
  return [
    ...(isTotal
      ? [
          say(
            locale,
            '市与全省为所辖产业大脑报送合计，分数为计入/应报家数',
            'Regions are totals of their brains’ reports; fractions are brains covered/expected',
          ),
        ]
      : []),
    ...columns.flatMap((column, at) => columnNotes(context, column, at, rows)),
    ...(isTotal && reported.some(({ indicator }) => indicator.overlaps)
      ? [overlapNote(context)]
      : []),
  ]
}

/** What stands beside the values of one entity, each with the indicators of which it is said. */
function columnNotes(
  { locale }: FigureContext,
  { name }: Column,
  at: number,
  rows: readonly CompareRow[],
): string[] {
  const named = new Map<string, string[]>()
  for (const row of rows) {
    const note = row.cells[at]?.note
    if (note) named.set(note, [...(named.get(note) ?? []), row.name])
  }
  return [...named].map(([note, names]) =>
    say(locale, `${name} ${note}：${names.join('、')}`, `${name} ${note}: ${names.join(', ')}`),
  )
}

function finding({ locale }: FigureContext, entities: number, rows: readonly CompareRow[]): string {
  const cells = rows.flatMap((row) => row.cells)
  const known = cells.filter(({ trace }) => trace !== null).length
  return say(
    locale,
    `${entities} 个对象、${rows.length} 项指标的最近值：${cells.length} 处中 ${known} 处有读数。`,
    `Latest values of ${rows.length} indicators for ${entities}: ${known} of ${cells.length} have a reading.`,
  )
}
