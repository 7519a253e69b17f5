import type { Brain } from '../../domain/brain.ts'
import { isProvisional, workDaysBetween, lastDuePeriod, reportDue } from '../../domain/calendar.ts'
import type { OpenMeasure, Stage } from '../../domain/lifecycle.ts'
import { formatPeriod, shiftPeriod } from '../../domain/period.ts'
import { domainName } from '../../domain/domainName.ts'
import type { FigureContext } from '../definition.ts'
import type { Citation } from '../kinds/figureMeaning.ts'
import type { Symbol } from '../kinds/symbol.ts'
import { citationsOf } from '../meaning.ts'
import { reasonWords } from '../text/reasons.ts'
import { say, symbolName } from '../text/words.ts'

/** One open 限期整改 with what is left of its time. */
export interface MeasureLine {
  readonly id: string
  readonly text: string
  readonly due: string | null
  readonly reason: string
  readonly overdue: boolean
}

/** What stands at the top of a profile. Nothing is empty: what no source states says so. */
export interface BrainHeader {
  readonly name: string
  readonly subIndustry: string
  readonly domain: string
  readonly place: string
  readonly batch: string
  readonly stage: { readonly symbol: Symbol; readonly name: string; readonly since: string | null }
  readonly measures: readonly MeasureLine[]
  /** The next thing that is due where no measure is open; null for a brain that does not report. */
  readonly next: { readonly what: string; readonly text: string } | null
  readonly honours: readonly string[]
  /** Organiser, lead unit, joint units. */
  readonly roles: readonly { readonly name: string; readonly text: string }[]
  readonly citations: readonly Citation[]
  /** C facts print 待核. */
  readonly unverified: boolean
}

const STAGE_SYMBOL: Readonly<Record<Stage, Symbol>> = {
  applied: 'none',
  reviewed: 'none',
  publicised: 'none',
  pool: 'pool',
  pilot: 'pilot',
  accepted: 'accepted',
  designated: 'designated',
  notSelected: 'none',
  disqualified: 'disqualified',
  unknown: 'unknown',
}

const STAGE_WORDS: Readonly<Partial<Record<Stage, readonly [zh: string, en: string]>>> = {
  applied: ['申报', 'applied'],
  reviewed: ['评审通过', 'reviewed'],
  publicised: ['公示', 'publicised'],
  notSelected: ['未入选', 'not selected'],
}

/** Symbol of a stage; an open measure stands beside it and does not replace it. */
export const stageSymbol = (stage: Stage): Symbol => STAGE_SYMBOL[stage]

export function stageName(stage: Stage, context: FigureContext): string {
  const words = STAGE_WORDS[stage]
  return words ? say(context.locale, ...words) : symbolName(STAGE_SYMBOL[stage], context.locale)
}

export function brainHeader(context: FigureContext, brain: Brain): BrainHeader {
  const { locale, states } = context
  const state = states.get(brain.id)
  const stage = state?.stage ?? 'unknown'
  const measures = (state?.measures ?? []).map((measure) => measureLine(context, measure))
  return {
    name: brain.name,
    subIndustry: brain.subIndustry,
    domain: domainName(brain.domain, locale),
    place: brain.place,
    batch: batchText(context, brain),
    stage: {
      symbol: stageSymbol(stage),
      name: stageName(stage, context),
      since: state?.since ?? null,
    },
    measures,
    next: brain.origin === 'public' || measures.length > 0 ? null : nextReport(context, stage),
    honours: brain.honours,
    roles: rolesOf(context, brain),
    citations: citationsOf(context, brain.sources),
    unverified: brain.confidence === 'C',
  }
}

const batchText = ({ locale }: FigureContext, { batch }: Brain): string =>
  batch === null
    ? say(locale, '批次未公开', 'batch not public')
    : say(locale, `${batch} 年度`, `batch ${batch}`)

/** How much work time is left to a day: 剩 6 个工作日, 逾期 2 个工作日. */
export function workDaysText({ calendar, today, locale }: FigureContext, due: string): string {
  const days = workDaysBetween(calendar, today, due)
  const about = isProvisional(calendar, today, due)
  const zh = `${about ? '约 ' : ''}${Math.abs(days)} 个工作日`
  const en = `${about ? 'about ' : ''}${Math.abs(days)} work days`
  return days < 0
    ? say(locale, `逾期 ${zh}`, `${en} overdue`)
    : say(locale, about ? `剩${zh}` : `剩 ${zh}`, `${en} left`)
}

function measureLine(context: FigureContext, measure: OpenMeasure): MeasureLine {
  const { due, event, reason } = measure
  return {
    id: event,
    text:
      due === null ? say(context.locale, '未定期限', 'no due date') : workDaysText(context, due),
    due,
    reason:
      reasonWords(reason, context.locale) || say(context.locale, '未注明原因', 'no reason given'),
    overdue: due !== null && due < context.today,
  }
}

const REPORTING: readonly Stage[] = ['pilot', 'accepted', 'designated']

function nextReport(context: FigureContext, stage: Stage): BrainHeader['next'] {
  if (!REPORTING.includes(stage)) return null
  const { calendar, today, locale } = context
  const period = shiftPeriod(lastDuePeriod(calendar, today), 1)
  const due = reportDue(calendar, period)
  return {
    what: say(
      locale,
      `下一节点：${formatPeriod(period, locale)}月报`,
      `Next: report for ${formatPeriod(period, locale)}`,
    ),
    text: `${due} · ${workDaysText(context, due)}`,
  }
}

function rolesOf({ locale }: FigureContext, brain: Brain): BrainHeader['roles'] {
  const unstated = say(locale, '未公开', 'not public')
  return [
    { name: say(locale, '组织单位', 'Organiser'), text: brain.organiser ?? unstated },
    { name: say(locale, '揭榜单位', 'Lead unit'), text: brain.leadUnit ?? unstated },
    {
      name: say(locale, '联合单位', 'Joint units'),
      text: brain.jointUnits.length > 0 ? brain.jointUnits.join('、') : unstated,
    },
  ]
}
