import { indicatorOf } from '../../domain/catalogue/index.ts'
import type { Brain } from '../../domain/brain.ts'
import type { Indicator } from '../../domain/indicator.ts'
import { refusal, type Measure } from '../../domain/measure/question.ts'
import { ABSENCE_TEXT, isPresent, type Reading } from '../../domain/reading.ts'
import { CITIES, cityName } from '../../domain/region.ts'
import { domainName } from '../../domain/domainName.ts'
import { textOf } from '../../domain/text.ts'
import { brainSymbol } from '../brainSymbols.ts'
import { absentFigure } from '../meaning.ts'
import { changeWords, led, sentence } from '../text/findings.ts'
import { notReportedYet } from '../text/sentences.ts'
import { capital, say, symbolName } from '../text/words.ts'
import { changeMeasure, hasReadings, keep, readingsByBrain, totalReading } from './ask.ts'
import type { DeskContext, DeskFigure } from './context.ts'
import { countedSelection, deskMeaning, standingWords } from './frame.ts'
import { lazyRows } from './lazyRows.ts'
import {
  amountUnit,
  isAmount,
  measuredName,
  measureName,
  periodText,
  printerIn,
} from './measureText.ts'
import { rankBrains } from './rankBrains.ts'
import { statusReader } from './reportStatus.ts'

const ID = 'selection-table'
const name = { zh: '明细', en: 'Brains' }

interface Column {
  readonly id: string
  readonly title: string
  readonly align: 'start' | 'end'
  readonly cell: (brain: Brain) => string
}

/** Every selected brain: value, change on year and month, share, rank, and how it was reported. */
export const selectionTable: DeskFigure = {
  id: ID,
  name,
  build: (context) => {
    const { locale, brains } = context
    const title = say(locale, name.zh, name.en)
    const indicator = indicatorOf(context.selection.indicator)
    if (!indicator || brains.length === 0)
      return absentFigure(
        context,
        ID,
        title,
        say(locale, '没有符合条件的产业大脑', 'No brain meets the conditions'),
      )
    const { columns, rows, ids } = contentOf(context, indicator)
    return {
      ...deskMeaning(context, indicator, 'value', {
        id: ID,
        title,
        unit: amountUnit(indicator, locale),
        notes: [
          say(locale, '— 未报送；/ 不适用', '— not reported; / not applicable'),
          ...(indicator.overlaps
            ? [say(locale, '各脑报送合计，可能交叉', 'Sums over brains may overlap')]
            : []),
        ],
        finding: finding(context, indicator),
      }),
      kind: 'table',
      columns,
      rows,
      ids,
    }
  },
}

/** Columns and rows, made once for a list of brains: the focus and the second indicator leave them. */
function contentOf(context: DeskContext, indicator: Indicator) {
  const { selection, period, locale, today, brains } = context
  const key = ['rows', indicator.id, selection.measure, period, locale, today].join('|')
  return keep(context, brains, key, () => {
    const columns = columnsOf(context, indicator)
    const ordered = order(context, indicator)
    return {
      columns: columns.map(({ id, title, align }) => ({ id, title, align })),
      rows: lazyRows(ordered.length, (at) => rowOf(columns, ordered[at])),
      ids: ordered.map(({ id }) => id),
    }
  })
}

const rowOf = (columns: readonly Column[], brain: Brain | undefined): string[] =>
  brain ? columns.map(({ cell }) => cell(brain)) : []

/** Best first; those without a reading behind them, in the registry's order. */
function order(context: DeskContext, indicator: Indicator): Brain[] {
  const ranked = rankBrains(context, indicator, 'value').map(({ brain }) => brain)
  if (ranked.length === context.brains.length) return ranked
  const known = new Set(ranked)
  return [...ranked, ...context.brains.filter((brain) => !known.has(brain))]
}

function columnsOf(context: DeskContext, indicator: Indicator): Column[] {
  const { locale, states } = context
  const stage = (brain: Brain): string => {
    const symbol = brainSymbol(states.get(brain.id))
    return symbol ? symbolName(symbol, locale) : '/'
  }
  const cities = new Map(CITIES.map((id) => [id, cityName(id, locale, { short: true })]))
  const text = (id: string, title: string, cell: Column['cell']): Column => ({
    ...{ id, title, cell },
    align: 'start',
  })
  return [
    text('brain', say(locale, '产业大脑', 'Brain'), ({ name: own }) => own),
    text('domain', say(locale, '领域', 'Domain'), ({ domain }) => domainName(domain, locale)),
    text('city', say(locale, '市', 'City'), ({ city }) => cities.get(city) ?? city),
    text('stage', say(locale, '状态', 'Stage'), stage),
    ...measuresOf(indicator, context.selection.measure).map((measure) =>
      measureColumn(context, indicator, measure),
    ),
    rankColumn(context, indicator),
    text('report', say(locale, '报送', 'Report'), statusReader(context, indicator)),
  ]
}

/** Value, change on year and month, share, and the chosen measure where it is another one. */
function measuresOf(indicator: Indicator, chosen: Measure): Measure[] {
  const rate = indicator.kind === 'rate'
  const common: Measure[] = [
    'value',
    changeMeasure(indicator),
    rate ? 'pointChangeOnMonth' : 'monthOnMonth',
    'share',
  ]
  const all = chosen === 'rank' || common.includes(chosen) ? common : [...common, chosen]
  return all.filter((measure) => refusal(measure, indicator) === 0)
}

function measureColumn(context: DeskContext, indicator: Indicator, measure: Measure): Column {
  const { locale } = context
  const printer = printerIn(context, indicator, measure)
  const readings = readingsByBrain(context, indicator.id, measure)
  const title = capital(measureName(measure, locale)) || textOf(indicator.name, locale)
  return {
    id: measure,
    title: isAmount(measure) || printer.unit === '' ? title : `${title} ${printer.unit}`,
    align: 'end',
    cell: ({ id }) => cellText(readings.get(id), printer.print, locale),
  }
}

/** — for what was not reported, / for what does not apply, the word for every other reason. */
function cellText(
  reading: Reading | undefined,
  print: (reading: Reading) => { readonly text: string },
  locale: DeskContext['locale'],
): string {
  if (!reading) return '/'
  if (isPresent(reading)) return print(reading).text
  if (reading.absent === 'notReported') return '—'
  return reading.absent === 'notApplicable' ? '/' : textOf(ABSENCE_TEXT[reading.absent], locale)
}

function rankColumn(context: DeskContext, indicator: Indicator): Column {
  const ranks = new Map(
    rankBrains(context, indicator, 'value').map(({ brain, rank }) => [brain.id, String(rank)]),
  )
  return {
    id: 'rank',
    title: say(context.locale, '位次', 'Rank'),
    align: 'end',
    cell: ({ id }) => ranks.get(id) ?? '/',
  }
}

/** How many are selected, their total and its change. */
function finding(context: DeskContext, indicator: Indicator): string {
  const { locale } = context
  const total = totalReading(context, indicator.id, 'value')
  const change = totalReading(context, indicator.id, changeMeasure(indicator))
  const what = `${periodText(context, indicator, 'value')}${say(locale, '', ' ')}${measuredName(indicator, 'value', locale)}`
  return led(
    locale,
    `${countedSelection(context)}${say(locale, '，', ', ')}${what}`,
    sentence(locale, [
      hasReadings(context, indicator.id)
        ? printerIn(context, indicator, 'value').words(total)
        : notReportedYet(context),
      isPresent(change) ? changeWords(change.value, changeMeasure(indicator), locale) : null,
      ...standingWords(context, total),
    ]),
  )
}
