import { isProvisional, workDaysBetween } from '../domain/calendar.ts'
import type { Grade } from '../domain/event.ts'
import { isCounted, type BrainState, type OpenMeasure } from '../domain/lifecycle.ts'
import type { Locale } from '../domain/text.ts'
import type { FigureContext, FigureDefinition } from './definition.ts'
import type { Symbol } from './kinds/symbol.ts'
import type { UnitsFigure } from './kinds/unitsFigure.ts'
import { absentFigure, meaning } from './meaning.ts'
import { ownProgramme } from './programme.ts'
import { reasonWords } from './text/reasons.ts'
import { say, symbolName } from './text/words.ts'

const ID = 'assessment'
const name = { zh: '年度考核与整改', en: 'Assessment and rectification' }

const SYMBOLS: Readonly<Record<Grade, Symbol>> = {
  lead: 'lead',
  onTime: 'ontime',
  remind: 'remind',
  warn: 'warn',
}

/**
 * Latest yearly grades of the counted brains of the register and the countdown of every open rectification.
 * Grades of brains that only publications name are not public, which is not the same as not assessed.
 */
export const assessment: FigureDefinition = {
  id: ID,
  name,
  indicators: [],
  build: (context) => {
    const { locale } = context
    const title = say(locale, name.zh, name.en)
    const counted = [...ownProgramme(context).states.values()].filter(isCounted)
    const graded = counted.filter(({ grade }) => grade !== null)
    const open = openDeadlines(context, counted)
    if (graded.length === 0 && open.length === 0)
      return absentFigure(
        context,
        ID,
        title,
        say(locale, '年度考核评估结果与整改情况未公开', 'Assessment results are not public'),
        say(locale, '导入考核结果后显示', 'Shown once results are imported'),
      )
    const years = graded.flatMap(({ grade }) => grade?.year ?? [])
    const year = years.length === 0 ? '' : `${Math.max(...years)}`
    const first = open[0]
    return {
      ...meaning(context, {
        id: ID,
        title,
        unit: say(locale, `${counted.length} 个`, `${counted.length} brains`),
        period: year && say(locale, `${year} 年度`, year),
        definition: say(
          locale,
          '各产业大脑最近一次年度考核评估；等级名称为本系统所定，官方等级未公开；剩余按工作日计',
          'Each brain’s latest yearly assessment; grade names are ours, the official ones are not public; days are work days',
        ),
        asOf: context.today,
        finding: say(
          locale,
          `限期整改 ${open.length} 个${first ? `，最近一项${first.text}` : ''}。`,
          `${open.length} under rectification${first ? `, the next has ${first.text}` : ''}.`,
        ),
      }),
      kind: 'units',
      groups: gradeGroups(context, counted),
      deadlines: open,
    }
  },
}

function gradeGroups(
  { locale }: FigureContext,
  counted: readonly BrainState[],
): UnitsFigure['groups'] {
  const count = (symbol: Symbol): number =>
    counted.filter((state) => symbolOf(state) === symbol).length
  return (['lead', 'ontime', 'remind', 'warn', 'rectification', 'none'] as const)
    .map((symbol) => ({
      id: symbol,
      name: symbolName(symbol, locale),
      symbol,
      count: count(symbol),
    }))
    .filter(({ count: size }) => size > 0)
}

/** An open rectification outranks the grade; without either the brain is 未评. */
const symbolOf = (state: BrainState): Symbol => {
  if (state.measures.length > 0) return 'rectification'
  return state.grade ? SYMBOLS[state.grade.grade] : 'none'
}

function openDeadlines(context: FigureContext, counted: readonly BrainState[]) {
  return counted
    .flatMap((state) => state.measures.map((measure) => deadline(context, state.brain, measure)))
    .sort((a, b) => a.days - b.days)
    .map(({ row }) => row)
}

function deadline(
  context: FigureContext,
  brain: string,
  { event, ordered, due, reason }: OpenMeasure,
) {
  const { locale, calendar, today, cube } = context
  const days = due === null ? Number.POSITIVE_INFINITY : workDaysBetween(calendar, today, due)
  const allowed = due === null ? 0 : workDaysBetween(calendar, ordered, due)
  const row = {
    id: event,
    label: cube.brains.find(({ id }) => id === brain)?.name ?? brain,
    reason: reasonWords(reason, locale),
    text: deadlineText(days, due !== null && isProvisional(calendar, today, due), locale),
    remaining: allowed > 0 ? Math.min(1, Math.max(0, days / allowed)) : 0,
    overdue: days < 0,
  }
  return { days, row }
}

/** `about`: some of the days lie in a year whose holidays are not announced yet. */
function deadlineText(days: number, about: boolean, locale: Locale): string {
  if (!Number.isFinite(days)) return say(locale, '未定期限', 'no due date')
  const zh = `${about ? '约 ' : ''}${Math.abs(days)} 工作日`
  const en = `${about ? 'about ' : ''}${Math.abs(days)} work days`
  return days < 0
    ? say(locale, `逾期 ${zh}`, `${en} overdue`)
    : say(locale, about ? `剩${zh}` : `剩 ${zh}`, about ? en : `${en} left`)
}
