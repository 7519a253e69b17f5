import { DOMAIN_IDS, type Brain } from '../../domain/brain.ts'
import { reportDue } from '../../domain/calendar.ts'
import { indicatorOf } from '../../domain/catalogue/index.ts'
import type { Indicator } from '../../domain/indicator.ts'
import type { Measure } from '../../domain/measure/question.ts'
import type { Reading } from '../../domain/reading.ts'
import { cityName } from '../../domain/region.ts'
import { FILTERS, type Filter } from '../../domain/selection.ts'
import { domainName } from '../../domain/domainName.ts'
import { textOf } from '../../domain/text.ts'
import { coverageOf, partialText } from '../coverage.ts'
import type { AbsentFigure } from '../kinds/absentFigure.ts'
import type { Meaning } from '../kinds/figureMeaning.ts'
import { absentFigure, coverageText, reportedMeaning } from '../meaning.ts'
import { coverageWords } from '../text/findings.ts'
import { nextDue, notReportedYet } from '../text/sentences.ts'
import { say } from '../text/words.ts'
import { dueMonth, hasReadings, totalReading } from './ask.ts'
import type { DeskContext } from './context.ts'
import { indexNote, periodText, refusalText } from './measureText.ts'

/** Filter values that a title still names; more of them are counted. */
const NAMED = 2

/** Who is selected, in words: 全省, 化工, 济南 · 2023年批次, or 所选 12 家. */
export const selectionWords = (context: DeskContext): string =>
  selectionName(context) ?? selectedCount(context)

/** Who is selected and how many: 化工24家, or 所选 12 家. */
export function countedSelection(context: DeskContext): string {
  const { locale, brains } = context
  const who = selectionName(context)
  if (who === null) return selectedCount(context)
  return say(locale, `${who}${brains.length}家`, `${who}: ${brains.length} brains`)
}

const selectedCount = ({ locale, brains }: DeskContext): string =>
  say(locale, `所选 ${brains.length} 家`, `${brains.length} selected`)

/** Null where the filters are too many to be named. */
function selectionName({ selection, locale, brains, cube }: DeskContext): string | null {
  if (brains.length === cube.brains.length) return say(locale, '全省', 'Shandong')
  const words = [
    ...DOMAIN_IDS.filter((id) => selection.domains.includes(id)).map((id) =>
      domainName(id, locale),
    ),
    ...selection.subIndustries,
    ...selection.cities.map((id) => cityName(id, locale, { short: true })),
    ...selection.batches.map((year) => say(locale, `${year}年批次`, `batch ${year}`)),
  ]
  const others = selection.counties.length + selection.stages.length + selection.grades.length
  return others > 0 || words.length > NAMED || words.length === 0 ? null : words.join(' · ')
}

/** The entity whose trace is that of the whole selection: all, or the one value of the only filter; else null. */
export function tracedBy({ selection, brains, cube }: DeskContext): string | null {
  if (brains.length === cube.brains.length) return 'all'
  const set = FILTERS.filter((filter) => selection[filter].length > 0)
  const [filter] = set
  if (!filter || set.length > 1 || selection[filter].length > 1 || !TRACED.has(filter)) return null
  return String(selection[filter][0])
}

const TRACED: ReadonlySet<Filter> = new Set<Filter>([
  'domains',
  'subIndustries',
  'cities',
  'counties',
])

/** The brain in focus, if the filters leave it. */
export const focusOf = ({ selection, brains }: DeskContext): Brain | null =>
  brains.find(({ id }) => id === selection.focus) ?? null

/** What a panel draws, when there is something to draw. */
export interface Ready {
  readonly kind: 'ready'
  readonly indicator: Indicator
}

/** The chosen indicator of brains with readings, or why a panel has nothing to draw. */
export function ready(context: DeskContext, id: string, title: string): AbsentFigure | Ready {
  const { locale, brains, selection } = context
  const absent = (zh: string, en: string): AbsentFigure =>
    absentFigure(context, id, title, say(locale, zh, en))
  const indicator = indicatorOf(selection.indicator)
  if (!indicator) return absent('没有这项指标', 'No such indicator')
  if (brains.length === 0) return absent('没有符合条件的产业大脑', 'No brain meets the conditions')
  const name = textOf(indicator.name, locale)
  if (indicator.reportedFrom === 'region')
    return absent(
      `「${name}」由统计部门按地区公布，产业大脑不报送；请看按市的地图`,
      `“${name}” is published by region, not reported by brains: see the map by city`,
    )
  return hasReadings(context, indicator.id)
    ? { kind: 'ready', indicator }
    : absentFigure(context, id, title, notReportedYet(context), nextDue(context))
}

/** Like ready, and refuses a measure that has no meaning for the indicator. */
export function readyFor(
  context: DeskContext,
  id: string,
  title: string,
  measure: Measure = context.selection.measure,
): AbsentFigure | Ready {
  const state = ready(context, id, title)
  if (state.kind === 'absent') return state
  const reason = refusalText(state.indicator, measure, context.locale)
  return reason === null ? state : absentFigure(context, id, title, reason)
}

/** Meaning of a panel over the chosen indicator: who, when, how many reported. */
export function deskMeaning(
  context: DeskContext,
  indicator: Indicator,
  measure: Measure,
  fields: Pick<Meaning, 'id' | 'title' | 'finding'> & Partial<Meaning>,
): Meaning {
  const total = totalReading(context, indicator.id, 'value')
  const base = reportedMeaning(context, indicator, context.period, {
    period: periodText(context, indicator, measure) + earlyMark(context),
    scope: [selectionWords(context), coverageText(total, context)].filter(Boolean).join(' · '),
    traced: tracedBy(context),
    ...fields,
  })
  const own = [
    ...(measure === 'index' ? [indexNote(context, indicator)] : []),
    ...relativeNotes(context, total, measure),
  ]
  return own.length > 0 ? { ...base, notes: [...own, ...base.notes] } : base
}

/** A share and a rank are among those that have reported: whoever is missing may change them. */
function relativeNotes({ locale }: DeskContext, total: Reading, measure: Measure): string[] {
  const part = partialText(coverageOf(total), locale)
  if (!part || (measure !== 'share' && measure !== 'rank')) return []
  return [
    say(
      locale,
      `占比和位次只在已报送的 ${part}中计算`,
      `Shares and ranks are among those that reported (${part})`,
    ),
  ]
}

const isEarlyMonth = (context: DeskContext): boolean => context.period > dueMonth(context)

/** Behind the printed period of a month that is not due yet. */
const earlyMark = (context: DeskContext): string =>
  isEarlyMonth(context) ? say(context.locale, '（未到期）', ' (not due yet)') : ''

/**
 * How many a total covers (of a change: how many are comparable), and that its month is not due yet: the
 * end of every sentence over brains.
 */
export function standingWords(
  context: DeskContext,
  reading: Reading,
  measure: Measure = 'value',
): (string | null)[] {
  const { locale, calendar, period } = context
  return [
    coverageWords(reading, locale, measure),
    isEarlyMonth(context)
      ? say(
          locale,
          `未到报送截止日（${reportDue(calendar, period)}）`,
          `not due before ${reportDue(calendar, period)}`,
        )
      : null,
  ]
}
