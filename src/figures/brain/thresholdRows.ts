import type { Brain } from '../../domain/brain.ts'
import { isOwn } from '../../domain/brain.ts'
import type {
  Eligibility,
  JudgedClause,
  JudgedNeed,
  Verdict,
} from '../../domain/eligibility/judge.ts'
import type { CountNeed, ReadingNeed } from '../../domain/eligibility/ruleSet.ts'
import { formatPeriod } from '../../domain/period.ts'
import { ABSENCE_TEXT } from '../../domain/reading.ts'
import { textOf, type Locale } from '../../domain/text.ts'
import type { TraceLink } from '../../domain/traceTarget.ts'
import type { FigureContext } from '../definition.ts'
import { evidenceText } from '../programme/eligibilityTable.ts'
import {
  amountText,
  indicatorName,
  needText,
  thresholdText,
  verdictBrief,
  verdictText,
} from '../programme/eligibilityWords.ts'
import { say } from '../text/words.ts'

/** One clause of the notice for one brain, short enough for a panel. */
export interface ThresholdRow {
  readonly id: string
  readonly name: string
  /** Null of a brain that is known from publications alone: it is not judged. */
  readonly verdict: Verdict | null
  readonly verdictText: string
  /** The reading that decides, with its unit, or the word for its absence. */
  readonly value: string
  /** Name of that reading where the clause asks for more than it; empty where the clause is that reading. */
  readonly of: string
  readonly period: string
  /** ≥ 100 亿元; empty of a clause that no figure shows. */
  readonly threshold: string
  /** Lengths of value and threshold on one bar (0–1); null where there is nothing to draw. */
  readonly bar: { readonly value: number; readonly threshold: number } | null
  /** Where the value comes from; null where nothing leads there. */
  readonly trace: TraceLink | null
  /** Clause of the notice, what it asks for, what is known, and the verdict in full. */
  readonly more: readonly [clause: string, asked: string, evidence: string, verdict: string]
}

type Numeric = JudgedNeed & { readonly need: ReadingNeed | CountNeed }

/** Every clause of a judged brain. */
export const thresholdRows = (
  context: FigureContext,
  brain: Brain,
  { clauses }: Eligibility,
): readonly ThresholdRow[] => clauses.map((one) => rowOf(context, brain, one))

function rowOf(context: FigureContext, brain: Brain, one: JudgedClause): ThresholdRow {
  const { locale } = context
  const { clause, verdict, judged } = one
  const numeric = decisive(judged)
  const own = isOwn(brain)
  const unjudged = say(locale, '不作判定', 'not judged')
  return {
    ...{ id: clause.id, name: textOf(clause.name, locale), verdict: own ? verdict : null },
    verdictText: own ? verdictBrief(one, locale) : unjudged,
    ...valueOf(numeric, locale, own),
    of: numeric && numeric.need !== clause.need ? nameOf(numeric, locale) : '',
    threshold: numeric ? thresholdIn(numeric, judged, locale) : '',
    more: [
      textOf(clause.text, locale),
      needText(clause.need, locale),
      evidenceText(context, one),
      own ? verdictText(one, locale) : unjudged,
    ],
  }
}

/** The numeric part that speaks for a need: the first one that came out as the whole did, else the first one. */
function decisive(judged: JudgedNeed): Numeric | null {
  if (judged.need.kind === 'reading' || judged.need.kind === 'count') return judged as Numeric
  const found = judged.parts.flatMap((part) => {
    const numeric = decisive(part)
    return numeric ? [{ numeric, speaks: part.truth === judged.truth }] : []
  })
  return (found.find(({ speaks }) => speaks) ?? found[0])?.numeric ?? null
}

function valueOf(
  numeric: Numeric | null,
  locale: Locale,
  isJudged: boolean,
): Pick<ThresholdRow, 'value' | 'period' | 'bar' | 'trace'> {
  const [first] = numeric?.readings ?? []
  if (!numeric || !first) {
    const absent = isJudged ? (numeric?.missing[0]?.absent ?? 'notReported') : 'notPublic'
    const value = numeric ? textOf(ABSENCE_TEXT[absent], locale) : ''
    return { value, period: '', bar: null, trace: null }
  }
  const { need, readings } = numeric
  const isCount = need.kind === 'count'
  const amount = isCount ? readings.filter(({ value }) => value > 0).length : first.value
  const cumulative = need.kind === 'reading' && need.basis === 'lastYear'
  return {
    value: isCount ? kinds(amount, locale) : amountText(first.indicator, amount, locale),
    period: formatPeriod(first.period, locale, { cumulative }),
    bar: need.least === null || need.least === 0 ? null : barOf(amount, need.least),
    trace: { indicator: first.indicator, entity: first.entity, period: first.period },
  }
}

const nameOf = ({ need }: Numeric, locale: Locale): string =>
  need.kind === 'reading'
    ? indicatorName(need.indicator, locale)
    : need.indicators.map((one) => indicatorName(one, locale)).join(say(locale, '、', ', '))

const kinds = (count: number, locale: Locale): string =>
  say(locale, `${count} 类`, `${count} kinds`)

/** Of several parts one may be enough: ≥ 1,000 架（任一）. */
function thresholdIn({ need }: Numeric, whole: JudgedNeed, locale: Locale): string {
  if (need.kind === 'count') return `≥ ${kinds(need.least, locale)}`
  const text = thresholdText(need, locale)
  return isAlternative(whole, need.id) ? say(locale, `${text}（任一）`, `${text} (either)`) : text
}

const isAlternative = ({ need, parts }: JudgedNeed, id: string): boolean =>
  parts.some((part) => (need.kind === 'any' && part.need.id === id) || isAlternative(part, id))

/** The longer of both fills four fifths; far beyond the threshold the value is cut at the end. */
function barOf(value: number, least: number): { value: number; threshold: number } {
  const full = Math.max(value, least) / 0.8
  const threshold = Math.max(least / full, 0.12)
  return { value: Math.max(0, Math.min(1, (value / least) * threshold)), threshold }
}
