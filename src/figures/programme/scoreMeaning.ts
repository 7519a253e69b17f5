import { leavesOf } from '../../domain/assessment/scoreLeaf.ts'
import { formatPeriod, periodEnd } from '../../domain/period.ts'
import type { Locale, LocalText } from '../../domain/text.ts'
import { textOf } from '../../domain/text.ts'
import type { FigureContext } from '../definition.ts'
import type { AbsentFigure } from '../kinds/absentFigure.ts'
import type { Meaning } from '../kinds/figureMeaning.ts'
import { absentFigure, meaning } from '../meaning.ts'
import { creditText } from '../text/creditText.ts'
import { notReportedYet } from '../text/sentences.ts'
import { say } from '../text/words.ts'
import type { ScoreView } from './scoreView.ts'
import { demoMark, percentText } from './scoreWords.ts'

/** Indicators that a card scores by, once each. */
export const indicatorsOf = ({ card }: Pick<ScoreView, 'card'>): readonly string[] => [
  ...new Set(leavesOf(card).flatMap(({ item }) => (item.kind === 'item' ? [item.indicator] : []))),
]

/** The title with what a reader must not miss: 测算，非实绩, 演示权重. */
export function scoreTitle(
  { locale }: FigureContext,
  { card, isWhatIf }: Pick<ScoreView, 'card' | 'isWhatIf'>,
  name: LocalText,
  isForecast = false,
): string {
  const marks = [
    isWhatIf || isForecast ? say(locale, '测算，非实绩', 'what-if, not a result') : '',
    demoMark(card, locale),
  ].filter(Boolean)
  const title = textOf(name, locale)
  if (marks.length === 0) return title
  return say(locale, `${title}（${marks.join('；')}）`, `${title} (${marks.join('; ')})`)
}

/** Meaning of a figure over scores of one month. */
export function scoreMeaning(
  context: FigureContext,
  view: ScoreView,
  fields: Pick<Meaning, 'id' | 'title' | 'finding'> & Partial<Meaning>,
): Meaning {
  const { locale, cube } = context
  const indicators = indicatorsOf(view)
  const slices = indicators.flatMap((id) => cube.slices.get(id) ?? [])
  const knownAt = slices.flatMap((slice) => slice.knownAt ?? []).sort()
  return meaning(context, {
    unit: say(locale, '分', 'points'),
    period: formatPeriod(view.period, locale, { cumulative: true }),
    definition: scoreDefinition(context, view),
    source:
      creditText(context.credit, locale) ?? say(locale, '各产业大脑报送', 'Reported by the brains'),
    asOf: periodEnd(view.period),
    knownAt: knownAt.at(-1) ?? null,
    simulated: slices.some(({ origins }) => origins.includes('simulated')),
    indicators,
    ...fields,
    notes: [...scoreNotes(context, view), ...(fields.notes ?? [])],
  })
}

const scoreDefinition = ({ locale }: FigureContext, { card }: ScoreView): string =>
  say(
    locale,
    `按「${card.name.zh}」计分：各项自 0 分值至满分值线性计 0—100 分，按权重加总；只取当月报送值，未报项不计为零，按已知权重折算；已知权重不足 ${percentText(card.leastCoverage)} 不定级；累计量按全年目标计分；即时试算，等级以公布为准`,
    `By "${card.name.en}": 0–100 points on a straight line from zero to full, added up by weight; only the month’s own readings; what is not reported is no zero, the score is over the known weights; no grade below ${percentText(card.leastCoverage)} of them; cumulative flows against the goal of the whole year; computed as of now, the published grade is what counts`,
  )

/** Whose weights those of a demonstration are. */
export const demoNote = (locale: Locale): string =>
  say(
    locale,
    '演示权重：官方评分卡未公开，指标、权重、分值为本系统示例',
    'Demo weights: the official card is not public; items, weights and goals are examples of this product',
  )

function scoreNotes({ locale }: FigureContext, { card, isWhatIf }: ScoreView): readonly string[] {
  return [
    ...(card.demonstration ? [demoNote(locale)] : []),
    ...(isWhatIf
      ? [say(locale, '权重为测算所设，非实绩', 'The weights are tried out: not a result')]
      : []),
  ]
}

/** Why nothing can be scored: an indicator is still on its way or could not be read, or nobody has reported. */
export function withoutScores(
  context: FigureContext,
  view: ScoreView,
  id: string,
  title: string,
): AbsentFigure | null {
  const unread = indicatorsOf(view).find((indicator) => context.unread?.has(indicator))
  if (unread) return absentFigure(context, id, title, notReportedYet(context, unread))
  if (view.ranking.some(({ score }) => score !== null)) return null
  return absentFigure(
    context,
    id,
    title,
    indicatorsOf(view).some((indicator) => context.cube.slices.has(indicator))
      ? say(
          context.locale,
          `${formatPeriod(view.period, 'zh-CN')}没有产业大脑报送评分指标`,
          `No brain has reported a scored indicator for ${formatPeriod(view.period, 'en')}`,
        )
      : notReportedYet(context),
  )
}
