import { isOwn, type Brain } from '../../domain/brain.ts'
import { ruleSetOf } from '../../domain/eligibility/notices.ts'
import type { RuleSet } from '../../domain/eligibility/ruleSet.ts'
import { textOf } from '../../domain/text.ts'
import type { FigureContext } from '../definition.ts'
import type { AbsentFigure } from '../kinds/absentFigure.ts'
import type { TableFigure } from '../kinds/tableFigure.ts'
import { latestMonth } from '../latest.ts'
import { absentFigure, citationsOf } from '../meaning.ts'
import { stillReading } from '../programme/eligibilityMeaning.ts'
import { eligibilityFinding, eligibilityOf } from '../programme/eligibilityTable.ts'
import { ruleSetsIn, type EligibilityView } from '../programme/eligibilityView.ts'
import { say } from '../text/words.ts'
import type { BrainFigure } from './brainFigure.ts'
import { brainMeaning } from './brainMeaning.ts'
import { thresholdRows, type ThresholdRow } from './thresholdRows.ts'

const ID = 'brain-thresholds'
const name = { zh: '申报条件判定', en: 'Eligibility by the notice' }

/** The clauses of a notice judged for a brain; the rows carry the marks and bars that the page draws. */
export interface ThresholdPanel {
  readonly figure: TableFigure | AbsentFigure
  readonly rows: readonly ThresholdRow[]
}

type Asked = Pick<EligibilityView, 'set' | 'time'>

export const brainThresholds: BrainFigure = {
  id: ID,
  name,
  build: (context, brain) => thresholdPanel(context, brain).figure,
}

/**
 * Every clause of the notice of the brain's batch, judged as if it applied this year. A brain that only publications
 * name is not judged: of it the clauses alone are shown.
 */
export function thresholdPanel(context: FigureContext, brain: Brain): ThresholdPanel {
  const { locale, today } = context
  const title = textOf(name, locale)
  const set = ruleSetOf(ruleSetsIn(context), brain.batch)
  if (!set) return { figure: absentFigure(context, ID, title, reasonOf(context, brain)), rows: [] }
  const reading = stillReading(context, { set }, ID, title)
  if (reading) return { figure: reading, rows: [] }
  const time = {
    ...{ batch: set.batch, year: Number(today.slice(0, 4)), month: latestMonth(context) },
  }
  const result = eligibilityOf(context, { set, time }, brain.id)
  const rows = thresholdRows(context, brain, result)
  const finding = isOwn(brain)
    ? eligibilityFinding(context, brain.name, result)
    : unjudged(context, brain, set)
  return { figure: figureOf(context, brain, { set, time }, { rows, finding }), rows }
}

function figureOf(
  context: FigureContext,
  brain: Brain,
  { set, time }: Asked,
  { rows, finding }: { readonly rows: readonly ThresholdRow[]; readonly finding: string },
): TableFigure {
  const { locale } = context
  const traces = rows.map(({ trace }) => trace)
  const known = traces.filter((trace) => trace !== null)
  const citations = citationsOf(context, set.sources)
  return {
    ...brainMeaning(
      context,
      brain,
      known.map(({ indicator }) => indicator),
      known.map(({ period }) => period),
      {
        ...{ id: ID, title: textOf(name, locale), finding, citations },
        definition: say(
          locale,
          `按「${set.name.zh}」、以 ${time.year} 年申报逐条判定；缺读数或缺说明为待补，不作未通过`,
          `Judged clause by clause by "${set.name.en}" as if applying in ${time.year}; what is missing is not known, not a fail`,
        ),
        ...(known.length > 0 ? {} : noticeSource(context)),
        notes: notesOf(context, set, isOwn(brain), citations.length > 0),
      },
    ),
    kind: 'table',
    columns: [
      { id: 'clause', title: say(locale, '条款', 'Clause'), align: 'start' },
      { id: 'verdict', title: say(locale, '判定', 'Verdict'), align: 'start' },
      { id: 'value', title: say(locale, '数值', 'Value'), align: 'end' },
      { id: 'threshold', title: say(locale, '门槛', 'Threshold'), align: 'start' },
      { id: 'period', title: say(locale, '数据期', 'Period'), align: 'start' },
    ],
    rows: rows.map((row) => [row.name, row.verdictText, row.value, row.threshold, row.period]),
    more: {
      columns: [
        say(locale, '通知条款', 'Clause of the notice'),
        say(locale, '要求', 'Asked'),
        say(locale, '依据', 'Evidence'),
        say(locale, '判定说明', 'Verdict in full'),
      ],
      rows: rows.map(({ more }) => more),
    },
    traces,
  }
}

/** Where nothing of the brain is known only the notice speaks. */
const noticeSource = ({ locale, credit }: FigureContext) =>
  credit === null ? { source: say(locale, '公开的申报通知', 'The public notice') } : {}

/** What cannot be judged, statements that were not read, and the notice where the registry does not hold it. */
function notesOf(
  { locale, programme }: FigureContext,
  { rest, sources }: RuleSet,
  isJudged: boolean,
  isCited: boolean,
): readonly string[] {
  const ids = sources.join(' ')
  return [
    textOf(rest, locale),
    ...(programme || !isJudged
      ? []
      : [
          say(
            locale,
            '未读取说明材料，凭说明判定的条款列为待补',
            'Statements are not read here: clauses that rest on them are not known',
          ),
        ]),
    ...(isCited
      ? []
      : [
          say(
            locale,
            `条款来源：公开的申报通知（来源编号 ${ids}）`,
            `Clauses: the public notice (source ${ids})`,
          ),
        ]),
  ]
}

const unjudged = ({ locale }: FigureContext, { name: who }: Brain, set: RuleSet): string =>
  say(
    locale,
    `${who}的读数与说明材料未公开，${set.batch} 年条件共 ${set.clauses.length} 条，不作判定。`,
    `${who}: readings and statements are not public, so none of the ${set.clauses.length} clauses of ${set.batch} is judged.`,
  )

const reasonOf = ({ locale }: FigureContext, { batch }: Brain): string =>
  batch === null
    ? say(
        locale,
        '批次未公开，无法对应当年申报通知的条件',
        'The batch is not public, so no notice applies',
      )
    : say(locale, `没有 ${batch} 年度的申报通知`, `There is no notice of ${batch}`)
