import type { Brain } from '../../domain/brain.ts'
import { platformsComputeScheduled } from '../../domain/catalogue/headline.ts'
import type { FigureContext } from '../definition.ts'
import type { AbsentFigure } from '../kinds/absentFigure.ts'
import type { TableFigure } from '../kinds/tableFigure.ts'
import { absentFigure } from '../meaning.ts'
import { sentence } from '../text/findings.ts'
import { say } from '../text/words.ts'
import type { BrainFigure } from './brainFigure.ts'
import { brainMeaning } from './brainMeaning.ts'
import { nothingReported } from './nothingReported.ts'
import { platformLines, type PlatformLine } from './platformLines.ts'

const ID = 'brain-platforms'
const name = { zh: '四大平台与数据仓', en: 'Platforms and warehouses' }

/** Platforms and warehouses of a brain, and what the page draws beside each row. */
export interface PlatformPanel {
  readonly figure: TableFigure | AbsentFigure
  readonly bars: readonly Pick<PlatformLine, 'group' | 'value' | 'median'>[]
}

export const brainPlatforms: BrainFigure = {
  id: ID,
  name,
  build: (context, brain) => platformPanel(context, brain).figure,
}

/** Last values of a year beside the medians of the domain; what the brain never reported is left out. */
export function platformPanel(context: FigureContext, brain: Brain): PlatformPanel {
  const lines = platformLines(context, brain.id)
  if (lines.length > 0) return { figure: figureOf(context, brain, lines), bars: lines }
  const title = say(context.locale, name.zh, name.en)
  const reason = nothingReported(context, brain, platformsComputeScheduled)
  return { figure: absentFigure(context, ID, title, reason), bars: [] }
}

function figureOf(
  context: FigureContext,
  brain: Brain,
  lines: readonly PlatformLine[],
): TableFigure {
  const { locale } = context
  const traces = lines.map(({ trace }) => trace)
  return {
    ...brainMeaning(
      context,
      brain,
      traces.map(({ indicator }) => indicator),
      traces.map(({ period }) => period),
      {
        id: ID,
        title: say(locale, name.zh, name.en),
        definition: say(
          locale,
          '各平台与数据仓以代表其规模的报送指标计，口径见指标字典；中位数与位次按同领域同期有数的产业大脑计',
          'Each platform and warehouse by the reported indicator of its size, as defined in the dictionary; medians and ranks among brains of the domain with a value in the period',
        ),
        finding: finding(context, brain, lines),
      },
    ),
    kind: 'table',
    columns: [
      { id: 'group', title: say(locale, '类别', 'Kind'), align: 'start' },
      { id: 'name', title: say(locale, '名称', 'Name'), align: 'start' },
      { id: 'value', title: say(locale, '数值', 'Value'), align: 'end' },
      { id: 'unit', title: say(locale, '单位', 'Unit'), align: 'start' },
      { id: 'median', title: say(locale, '领域中位', 'Domain median'), align: 'end' },
      { id: 'rank', title: say(locale, '位次', 'Rank'), align: 'end' },
      { id: 'period', title: say(locale, '数据期', 'Period'), align: 'start' },
    ],
    rows: lines.map((line) => [
      line.group === 'platform'
        ? say(locale, '平台', 'Platform')
        : say(locale, '数据仓', 'Warehouse'),
      ...[line.name, line.text, line.unit, line.medianText, line.rank, line.trace.period],
    ]),
    traces,
  }
}

function finding({ locale }: FigureContext, brain: Brain, lines: readonly PlatformLine[]): string {
  const compared = lines.filter(({ others }) => others > 0)
  const above = compared.filter(({ value, median }) => value > (median ?? 0)).length
  return sentence(locale, [
    say(
      locale,
      `${brain.name}平台与数据仓 ${lines.length} 项有数`,
      `${brain.name}: ${lines.length} platforms and warehouses with a value`,
    ),
    compared.length === 0
      ? say(locale, '领域内没有其他可比的大脑', 'no other brain of the domain to compare with')
      : say(
          locale,
          `${above} 项高于领域中位数`,
          `${above} of ${compared.length} above the median of the domain`,
        ),
  ])
}
