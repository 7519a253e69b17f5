import type { Brain } from '../../domain/brain.ts'
import type { ItemForecaster } from '../../domain/assessment/forecast.ts'
import { pointsOf } from '../../domain/assessment/points.ts'
import { periodOf } from '../../domain/period.ts'
import type { LocalText } from '../../domain/text.ts'
import type { FigureContext } from '../definition.ts'
import type { AbsentFigure } from '../kinds/absentFigure.ts'
import type { TableFigure } from '../kinds/tableFigure.ts'
import { absentFigure } from '../meaning.ts'
import { say } from '../text/words.ts'
import { forecasterOf } from './forecastLine.ts'
import { backTestCell, forecastDefinition, noForecastWords } from './forecastWords.ts'
import { scoreMeaning, scoreTitle, withoutScores } from './scoreMeaning.ts'
import { scoreIn, type ScoreView } from './scoreView.ts'
import { nodeName, scoreText, valueText } from './scoreWords.ts'

const ID = 'assessment-forecast-items'
const name: LocalText = { zh: '各项年末测算', en: 'Items at the end of the year' }

/** Every scored item of a brain in December with its interval, or why nothing can be said of it. */
export function forecastTable(
  context: FigureContext,
  view: ScoreView,
  brain: Brain,
): TableFigure | AbsentFigure {
  const { locale } = context
  const title = scoreTitle(context, view, name, true)
  const absent = withoutScores(context, view, ID, title)
  if (absent) return absent
  const forecaster = forecasterOf(context, view)
  const { year, index } = periodOf(view.period)
  if (index === 12)
    return absentFigure(context, ID, title, noForecastWords('yearOver', forecaster.test, locale))
  const items = forecaster.items.filter((entry) => entry !== null)
  const stated = items.filter((entry) => typeof entry.of(brain.id) !== 'string').length
  const values = scoreIn(context, view, brain.id).items
  return {
    ...scoreMeaning(context, view, {
      ...{ id: ID, title, scope: brain.name, definition: forecastDefinition(locale) },
      ...{ unit: '', period: say(locale, `${year} 年末`, `end of ${year}`) },
      notes: [
        say(
          locale,
          '回测：往年同月的例数；误差为相对简单外推的减少；覆盖为 80% 区间实际覆盖的比例',
          'Tried: cases of the same month in past years; error against the naive guess; how much the 80% interval held',
        ),
      ],
      finding: say(
        locale,
        `测算：${brain.name} ${items.length} 项中 ${stated} 项可测算至 ${year} 年末，其余历史不足或未报送。`,
        `What-if: ${stated} of ${items.length} items of ${brain.name} can be foreseen to the end of ${year}; the others have a short history or no report.`,
      ),
    }),
    kind: 'table',
    columns: COLUMNS.map(([id, zh, en, align]) => ({ id, title: say(locale, zh, en), align })),
    rows: items.map((entry) => {
      const now = values.find(({ item }) => item.id === entry.item.id)?.value ?? null
      return rowOf(context, entry, brain, now)
    }),
    traces: values.flatMap(({ item, cell }) => (item.kind === 'item' ? [cell] : [])),
  }
}

const COLUMNS = [
  ['item', '评分项', 'Item', 'start'],
  ['value', '现值', 'Now', 'end'],
  ['forecast', '年末测算', 'End of the year', 'end'],
  ['interval', '80% 区间', '80% interval', 'end'],
  ['points', '测算得分', 'Points then', 'end'],
  ['test', '回测', 'Tried on past years', 'start'],
] as const

function rowOf(
  { locale }: FigureContext,
  { item, of, test }: ItemForecaster,
  brain: Brain,
  now: number | null,
): readonly string[] {
  const forecast = of(brain.id)
  const head = [nodeName(item, locale), now === null ? '—' : valueText(item, now, locale)]
  if (typeof forecast === 'string')
    return [...head, '—', '—', '—', noForecastWords(forecast, test, locale)]
  const { value, low, high } = forecast
  const print = (of: number): string => valueText(item, of, locale)
  return [
    ...head,
    print(value),
    `${print(low)} — ${print(high)}`,
    scoreText(pointsOf(item, value)),
    backTestCell(test, locale),
  ]
}
