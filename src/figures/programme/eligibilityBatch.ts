import { VERDICTS, type Verdict } from '../../domain/eligibility/judge.ts'
import { outcomeCounts, verdictAt, type Outcomes } from '../../domain/eligibility/judgeAll.ts'
import { textOf, type Locale } from '../../domain/text.ts'
import type { FigureContext } from '../definition.ts'
import type { AbsentFigure } from '../kinds/absentFigure.ts'
import type { TableFigure } from '../kinds/tableFigure.ts'
import { led, sentence } from '../text/findings.ts'
import { say } from '../text/words.ts'
import { eligibilityMeaning, withoutBrains } from './eligibilityMeaning.ts'
import type { EligibilityView } from './eligibilityView.ts'
import { verdictName } from './eligibilityWords.ts'
import { brainName } from './programmeDeadlines.ts'

const ID = 'eligibility-batch'

/** All brains under a rule set: the whole and every clause, those that fail first. */
export function eligibilityBatch(
  context: FigureContext,
  view: EligibilityView,
): TableFigure | AbsentFigure {
  const { locale } = context
  const { set, outcomes } = view
  const title = say(locale, `${set.batch} 年条件逐脑判定`, `Brains by the rules of ${set.batch}`)
  const absent = withoutBrains(context, view, ID, title)
  if (absent) return absent
  const order = orderOf(outcomes)
  const size = outcomes.brains.length
  return {
    ...eligibilityMeaning(context, view, {
      ...{ id: ID, title, finding: batchFinding(context, view) },
      scope: say(locale, `${size} 个`, `${size} brains`),
    }),
    kind: 'table',
    columns: [
      { id: 'brain', title: say(locale, '产业大脑', 'Brain'), align: 'start' },
      { id: 'whole', title: say(locale, '综合', 'Whole'), align: 'start' },
      ...set.clauses.map(({ id, name }) => ({
        ...{ id, title: textOf(name, locale), align: 'start' as const },
      })),
    ],
    rows: order.map((b) => [
      brainName(context, outcomes.brains[b] ?? ''),
      verdictName(verdictAt(outcomes.whole, b), locale),
      ...set.clauses.map((_, c) => verdictName(verdictAt(outcomes.cells, c * size + b), locale)),
    ]),
    ids: order.map((b) => outcomes.brains[b] ?? ''),
  }
}

/** Verdicts in the order in which they ask for work. */
export const URGENT_FIRST: readonly Verdict[] = ['fail', 'unknown', 'softPass', 'waived', 'pass']
const PLACES = VERDICTS.map((verdict) => URGENT_FIRST.indexOf(verdict))

/** Positions of the brains, those that ask for work first. */
export const orderOf = ({ whole }: Outcomes): readonly number[] => {
  const placeOf = (b: number): number => PLACES[whole[b] ?? 0] ?? 0
  return Array.from(whole, (_, b) => b).sort((a, b) => placeOf(a) - placeOf(b) || a - b)
}

/** How many brains come out how. */
export const countsOf = ({ whole }: Outcomes): Readonly<Record<Verdict, number>> => {
  const counts = outcomeCounts(whole)
  return Object.fromEntries(VERDICTS.map((verdict, i) => [verdict, counts[i] ?? 0])) as Record<
    Verdict,
    number
  >
}

/** How many may apply (可申报): those that pass, in principle and by a waiver among them. */
export const passing = (counts: Readonly<Record<Verdict, number>>): number =>
  counts.pass + counts.softPass + counts.waived

/** 可申报 46 个（其中原则上 24 个、豁免 1 个）: the sum, and what of it is no plain 通过. */
export function passingText(locale: Locale, counts: Readonly<Record<Verdict, number>>): string {
  const { softPass, waived } = counts
  const parts = [
    softPass > 0 ? say(locale, `原则上 ${softPass} 个`, `${softPass} in principle`) : '',
    waived > 0 ? say(locale, `豁免 ${waived} 个`, `${waived} by a waiver`) : '',
  ]
    .filter(Boolean)
    .join(say(locale, '、', ', '))
  const all = say(locale, `可申报 ${passing(counts)} 个`, `${passing(counts)} may apply`)
  return parts === '' ? all : say(locale, `${all}（其中${parts}）`, `${all} (${parts})`)
}

function batchFinding({ locale }: FigureContext, { set, outcomes }: EligibilityView): string {
  const counts = countsOf(outcomes)
  return led(
    locale,
    say(locale, `${set.batch} 年条件`, `Rules of ${set.batch}`),
    sentence(locale, [
      passingText(locale, counts),
      say(locale, `${counts.fail} 个未通过`, `${counts.fail} fail`),
      say(locale, `${counts.unknown} 个待补材料`, `${counts.unknown} are not known`),
    ]),
  )
}
