import { evidenceOf } from '../../domain/eligibility/evidence.ts'
import {
  judge,
  VERDICTS,
  type Eligibility,
  type JudgedClause,
  type JudgedNeed,
  type Verdict,
} from '../../domain/eligibility/judge.ts'
import type { Statement } from '../../domain/eligibility/statement.ts'
import { formatPeriod } from '../../domain/period.ts'
import { textOf, type Locale } from '../../domain/text.ts'
import type { TraceLink } from '../../domain/traceTarget.ts'
import type { FigureContext } from '../definition.ts'
import type { AbsentFigure } from '../kinds/absentFigure.ts'
import type { TableFigure } from '../kinds/tableFigure.ts'
import { say } from '../text/words.ts'
import { eligibilityMeaning, stillReading } from './eligibilityMeaning.ts'
import type { EligibilityView } from './eligibilityView.ts'
import { amountText, needText, verdictName, verdictText } from './eligibilityWords.ts'
import { brainName } from './programmeDeadlines.ts'
import { statedBy, statedOn } from './statementWords.ts'

const ID = 'eligibility-brain'

/** One brain judged by a rule set, with what every clause rests on. */
export const eligibilityOf = (
  context: FigureContext,
  { set, time }: Pick<EligibilityView, 'set' | 'time'>,
  brain: string,
): Eligibility =>
  judge(set, evidenceOf(context.cube, context.programme?.statements ?? [], brain, time))

/** Every clause of a rule set for one brain: what is asked, what is known, how it comes out. */
export function eligibilityTable(
  context: FigureContext,
  view: Pick<EligibilityView, 'set' | 'time'>,
  brain: string,
): TableFigure | AbsentFigure {
  const { locale } = context
  const who = brainName(context, brain)
  const title = say(locale, `${who}：申报条件`, `${who}: eligibility`)
  const absent = stillReading(context, view, ID, title)
  if (absent) return absent
  const result = eligibilityOf(context, view, brain)
  return {
    ...eligibilityMeaning(context, view, {
      ...{ id: ID, title },
      finding: eligibilityFinding(context, who, result),
      scope: who,
    }),
    kind: 'table',
    columns: [
      { id: 'clause', title: say(locale, '条款', 'Clause'), align: 'start' },
      { id: 'asked', title: say(locale, '要求', 'Asked'), align: 'start' },
      { id: 'known', title: say(locale, '依据', 'Evidence'), align: 'start' },
      { id: 'verdict', title: say(locale, '判定', 'Verdict'), align: 'start' },
    ],
    rows: result.clauses.map((one) => [
      textOf(one.clause.name, locale),
      needText(one.clause.need, locale),
      evidenceText(context, one),
      verdictText(one, locale),
    ]),
    more: {
      columns: [say(locale, '通知条款', 'Clause of the notice')],
      rows: result.clauses.map(({ clause }) => [textOf(clause.text, locale)]),
    },
    traces: result.clauses.map(({ judged }) => traceOf(judged)),
  }
}

/** The reading that a clause rests on first. */
export function traceOf({ readings }: JudgedNeed): TraceLink | null {
  const [first] = readings
  return first ? { indicator: first.indicator, entity: first.entity, period: first.period } : null
}

/** 信用报告（李敏，2024-05-08）: the document, who stated it and when. */
function restsOn(statement: Statement, locale: Locale): string {
  const { date } = statement
  const [document, who] = [statedOn(statement, locale), statedBy(statement, locale)]
  return say(locale, `${document}（${who}，${date}）`, `${document} (${who}, ${date})`)
}

/** Readings with their period, statements with document, person and day. */
export function evidenceText(context: FigureContext, { judged, waiver }: JudgedClause): string {
  const { locale } = context
  const parts = evidenceParts(context, judged)
  const waived = waiver
    ? [say(locale, `豁免：${restsOn(waiver, locale)}`, `Waived: ${restsOn(waiver, locale)}`)]
    : []
  return [...parts, ...waived].join(say(locale, '；', '; ')) || '—'
}

function evidenceParts(context: FigureContext, judged: JudgedNeed): readonly string[] {
  if (judged.parts.length > 0) return judged.parts.flatMap((part) => evidenceParts(context, part))
  const { locale } = context
  const { statement, need, readings } = judged
  if (statement) return [restsOn(statement, locale)]
  return readings.map(({ indicator, value, period }) => {
    const cumulative = need.kind === 'reading' && need.basis === 'lastYear'
    const when = formatPeriod(period, locale, { cumulative })
    const amount = amountText(indicator, value, locale)
    return say(locale, `${amount}（${when}）`, `${amount} (${when})`)
  })
}

/** How a brain comes out, and how many of its clauses come out how. */
export function eligibilityFinding(
  { locale }: FigureContext,
  who: string,
  { batch, verdict, clauses }: Eligibility,
): string {
  const counts = VERDICTS.flatMap((one) => {
    const count = clauses.filter((clause) => clause.verdict === one).length
    const name = verdictName(one, locale)
    return count > 0 ? [say(locale, `${count} 条${name}`, `${count} ${COUNTED[one]}`)] : []
  }).join(say(locale, '，', ', '))
  const word = verdictName(verdict, locale)
  return say(
    locale,
    `${who}按 ${batch} 年条件${word}：共 ${clauses.length} 条，${counts}。`,
    `${who} by the rules of ${batch}: ${word}; of ${clauses.length} clauses ${counts}.`,
  )
}

/** What clauses do, after their number. */
const COUNTED: Readonly<Record<Verdict, string>> = {
  ...{ pass: 'pass', softPass: 'pass in principle', waived: 'waived' },
  ...{ unknown: 'not known', fail: 'fail' },
}
