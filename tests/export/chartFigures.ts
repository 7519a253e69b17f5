import type { Figure } from '../../src/figures/figure.ts'
import type { AreaFigure } from '../../src/figures/kinds/areaFigure.ts'
import type { BarFigure, BarRow } from '../../src/figures/kinds/barFigure.ts'
import type { LineFigure, LinePanel, LineSeries } from '../../src/figures/kinds/lineFigure.ts'
import type { ScatterFigure } from '../../src/figures/kinds/scatterFigure.ts'
import { DESK_FIGURES } from '../../src/figures/desk/registry.ts'
import { deskOf } from '../figures/desk/deskContext.ts'
import { deckOf } from './decks.ts'
import { exported, wallFigures } from './exportable.ts'
import { all, openDeck, type OpenedChart, type OpenedSlide } from './openedDeck.ts'

const figures = [
  ...wallFigures('demo', 'zh-CN'),
  ...DESK_FIGURES.map(({ build }) => build(deskOf('demo'))),
]
const found = <T extends Figure>(id: string): T => {
  const figure = figures.find((one) => one.id === id)
  if (!figure) throw new Error(`There is no figure ${id}`)
  return figure as T
}

export const bar = found<BarFigure>('domain-revenue')
export const racks = found<BarFigure>('rack-capacity')
export const trend = found<LineFigure>('selection-trend')
export const buildOut = found<AreaFigure>('build-out')
export const scatter = found<ScatterFigure>('selection-scatter')

export const slidesFor = async (figure: Figure): Promise<readonly OpenedSlide[]> =>
  (await openDeck(await deckOf([exported(figure)]))).slides

export const chartsFor = async (figure: Figure): Promise<OpenedChart[]> =>
  (await slidesFor(figure)).flatMap(({ charts }) => charts)

export async function chartFor(figure: Figure): Promise<OpenedChart> {
  const [chart] = await chartsFor(figure)
  if (!chart) throw new Error('There is no chart')
  return chart
}

export const seriesXml = ({ xml }: OpenedChart): string[] => all(xml, 'c:ser')

/** A trend of one line with these values over as many months. */
export function lineOf(
  values: readonly (number | null)[],
  series: Partial<LineSeries> = {},
): LineFigure {
  const periods = values.map((_, i) => `2025-${String(i + 1).padStart(2, '0')}`)
  const line: LineSeries = {
    ...{ id: 'a', name: '全省', tone: 'fact', values, preliminary: [], endText: '4.0' },
    ...series,
  }
  const panel: LinePanel = {
    ...{ id: 'all', title: '', series: [line], band: null, targets: [], events: [] },
  }
  return { ...trend, periods, panels: [panel], focus: null, partialNote: '' }
}

export const rowsOf = (count: number, of: (i: number) => Partial<BarRow>): BarRow[] =>
  Array.from({ length: count }, (_, i) => ({
    ...{ id: `r${i}`, label: `行 ${i + 1}`, tone: 'fact' as const, values: [count - i] },
    ...{ columns: [], warning: null, ...of(i) },
  }))

export const barOf = (rows: readonly BarRow[], more: Partial<BarFigure> = {}): BarFigure => ({
  ...bar,
  ...{ rows, columns: [], breakAfter: null, focus: null, threshold: null },
  ...more,
})

export const maxOf = ({ xml }: OpenedChart): string | undefined =>
  /<c:max val="([^"]*)"/.exec(xml)?.[1]
