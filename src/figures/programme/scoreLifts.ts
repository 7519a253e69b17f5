import type { Brain } from '../../domain/brain.ts'
import { liftsOf, type Lift } from '../../domain/assessment/lift.ts'
import type { LocalText } from '../../domain/text.ts'
import type { FigureContext } from '../definition.ts'
import type { AbsentFigure } from '../kinds/absentFigure.ts'
import type { TableFigure } from '../kinds/tableFigure.ts'
import { absentFigure } from '../meaning.ts'
import { say } from '../text/words.ts'
import { scoreMeaning, scoreTitle, withoutScores } from './scoreMeaning.ts'
import { scoreIn, type ScoreView } from './scoreView.ts'
import { gapText, nodeName, scoreText, valueText } from './scoreWords.ts'

const ID = 'assessment-lifts'
const name: LocalText = { zh: '提升得分的着力点', en: 'What would lift the score' }

/** The items that could add most to the score of a brain: what is missing, in their own units. */
export function scoreLifts(
  context: FigureContext,
  view: ScoreView,
  brain: Brain,
): TableFigure | AbsentFigure {
  const { locale } = context
  const title = scoreTitle(context, { ...view, isWhatIf: true }, name)
  const absent = withoutScores(context, view, ID, title)
  if (absent) return absent
  const result = scoreIn(context, view, brain.id)
  const lifts = liftsOf(view.card, result)
  const [first] = lifts
  if (!first) {
    const reason =
      result.score === null
        ? say(locale, '没有可计分的报送值', 'Nothing to score')
        : say(locale, '已知各项均为满分', 'Every known item has full points')
    return absentFigure(context, ID, title, reason)
  }
  return {
    ...scoreMeaning(context, view, {
      ...{ id: ID, title, scope: brain.name, finding: finding(context, brain, first) },
      notes: [
        say(
          locale,
          '测算：其他各项不变，一次只改一项；未报送项的提升未知，不列',
          'What-if: one item at a time, all else unchanged; what is not reported is left out',
        ),
      ],
    }),
    kind: 'table',
    columns: COLUMNS.map(([id, zh, en, align]) => ({ id, title: say(locale, zh, en), align })),
    rows: lifts.map((lift) => rowOf(context, lift)),
    traces: lifts.map(({ item: { indicator } }) => ({
      ...{ indicator, entity: brain.id, period: view.period },
    })),
  }
}

const COLUMNS = [
  ['item', '评分项', 'Item', 'start'],
  ['value', '现值', 'Now', 'end'],
  ['full', '满分值', 'Full points at', 'end'],
  ['gap', '距满分', 'To full points', 'end'],
  ['gain', '总分可增', 'Score gains', 'end'],
  ['next', '单项升级所需', 'Next grade by this alone', 'end'],
] as const

function rowOf({ locale }: FigureContext, lift: Lift): readonly string[] {
  const { item, value, gap, gain, toNextGrade } = lift
  return [
    nodeName(item, locale),
    valueText(item, value, locale),
    valueText(item, item.full, locale),
    gapText(item, gap, locale),
    `+${scoreText(gain)}`,
    toNextGrade === null ? '—' : gapText(item, toNextGrade, locale),
  ]
}

function finding({ locale }: FigureContext, brain: Brain, { item, gap, gain }: Lift): string {
  const what = gapText(item, gap, locale)
  return say(
    locale,
    `${brain.name}：${nodeName(item, locale)}${what}，总分可增 ${scoreText(gain)}（测算）。`,
    `${brain.name}: ${nodeName(item, locale)} ${what} would add ${scoreText(gain)} (what-if).`,
  )
}
