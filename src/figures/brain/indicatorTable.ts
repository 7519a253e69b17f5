import type { Brain } from '../../domain/brain.ts'
import { REPORTED_INDICATORS } from '../../domain/catalogue/index.ts'
import type { FigureContext } from '../definition.ts'
import type { Figure } from '../figure.ts'
import type { TableFigure } from '../kinds/tableFigure.ts'
import { absentFigure } from '../meaning.ts'
import { say } from '../text/words.ts'
import type { BrainFigure } from './brainFigure.ts'
import { brainIndicators, type IndicatorGroupRows } from './brainIndicators.ts'
import { brainMeaning } from './brainMeaning.ts'
import type { IndicatorRow } from './indicatorRow.ts'
import { nothingReported } from './nothingReported.ts'

const ID = 'brain-indicators'
const name = { zh: '全部指标', en: 'All indicators' }
const NONE = '—'

export const brainIndicatorTable: BrainFigure = {
  id: ID,
  name,
  build: (context, brain) => indicatorTable(context, brain, brainIndicators()(context, brain.id)),
}

/** The rows of a profile's table as a figure, in the order in which the page shows them. */
export function indicatorTable(
  context: FigureContext,
  brain: Brain,
  groups: readonly IndicatorGroupRows[],
): Figure {
  const { locale } = context
  const title = say(locale, name.zh, name.en)
  const rows = groups.flatMap((group) => group.rows)
  const known = rows.filter(({ reason }) => reason === null)
  const [first] = REPORTED_INDICATORS
  if (known.length === 0 && first)
    return absentFigure(context, ID, title, nothingReported(context, brain, first))
  return {
    ...brainMeaning(
      context,
      brain,
      rows.map(({ indicator }) => indicator),
      known.flatMap(({ last }) => last?.period ?? []),
      {
        ...{ id: ID, title },
        definition: say(
          locale,
          '报送口径，非统计部门数据，各指标口径见指标字典；累计量为 1 月至当月，1 月并入 1—2 月；中位数与位次按数据期内有数的产业大脑计，方向中性的指标不排位（/）',
          'As reported, not official statistics, each indicator as defined in the dictionary; cumulative values run from January, which is reported with February; medians and ranks count brains with a value in the period, indicators without a better direction are not ranked (/)',
        ),
        finding: say(
          locale,
          `${brain.name}的 ${rows.length} 项报送指标中 ${known.length} 项有读数。`,
          `${brain.name}: ${known.length} of ${rows.length} reported indicators have a reading.`,
        ),
      },
    ),
    kind: 'table',
    columns: columnsOf(context, rows),
    rows: rows.map((row) => cellsOf(context, row)),
  }
}

function columnsOf(
  { locale }: FigureContext,
  [first]: readonly IndicatorRow[],
): TableFigure['columns'] {
  const end = 'end' as const
  return [
    { id: 'name', title: say(locale, '指标', 'Indicator'), align: 'start' },
    { id: 'unit', title: say(locale, '单位', 'Unit'), align: 'start' },
    ...(first?.cells ?? []).map(({ period, early }) => ({
      ...{ id: period, align: end },
      title: early ? say(locale, `${period} 未到期`, `${period}, not due`) : period,
    })),
    { id: 'change', title: say(locale, '同比', 'y/y'), align: end },
    { id: 'domainMedian', title: say(locale, '领域中位', 'Domain med.'), align: end },
    { id: 'provinceMedian', title: say(locale, '全省中位', 'Prov. med.'), align: end },
    { id: 'domainRank', title: say(locale, '领域位次', 'Domain rank'), align: end },
    { id: 'provinceRank', title: say(locale, '全省位次', 'Prov. rank'), align: end },
    { id: 'period', title: say(locale, '数据期', 'Period'), align: 'start' },
  ]
}

const cellsOf = ({ locale }: FigureContext, row: IndicatorRow): string[] => [
  row.cumulative ? say(locale, `${row.name}（累计）`, `${row.name} (cum.)`) : row.name,
  row.unit,
  ...row.cells.map(({ text }) => text),
  changeOf(row, say(locale, '个百分点', 'pp')),
  ...[row.domainMedian, row.provinceMedian, row.domainRank, row.provinceRank],
  row.last?.period ?? NONE,
]

/** Changes of rates are points: the unit stands with the number. */
const changeOf = ({ change, changeUnit }: IndicatorRow, points: string): string =>
  !/\d/.test(change) ? change : changeUnit === 'pp' ? `${change} ${points}` : `${change}%`
