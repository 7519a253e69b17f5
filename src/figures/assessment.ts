import type { Grade } from '../domain/event.ts'
import { isCounted, type BrainState } from '../domain/lifecycle.ts'
import {
  deadlinesOf,
  WARNING_LEVELS,
  type Deadline,
  type WarningLevel,
} from '../domain/programme/deadlines.ts'
import { proposedDisqualifications } from '../domain/programme/proposals.ts'
import { countdownRows } from './countdownRows.ts'
import type { FigureContext, FigureDefinition } from './definition.ts'
import type { Symbol } from './kinds/symbol.ts'
import type { UnitsFigure } from './kinds/unitsFigure.ts'
import { absentFigure, meaning } from './meaning.ts'
import { ownProgramme } from './programme.ts'
import { leftWords, levelName, LEVEL_WORDS } from './text/deadlineWords.ts'
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
 * Latest yearly grades of the counted brains of the register, the countdown of every open rectification and what else
 * is warned of.
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
    const { deadlines, rows } = countdowns(context, counted)
    if (graded.length === 0 && rows.length === 0)
      return absentFigure(
        context,
        ID,
        title,
        say(locale, '年度考核评估结果与整改情况未公开', 'Assessment results are not public'),
        say(locale, '导入考核结果后显示', 'Shown once results are imported'),
      )
    const years = graded.flatMap(({ grade }) => grade?.year ?? [])
    const year = years.length === 0 ? '' : `${Math.max(...years)}`
    return {
      ...meaning(context, {
        id: ID,
        title,
        unit: say(locale, `${counted.length} 个`, `${counted.length} brains`),
        period: year && say(locale, `${year} 年度`, year),
        definition: say(
          locale,
          '各产业大脑最近一次年度考核评估；等级名称为本系统所定，官方等级未公开；整改剩余按工作日计，试点期满、验收、考核时限按日历日计；逾期、7、30、90 天内预警；验收期三个月为本系统所定',
          'Each brain’s latest yearly assessment; grade names are ours, the official ones are not public; rectification is counted in work days, other terms in calendar days; warned of when over and 7, 30 and 90 days before; three months for acceptance are this product’s rule',
        ),
        asOf: context.today,
        finding: findingOf(context, counted, deadlines),
      }),
      kind: 'units',
      groups: gradeGroups(context, counted),
      warnings: warningCounts(context, deadlines),
      deadlines: rows,
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

/** Orders first, then what the clocks warn of; the sentence and the levels go over all. */
function countdowns(context: FigureContext, counted: readonly BrainState[]) {
  const { brains, events } = ownProgramme(context)
  const { calendar, today } = context
  const deadlines = deadlinesOf({ brains, events, calendar, today })
  return { deadlines, rows: countdownRows(context, deadlines, counted) }
}

function findingOf(
  { locale, cube, today }: FigureContext,
  counted: readonly BrainState[],
  deadlines: readonly Deadline[],
): string {
  const open = counted.reduce((sum, { measures }) => sum + measures.length, 0)
  const next = deadlines.find(({ kind }) => kind === 'rectification')
  const left = next ? leftWords(next, locale) : ''
  const proposed = proposedDisqualifications(cube.brains, cube.events, today).length
  const levels = warned(deadlines).map(([level, count]) =>
    say(locale, `${levelName(level, locale)} ${count} 项`, `${count} ${levelName(level, locale)}`),
  )
  return [
    say(
      locale,
      `限期整改 ${open} 个${left && `，最近一项${left}`}。`,
      `${open} under rectification${left && `, the next has ${left}`}.`,
    ),
    levels.length > 0 &&
      say(locale, `预警：${levels.join('、')}。`, ` Warnings: ${levels.join(', ')}.`),
    proposed > 0 &&
      say(
        locale,
        `建议取消资格 ${proposed} 个（满两年未通过考核评估）。`,
        ` Disqualification proposed: ${proposed} (no pass in two years).`,
      ),
  ]
    .filter(Boolean)
    .join('')
}

/** Levels that are warned of, with how many deadlines they have. */
const warned = (deadlines: readonly Deadline[]): readonly (readonly [WarningLevel, number])[] =>
  WARNING_LEVELS.filter((level) => level !== 'later')
    .map((level) => [level, deadlines.filter((one) => one.level === level).length] as const)
    .filter(([, count]) => count > 0)

const warningCounts = (
  { locale }: FigureContext,
  deadlines: readonly Deadline[],
): NonNullable<UnitsFigure['warnings']> =>
  warned(deadlines).map(([id, count]) => ({
    ...{ id, count, name: levelName(id, locale), symbol: LEVEL_WORDS[id].symbol },
  }))
