import type { Brain } from '../../domain/brain.ts'
import type { Forecast } from '../../domain/assessment/forecast.ts'
import { scoreCourse } from '../../domain/assessment/score.ts'
import { scoreForecaster, type ScoreForecaster } from '../../domain/assessment/scoreForecast.ts'
import { periodOf, periodRange } from '../../domain/period.ts'
import type { LocalText } from '../../domain/text.ts'
import type { FigureContext } from '../definition.ts'
import type { AbsentFigure } from '../kinds/absentFigure.ts'
import type { LineFigure, LinePanel } from '../kinds/lineFigure.ts'
import { absentFigure } from '../meaning.ts'
import { say } from '../text/words.ts'
import { backTestWords, forecastDefinition, noForecastWords } from './forecastWords.ts'
import { scoreMeaning, scoreTitle, withoutScores } from './scoreMeaning.ts'
import type { ScoreView } from './scoreView.ts'
import { scoreText } from './scoreWords.ts'

const ID = 'assessment-forecast'
const name: LocalText = { zh: '年末得分测算', en: 'Score at the end of the year' }

const made = new WeakMap<ScoreView, ScoreForecaster>()

/** The forecasts of a view: tried on past years once, then asked for every brain. */
export function forecasterOf({ cube }: FigureContext, view: ScoreView): ScoreForecaster {
  const { card, frame, period } = view
  const forecaster = made.get(view) ?? scoreForecaster(cube, card, frame.brains, period)
  made.set(view, forecaster)
  return forecaster
}

/** The score of a brain month by month, and in December with the interval that held 80 % of past ones. */
export function forecastLine(
  context: FigureContext,
  view: ScoreView,
  brain: Brain,
): LineFigure | AbsentFigure {
  const { locale } = context
  const title = scoreTitle(context, view, name, true)
  const absent = withoutScores(context, view, ID, title)
  if (absent) return absent
  const forecaster = forecasterOf(context, view)
  const forecast = forecaster.of(brain.id, view.judged.get(brain.id))
  if (typeof forecast === 'string')
    return absentFigure(context, ID, title, noForecastWords(forecast, forecaster.test, locale))
  const { year } = periodOf(view.period)
  const months = periodRange(`${year}-01`, view.period)
  return {
    ...scoreMeaning(context, view, {
      ...{ id: ID, title, scope: brain.name, definition: forecastDefinition(locale) },
      period: say(locale, `${year} 年末`, `end of ${year}`),
      finding: finding(context, brain, forecast, year),
      notes: [
        backTestWords(forecaster.test, locale),
        say(
          locale,
          '累计量按全年目标计分，年内得分随月份上升；其间各月不作测算',
          'Flows are scored against the goal of the year, so scores rise by the month; the months between are not foreseen',
        ),
      ],
    }),
    kind: 'line',
    periods: [...months, `${year}-12`],
    panels: [panelOf(context, view, brain, forecast, months)],
    focus: null,
    fromZero: false,
  }
}

function panelOf(
  { locale, cube }: FigureContext,
  { card, judged }: ScoreView,
  brain: Brain,
  { value, low, high }: Forecast,
  months: readonly string[],
): LinePanel {
  const scores = scoreCourse(cube, card, brain.id, months, judged.get(brain.id)).map(
    ({ score, grade }) => (grade === null ? null : score),
  )
  const last = scores.at(-1) ?? null
  const before = months.slice(1).map(() => null)
  return {
    ...{ id: brain.id, title: '', events: [] },
    series: [
      {
        ...{ id: 'score', name: say(locale, '得分', 'score'), tone: 'fact', preliminary: [] },
        ...{ values: [...scores, null], endText: scoreText(last) },
      },
      {
        ...{ id: 'forecast', name: say(locale, '测算', 'what-if'), tone: 'reference' },
        ...{ values: [...before, last, value], preliminary: [], endText: scoreText(value) },
      },
    ],
    band: {
      name: say(locale, '80% 区间（测算）', '80% interval (what-if)'),
      low: [...before, last, low],
      high: [...before, last, high],
    },
    targets: card.bands
      .filter(({ from, passes }) => passes && from > low - NEAR && from < high + NEAR)
      .map(({ from }) => ({ value: from, label: say(locale, `${from} 分`, `${from} points`) })),
  }
}

/** Limits of grades that lie this near are drawn. */
const NEAR = 10

function finding(
  { locale }: FigureContext,
  brain: Brain,
  { value, low, high }: Forecast,
  year: number,
): string {
  const range = `${scoreText(low)}—${scoreText(high)}`
  return say(
    locale,
    `测算：${brain.name} ${year} 年末得分 ${scoreText(value)}，80% 区间 ${range}。`,
    `What-if: ${brain.name} scores ${scoreText(value)} at the end of ${year}, 80% interval ${range}.`,
  )
}
