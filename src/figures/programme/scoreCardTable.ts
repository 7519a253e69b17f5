import type { Brain } from '../../domain/brain.ts'
import { liftsOf } from '../../domain/assessment/lift.ts'
import type { ScoredLeaf, ScoreResult } from '../../domain/assessment/score.ts'
import { formatPeriod } from '../../domain/period.ts'
import { ABSENCE_TEXT } from '../../domain/reading.ts'
import { textOf, type LocalText } from '../../domain/text.ts'
import type { FigureContext } from '../definition.ts'
import type { AbsentFigure } from '../kinds/absentFigure.ts'
import type { TableFigure } from '../kinds/tableFigure.ts'
import { sentence } from '../text/findings.ts'
import { say } from '../text/words.ts'
import { scoreMeaning, scoreTitle, withoutScores } from './scoreMeaning.ts'
import { scoreIn, type ScoreView } from './scoreView.ts'
import { gradeText, nodeName, percentText, scoreText, valueText, weightText } from './scoreWords.ts'

const ID = 'assessment-card'
const name: LocalText = { zh: '年度考核评分卡', en: 'Score card' }

/** The card of one brain: weight, value, points, contribution, evidence and what full points would add, by item. */
export function scoreCardTable(
  context: FigureContext,
  view: ScoreView,
  brain: Brain,
): TableFigure | AbsentFigure {
  const { locale } = context
  const title = scoreTitle(context, view, name)
  const absent = withoutScores(context, view, ID, title)
  if (absent) return absent
  const result = scoreIn(context, view, brain.id)
  const gains = new Map(liftsOf(view.card, result).map(({ item, gain }) => [item.id, gain]))
  const { items } = result
  return {
    ...scoreMeaning(context, view, {
      ...{ id: ID, title, scope: brain.name, finding: scoreFinding(context, view, brain, result) },
    }),
    kind: 'table',
    columns: COLUMNS.map(([id, zh, en, align]) => ({ id, title: say(locale, zh, en), align })),
    rows: items.map((leaf) => rowOf(context, leaf, gains.get(leaf.item.id) ?? null)),
    traces: items.map(({ cell }) => cell),
    more: {
      columns: [
        say(locale, '分组', 'Group'),
        say(locale, '0 分值', 'Zero points at'),
        say(locale, '满分值', 'Full points at'),
      ],
      rows: items.map((leaf) => anchorsOf(context, leaf)),
    },
  }
}

const COLUMNS = [
  ['item', '评分项', 'Item', 'start'],
  ['weight', '权重', 'Weight', 'end'],
  ['value', '数值', 'Value', 'end'],
  ['points', '得分', 'Points', 'end'],
  ['contribution', '计入总分', 'Contribution', 'end'],
  ['evidence', '依据', 'Evidence', 'start'],
  ['lift', '可提升', 'Could add', 'end'],
] as const

function rowOf(context: FigureContext, leaf: ScoredLeaf, gain: number | null): readonly string[] {
  const { locale } = context
  const { item, weight, points, value, contribution } = leaf
  return [
    nodeName(item, locale),
    weightText(weight),
    item.kind === 'item' && value !== null
      ? valueText(item, value, locale)
      : missing(context, leaf),
    scoreText(points),
    points === null ? '—' : scoreText(contribution),
    evidenceOf(context, leaf),
    gain === null ? '—' : `+${scoreText(gain)}`,
  ]
}

/** Why an item has no value: absent is never zero. */
function missing({ locale }: FigureContext, { absent, judged, item }: ScoredLeaf): string {
  if (absent) return textOf(ABSENCE_TEXT[absent], locale)
  if (item.kind === 'judged') return judged ? '—' : say(locale, '未评定', 'not judged')
  return '—'
}

function evidenceOf(context: FigureContext, { cell, judged, item }: ScoredLeaf): string {
  const { locale, cube } = context
  if (judged) return judged.document
  if (!cell || item.kind !== 'item') return '—'
  const indicator = cube.indicators.get(cell.indicator)
  const month = formatPeriod(cell.period, locale, { cumulative: indicator?.kind === 'flow' })
  const of = indicator ? textOf(indicator.name, locale) : cell.indicator
  return say(locale, `${of}，${month}`, `${of}, ${month}`)
}

function anchorsOf({ locale }: FigureContext, { item, groups }: ScoredLeaf): readonly string[] {
  const group = groups.map((entry) => nodeName(entry, locale)).join(' / ') || '—'
  if (item.kind === 'judged') return [group, '—', textOf(item.asks, locale)]
  return [group, valueText(item, item.zero, locale), valueText(item, item.full, locale)]
}

/** 某脑得分 72.4，按期，居第5位（共51），已知权重 90%. */
export function scoreFinding(
  { locale }: FigureContext,
  { ranking }: ScoreView,
  brain: Brain,
  { score, grade, coverage }: ScoreResult,
): string {
  if (score === null)
    return say(locale, `${brain.name}没有可计分的报送值。`, `${brain.name}: nothing to score.`)
  const ranked = ranking.filter(({ rank }) => rank !== null)
  const rank = ranked.find((row) => row.brain === brain.id)?.rank ?? null
  return sentence(locale, [
    say(
      locale,
      `${brain.name}得分 ${scoreText(score)}，${gradeText(grade, locale)}`,
      `${brain.name} scores ${scoreText(score)}, ${gradeText(grade, locale)}`,
    ),
    rank === null
      ? null
      : say(locale, `居第${rank}位（共${ranked.length}）`, `ranked ${rank} of ${ranked.length}`),
    coverage < FULL
      ? say(
          locale,
          `已知权重 ${percentText(coverage)}`,
          `${percentText(coverage)} of the weights known`,
        )
      : null,
  ])
}

/** A card whose weights are all known, up to rounding. */
const FULL = 0.9999
