import { UNITS } from '../../domain/indicator.ts'
import { textOf } from '../../domain/text.ts'
import type { UnitsFigure } from '../../figures/kinds/unitsFigure.ts'
import { say } from '../../figures/text/words.ts'
import { absentWords } from './absentWords.ts'
import { numberTrack, tableFrom, textTrack, type Track } from './track.ts'
import type { ValueCell, ValueTable } from './valueTable.ts'

/** The groups and levels of warning with their counts, then the countdowns with their reason and the time that is left. */
export function unitsValues(figure: UnitsFigure): ValueTable {
  const { locale, deadlines } = figure
  const groups = countedOf(figure)
  const { notApplicable } = absentWords(locale)
  return tableFrom([
    textTrack(
      say(locale, '名称', 'Name'),
      [...groups, ...deadlines].map((one) => ('name' in one ? one.name : one.label)),
    ),
    numberTrack(say(locale, '数量', 'Count'), textOf(UNITS.brains, locale), [
      ...groups.map(({ count }) => count),
      ...deadlines.map(() => notApplicable),
    ]),
    ...(deadlines.length > 0 ? deadlineTracks(figure) : []),
  ])
}

/** Grades, then levels of warning, each with its count. */
const countedOf = ({ groups, warnings = [] }: UnitsFigure): UnitsFigure['groups'] => [
  ...groups,
  ...warnings,
]

function deadlineTracks(figure: UnitsFigure): Track[] {
  const { locale, deadlines } = figure
  const groups = countedOf(figure)
  const { notApplicable } = absentWords(locale)
  const words = (title: string, of: (at: UnitsFigure['deadlines'][number]) => string): Track =>
    textTrack(title, [...groups.map(() => ''), ...deadlines.map(of)])
  return [
    words(say(locale, '事由', 'Reason'), ({ reason }) => reason),
    words(say(locale, '期限', 'Deadline'), ({ text }) => text),
    words(say(locale, '预警级别', 'Level'), ({ level }) => level?.name ?? ''),
    words(say(locale, '责任单位', 'Owner'), ({ owner }) => owner ?? ''),
    numberTrack(say(locale, '剩余时间占比（0—1）', 'Part of the time left (0–1)'), '', [
      ...groups.map(() => notApplicable),
      ...deadlines.map(remainingOf),
    ]),
  ]
}

/** Where no day is due nothing remains, and nothing is over: the text says so without a number. */
const remainingOf = ({ text, remaining }: UnitsFigure['deadlines'][number]): ValueCell =>
  /\d/.test(text) ? remaining : { absent: text }
