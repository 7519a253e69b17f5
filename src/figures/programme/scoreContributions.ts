import type { Brain } from '../../domain/brain.ts'
import type { ScoredLeaf } from '../../domain/assessment/score.ts'
import { ABSENCE_TEXT } from '../../domain/reading.ts'
import { textOf, type LocalText } from '../../domain/text.ts'
import type { FigureContext } from '../definition.ts'
import type { AbsentFigure } from '../kinds/absentFigure.ts'
import type { BarFigure, BarRow } from '../kinds/barFigure.ts'
import { led, sentence } from '../text/findings.ts'
import { say } from '../text/words.ts'
import { scoreMeaning, scoreTitle, withoutScores } from './scoreMeaning.ts'
import { scoreIn, type ScoreView } from './scoreView.ts'
import { nodeName, scoreText } from './scoreWords.ts'

const ID = 'assessment-contributions'
const name: LocalText = { zh: '各项对总分的贡献', en: 'Contribution of each item' }

/** What each item adds to the score of a brain, inside what it could add at most. */
export function scoreContributions(
  context: FigureContext,
  view: ScoreView,
  brain: Brain,
): BarFigure | AbsentFigure {
  const { locale } = context
  const title = scoreTitle(context, view, name)
  const absent = withoutScores(context, view, ID, title)
  if (absent) return absent
  const { items, score } = scoreIn(context, view, brain.id)
  const known = items.reduce((sum, { points, weight }) => sum + (points === null ? 0 : weight), 0)
  return {
    ...scoreMeaning(context, view, {
      ...{ id: ID, title, scope: brain.name },
      finding: finding(context, brain, items, score),
    }),
    kind: 'bar',
    layout: 'nested',
    series: [
      { id: 'most', name: say(locale, '满分可计入', 'At full points'), role: 'planned' },
      { id: 'contribution', name: say(locale, '计入总分', 'Contribution'), role: 'inUse' },
    ],
    columns: [say(locale, '计入总分', 'Contribution'), say(locale, '得分', 'Points')],
    rows: items.map((leaf) => barRow(context, leaf, known)),
    breakAfter: null,
    threshold: null,
  }
}

function barRow({ locale }: FigureContext, leaf: ScoredLeaf, known: number): BarRow {
  const { item, weight, points, contribution, absent } = leaf
  const isKnown = points !== null
  const why = absent ? textOf(ABSENCE_TEXT[absent], locale) : say(locale, '未评定', 'not judged')
  return {
    id: item.id,
    label: nodeName(item, locale),
    tone: 'fact',
    values: isKnown ? [(100 * weight) / known, contribution] : [null, null],
    columns: [
      { text: isKnown ? scoreText(contribution) : '—', below: false },
      { text: scoreText(points), below: false },
    ],
    warning: isKnown ? null : why,
  }
}

function finding(
  { locale }: FigureContext,
  brain: Brain,
  items: readonly ScoredLeaf[],
  score: number | null,
): string {
  if (score === null)
    return say(locale, `${brain.name}没有可计分的报送值。`, `${brain.name}: nothing to score.`)
  const best = [...items].sort((a, b) => b.contribution - a.contribution).slice(0, 3)
  const parts = best.map(
    ({ item, contribution }) => `${nodeName(item, locale)} ${scoreText(contribution)}`,
  )
  return led(
    locale,
    say(
      locale,
      `${brain.name}总分 ${scoreText(score)}`,
      `${brain.name}, score ${scoreText(score)}`,
    ),
    sentence(locale, [
      say(locale, `贡献最大 ${parts.join('、')}`, `most from ${parts.join('; ')}`),
    ]),
  )
}
