import type { Indicator } from '../../domain/indicator.ts'
import { isPresent, type Present } from '../../domain/reading.ts'
import { comparableNote } from '../coverage.ts'
import type { BarRow } from '../kinds/barFigure.ts'
import { changeWords, contributionWords, sentence } from '../text/findings.ts'
import { formatChange, withPercent } from '../text/number.ts'
import { say } from '../text/words.ts'
import { readingsByBrain, totalReading } from './ask.ts'
import type { DeskContext, DeskFigure } from './context.ts'
import { deskMeaning, readyFor, selectionWords, standingWords } from './frame.ts'
import { measuredName, periodText } from './measureText.ts'
import { absentFigure } from '../meaning.ts'

const ID = 'selection-contribution'
const name = { zh: '谁拉动了变化', en: 'Who made the change' }
/** Brains with a row of their own; the others are one row. */
const TOP = 8

interface Part {
  readonly id: string
  readonly label: string
  readonly points: number
}

/** Percentage points that each brain adds to the selection's change against the same months last year. */
export const selectionContribution: DeskFigure = {
  id: ID,
  name,
  build: (context) => {
    const { locale, selection } = context
    const title = say(locale, name.zh, name.en)
    const state = readyFor(context, ID, title, 'contribution')
    if (state.kind === 'absent') return state
    const { indicator } = state
    const parts = partsOf(context, indicator)
    const total = totalReading(context, indicator.id, 'yearOnYear')
    if (parts.length === 0 || !isPresent(total))
      return absentFigure(context, ID, title, noBaseText(context))
    const { own, rest } = split(parts, context)
    const points = say(locale, '拉动 个百分点', 'pp')
    return {
      ...deskMeaning(context, indicator, 'contribution', {
        id: ID,
        title,
        unit: `${points} · ${say(locale, '同比 %', '% y/y')}`,
        finding: finding(context, indicator, total, parts),
        notes: [comparableNote(locale), ...restNotes(context, indicator)],
      }),
      kind: 'bar',
      layout: 'plain',
      series: [{ id: 'points', name: points, role: 'fact' }],
      columns: [points, say(locale, '同比 %', '% y/y')],
      rows: [
        ...own.map((part) => row(context, indicator, part)),
        ...(rest ? [row(context, indicator, rest)] : []),
        totalRow(context, total),
      ],
      breakAfter: null,
      focus: selection.focus,
      threshold: null,
    }
  },
}

const noBaseText = ({ locale }: DeskContext): string =>
  say(
    locale,
    '没有可比的上年同期数，算不出拉动',
    'No comparable figure of last year, so no contribution can be told',
  )

const restNotes = ({ locale }: DeskContext, { overlaps }: Indicator): string[] =>
  overlaps ? [say(locale, '各脑报送合计，可能交叉', 'Sum of the brains’ reports, may overlap')] : []

/** What each brain adds, largest effect in either direction first. */
function partsOf(context: DeskContext, { id }: Indicator): Part[] {
  const readings = readingsByBrain(context, id, 'contribution')
  return context.brains
    .flatMap((brain) => {
      const reading = readings.get(brain.id)
      return reading && isPresent(reading)
        ? [{ id: brain.id, label: brain.name, points: reading.value }]
        : []
    })
    .sort((a, b) => Math.abs(b.points) - Math.abs(a.points))
}

/** The largest ones, from the strongest push to the strongest drag, and the sum of the others. */
function split(parts: readonly Part[], { locale, selection }: DeskContext) {
  const at = parts.findIndex(({ id }) => id === selection.focus)
  const chosen = parts.length <= TOP + 1 ? parts : parts.slice(0, at >= TOP ? TOP - 1 : TOP)
  const focused = at >= chosen.length ? parts.slice(at, at + 1) : []
  const own = [...chosen, ...focused].sort((a, b) => b.points - a.points)
  const count = parts.length - own.length
  if (count === 0) return { own, rest: null }
  const label = say(locale, `其余 ${count} 家`, `${count} others`)
  return { own, rest: { id: 'rest', label, points: sumOf(parts) - sumOf(own) } }
}

const sumOf = (parts: readonly Part[]): number => parts.reduce((sum, { points }) => sum + points, 0)

function row(context: DeskContext, indicator: Indicator, { id, label, points }: Part): BarRow {
  const { locale } = context
  const growth = readingsByBrain(context, indicator.id, 'yearOnYear').get(id)
  const change = growth && isPresent(growth) ? growth.value : null
  return {
    id,
    label,
    tone: id === 'rest' ? 'other' : 'fact',
    // The rest and the total are printed, not drawn: a bar of many would flatten the bars of one.
    values: [id === 'rest' ? null : points],
    columns: [
      { text: formatChange(points, locale, 2), below: points < 0 },
      {
        text: change === null ? '' : formatChange(change, locale),
        below: change !== null && change < 0,
      },
    ],
    warning: null,
    card: [
      {
        label: say(locale, '对同比的拉动', 'Contribution to the change'),
        text: contributionText(points, locale),
      },
      ...(change === null
        ? []
        : [
            {
              label: say(locale, '自身同比', 'Own change on the year'),
              text: withPercent(formatChange(change, locale)),
            },
          ]),
    ],
    ...(id === 'rest' ? { sum: true } : {}),
  }
}

const contributionText = (points: number, locale: DeskContext['locale']): string =>
  `${formatChange(points, locale, 2)} ${say(locale, '个百分点', 'pp')}`

const totalRow = (context: DeskContext, { value }: Present): BarRow => ({
  id: 'total',
  label: say(context.locale, '合计', 'Total'),
  tone: 'fact',
  values: [null],
  columns: [
    { text: formatChange(value, context.locale, 2), below: value < 0 },
    { text: formatChange(value, context.locale), below: value < 0 },
  ],
  warning: null,
  card: [
    {
      label: say(context.locale, '同比', 'On the year'),
      text: withPercent(formatChange(value, context.locale)),
    },
  ],
  sum: true,
})

/** …同比增长17.1%，其中甲拉动3.20个百分点、乙…；前三家合计…. */
function finding(
  context: DeskContext,
  indicator: Indicator,
  total: Present,
  parts: readonly Part[],
): string {
  const { locale } = context
  const when = periodText(context, indicator, 'contribution')
  const who = selectionWords(context)
  const what = measuredName(indicator, 'value', locale)
  const withIt = parts.filter(({ points }) => points * total.value >= 0).slice(0, 3)
  const list = withIt.map(({ label, points }) =>
    say(
      locale,
      `${label}${contributionWords(points, locale)}`,
      `${label} ${contributionWords(points, locale)}`,
    ),
  )
  return sentence(locale, [
    say(
      locale,
      `${when}${who}${what}${changeWords(total.value, 'yearOnYear', locale)}`,
      `${what} of ${who}, ${when}: ${changeWords(total.value, 'yearOnYear', locale)}`,
    ),
    list.length > 0 ? say(locale, `其中${list.join('、')}`, `of which ${list.join('; ')}`) : null,
    list.length > 1
      ? say(
          locale,
          `前${list.length}家合计${contributionWords(sumOf(withIt), locale)}`,
          `the first ${list.length} together: ${contributionWords(sumOf(withIt), locale)}`,
        )
      : null,
    ...standingWords(context, total, 'contribution'),
  ])
}
