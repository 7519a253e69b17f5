import type { Brain } from '../../domain/brain.ts'
import type { FigureContext } from '../definition.ts'
import type { AbsentFigure } from '../kinds/absentFigure.ts'
import type { TableFigure } from '../kinds/tableFigure.ts'
import { absentFigure } from '../meaning.ts'
import { say } from '../text/words.ts'
import type { BrainFigure } from './brainFigure.ts'
import { brainMeaning } from './brainMeaning.ts'
import { thresholdRows, type ThresholdRow, type ThresholdTable } from './thresholdRows.ts'

const ID = 'brain-thresholds'
const name = { zh: '申报门槛数值', en: 'Figures of the notice' }

/** The figures of a notice beside the brain's own, and the bars that the page draws beside its rows. */
export interface ThresholdPanel {
  readonly figure: TableFigure | AbsentFigure
  readonly bars: readonly ThresholdRow['bar'][]
}

export const brainThresholds: BrainFigure = {
  id: ID,
  name,
  build: (context, brain) => thresholdPanel(context, brain).figure,
}

/** Values and thresholds side by side; nothing is judged. */
export function thresholdPanel(context: FigureContext, brain: Brain): ThresholdPanel {
  const { locale } = context
  const table = thresholdRows(context, brain)
  if (!table) {
    const title = say(locale, name.zh, name.en)
    return { figure: absentFigure(context, ID, title, reasonOf(context, brain)), bars: [] }
  }
  return { figure: figureOf(context, brain, table), bars: table.rows.map(({ bar }) => bar) }
}

function figureOf(context: FigureContext, brain: Brain, table: ThresholdTable): TableFigure {
  const { locale } = context
  const { rows, citations } = table
  const traces = rows.map(({ trace }) => trace)
  const known = traces.filter((trace) => trace !== null)
  return {
    ...brainMeaning(
      context,
      brain,
      known.map(({ indicator }) => indicator),
      known.map(({ period }) => period),
      {
        id: ID,
        title: say(locale, name.zh, name.en),
        finding: finding(context, brain, rows),
        definition: say(
          locale,
          `${brain.batch} 年度申报通知中有数值的条款与该大脑的报送值并列，不作判定`,
          `Clauses of the notice of ${brain.batch} that name a figure beside what the brain reports; nothing is judged`,
        ),
        ...(known.length > 0 ? {} : noticeSource(context)),
        citations,
        notes: [table.rest, ...(citations.length > 0 ? [] : [sourceNote(context, table)])],
      },
    ),
    kind: 'table',
    columns: [
      { id: 'clause', title: say(locale, '条款', 'Clause'), align: 'start' },
      { id: 'value', title: say(locale, '数值', 'Value'), align: 'end' },
      { id: 'threshold', title: say(locale, '门槛', 'Threshold'), align: 'end' },
      { id: 'unit', title: say(locale, '单位', 'Unit'), align: 'start' },
      { id: 'period', title: say(locale, '数据期', 'Period'), align: 'start' },
    ],
    rows: rows.map((row) => [row.name, row.value, row.threshold, row.unit, row.period]),
    more: {
      columns: [say(locale, '通知条款', 'Clause of the notice')],
      rows: rows.map(({ clause }) => [clause]),
    },
    traces,
  }
}

/** Where nothing of the brain is known only the notice speaks. */
const noticeSource = ({ locale, credit }: FigureContext) =>
  credit === null ? { source: say(locale, '公开的申报通知', 'The public notice') } : {}

const sourceNote = ({ locale }: FigureContext, { sources }: ThresholdTable): string =>
  say(
    locale,
    `门槛来源：公开的申报通知（来源编号 ${sources.join(' ')}）`,
    `Thresholds: the public notice (source ${sources.join(' ')})`,
  )

function finding(
  { locale }: FigureContext,
  { name: who, batch }: Brain,
  rows: readonly ThresholdRow[],
): string {
  const known = rows.filter(({ period }) => period !== '').length
  return say(
    locale,
    `${who}对照 ${batch} 年度申报通知的 ${rows.length} 项数值，${known} 项有读数。`,
    `${who} beside the ${rows.length} figures of the notice of ${batch}: ${known} with a reading.`,
  )
}

const reasonOf = ({ locale }: FigureContext, { batch }: Brain): string =>
  batch === null
    ? say(
        locale,
        '批次未公开，无法对应当年申报通知的门槛',
        'The batch is not public, so no notice applies',
      )
    : say(locale, `没有 ${batch} 年度的申报通知`, `There is no notice of ${batch}`)
