import type { Indicator } from '../../domain/indicator.ts'
import type { Measure } from '../../domain/measure/question.ts'
import { isPresent, present, type Present } from '../../domain/reading.ts'
import { bestAndLast } from '../bestAndLast.ts'
import type { BarRow } from '../kinds/barFigure.ts'
import { changeWords, led, rankWords, sentence } from '../text/findings.ts'
import { capital, say } from '../text/words.ts'
import { changeMeasure, readingsByBrain } from './ask.ts'
import type { DeskContext, DeskFigure } from './context.ts'
import { deskMeaning, readyFor, selectionWords, standingWords } from './frame.ts'
import {
  drawnMeasure,
  isChange,
  measuredName,
  measureName,
  periodText,
  printerIn,
} from './measureText.ts'
import { rankBrains, type Ranked } from './rankBrains.ts'

const ID = 'selection-ranking'
const name = { zh: '大脑排名', en: 'Ranking of brains' }

/** The selected brains, best first by the indicator's direction, with value and change. */
export const selectionRanking: DeskFigure = {
  id: ID,
  name,
  build: (context) => {
    const { locale, selection } = context
    const title = say(locale, name.zh, name.en)
    const state = readyFor(context, ID, title)
    if (state.kind === 'absent') return state
    const { indicator } = state
    const measure = drawnMeasure(selection.measure)
    const ranked = rankBrains(context, indicator, measure)
    const { rows, breakAfter } = bestAndLast(ranked, ({ brain }) => brain.id === selection.focus)
    const beside = besideMeasure(indicator, measure)
    const columns = [measure, beside].map((of) => columnTitle(indicator, of, context))
    return {
      ...deskMeaning(context, indicator, measure, {
        id: ID,
        title,
        unit: columns.join(' · '),
        finding: finding(context, indicator, measure, ranked),
      }),
      kind: 'bar',
      layout: 'plain',
      series: [{ id: 'reading', name: measuredName(indicator, measure, locale), role: 'fact' }],
      columns,
      rows: rows.map((row) => barRow(context, indicator, measure, beside, row)),
      breakAfter,
      focus: selection.focus,
      threshold: null,
    }
  },
}

/** The column beside the reading: how it changed; beside a change, the value itself. */
const besideMeasure = (indicator: Indicator, measure: Measure): Measure =>
  isChange(measure) ? 'value' : changeMeasure(indicator)

const columnTitle = (indicator: Indicator, measure: Measure, context: DeskContext): string => {
  const { unit } = printerIn(context, indicator, measure)
  return [capital(measureName(measure, context.locale)), unit].filter(Boolean).join(' ')
}

function barRow(
  context: DeskContext,
  indicator: Indicator,
  measure: Measure,
  beside: Measure,
  { brain, reading, rank }: Ranked,
): BarRow {
  const own = printerIn(context, indicator, measure).print(reading)
  const other = readingsByBrain(context, indicator.id, beside).get(brain.id)
  const second =
    other && isPresent(other) ? printerIn(context, indicator, beside).print(other).text : '—'
  const falls = (of: Measure, value: number | null | undefined): boolean =>
    isChange(of) && (value ?? 0) < 0
  return {
    id: brain.id,
    label: `${rank} ${brain.name}`,
    tone: 'fact',
    values: [own.value],
    columns: [
      { text: own.text, below: falls(measure, own.value) },
      { text: second, below: falls(beside, other && isPresent(other) ? other.value : null) },
    ],
    warning: null,
    card: [
      {
        label: measuredName(indicator, measure, context.locale),
        text: printerIn(context, indicator, measure).words(reading),
      },
      ...(other && isPresent(other)
        ? [
            {
              label: measuredName(indicator, beside, context.locale),
              text: printerIn(context, indicator, beside).words(other),
            },
          ]
        : []),
    ],
  }
}

/** How many have a place, of those that should have reported; a rank needs no total that adds up. */
function rankedOf(ranked: readonly Ranked[], context: DeskContext, { id }: Indicator): Present {
  const expected = [...readingsByBrain(context, id, 'value').values()]
    .map((reading) => reading.expected)
    .reduce((sum, one) => sum + one, 0)
  return present(0, ranked.length, Math.max(ranked.length, expected))
}

/** The brain in focus with its place, else the best three and how many stand behind them. */
function finding(
  context: DeskContext,
  indicator: Indicator,
  measure: Measure,
  ranked: readonly Ranked[],
): string {
  const { locale, selection } = context
  const { words } = printerIn(context, indicator, measure)
  const lead = `${periodText(context, indicator, measure)}${say(locale, '', ' ')}${measuredName(indicator, measure, locale)}`
  const standing = standingWords(context, rankedOf(ranked, context, indicator), measure)
  const focus = ranked.find(({ brain }) => brain.id === selection.focus)
  if (focus) {
    const change = readingsByBrain(context, indicator.id, changeMeasure(indicator)).get(
      focus.brain.id,
    )
    return led(
      locale,
      lead,
      sentence(locale, [
        `${focus.brain.name} ${words(focus.reading)}`,
        !isChange(measure) && change && isPresent(change)
          ? changeWords(change.value, changeMeasure(indicator), locale)
          : null,
        rankWords(focus.rank, ranked.length, locale, selectionWords(context)),
        ...standing,
      ]),
    )
  }
  const best = ranked.slice(0, 3)
  const list = best.map(({ brain, reading }) => `${brain.name} ${words(reading)}`)
  return led(
    locale,
    lead,
    sentence(locale, [
      say(locale, list.join('、'), list.join('; ')),
      best.length > 1
        ? say(
            locale,
            `居${selectionWords(context)}前${best.length}位（共${ranked.length}家）`,
            `lead the ${ranked.length} brains`,
          )
        : null,
      ...standing,
    ]),
  )
}
