import { ink, PRINT } from '../paper.ts'
import { tag, value, XML_HEAD } from '../../xml.ts'
import { categoryAxisXml, valueAxisXml, type AxisIds } from './axisXml.ts'
import { richXml } from './labels.ts'
import type { CategoryChart, NativeChart, Plot, PointChart, Series } from './nativeChart.ts'
import { shapeXml, strokeXml, wordsXml, type Stroke } from './paint.ts'
import { cloudXml, seriesXml } from './seriesXml.ts'

const NAMESPACES = {
  'xmlns:c': 'http://schemas.openxmlformats.org/drawingml/2006/chart',
  'xmlns:a': 'http://schemas.openxmlformats.org/drawingml/2006/main',
  'xmlns:r': 'http://schemas.openxmlformats.org/officeDocument/2006/relationships',
}

/** Categories and values; behind them a second pair for thin bars within others. */
const AXES = { category: 111_111_101, value: 111_111_102 } as const
const THIN_AXES = { category: 111_111_103, value: 111_111_104 } as const
type AxisPair = { readonly category: number; readonly value: number }

const AXIS_LINE: Stroke = { color: ink(PRINT.lineStrong), width: 1 }
const GRID: Stroke = { color: ink(PRINT.line), width: 0.75 }

/** The relation by which a chart knows its workbook. */
export const WORKBOOK_RELATION = 'rId1'

/**
 * The part of a chart (ECMA-376 part 1, §21.2), in the order of its schema. The library's own writer puts 0 in
 * the workbook where a value is absent, and elements where the schema has none.
 */
export const chartXml = (chart: NativeChart): string =>
  XML_HEAD +
  tag(
    'c:chartSpace',
    NAMESPACES,
    value('c:date1904', 0),
    value('c:roundedCorners', 0),
    tag(
      'c:chart',
      {},
      chart.title ? titleXml(chart) : '',
      value('c:autoTitleDeleted', chart.title ? 0 : 1),
      tag(
        'c:plotArea',
        {},
        layoutXml('inner', chart.plot),
        chart.kind === 'categories' ? categoriesXml(chart) : pointsXml(chart),
        shapeXml(null, null),
      ),
      legendXml(chart),
      value('c:plotVisOnly', 1),
      value('c:dispBlanksAs', 'gap'),
    ),
    tag('c:spPr', {}, '<a:noFill/>', strokeXml(null)),
    wordsXml({ size: 12, color: ink(PRINT.text2) }),
    tag('c:externalData', { 'r:id': WORKBOOK_RELATION }, value('c:autoUpdate', 0)),
  )

const layoutXml = (target: 'inner' | null, { x, y, w, h }: Plot): string =>
  tag(
    'c:layout',
    {},
    tag(
      'c:manualLayout',
      {},
      target ? value('c:layoutTarget', target) : '',
      value('c:xMode', 'edge'),
      value('c:yMode', 'edge'),
      value('c:x', x),
      value('c:y', y),
      value('c:w', w),
      value('c:h', h),
    ),
  )

const titleXml = ({ title }: NativeChart): string =>
  tag(
    'c:title',
    {},
    tag('c:tx', {}, richXml(title, { size: 12, color: ink(PRINT.text1), bold: true })),
    tag(
      'c:layout',
      {},
      tag(
        'c:manualLayout',
        {},
        ...[value('c:xMode', 'edge'), value('c:yMode', 'edge'), value('c:x', 0), value('c:y', 0)],
      ),
    ),
    value('c:overlay', 1),
  )

/** A key above the plot, without the series that name themselves. */
function legendXml(chart: NativeChart): string {
  if (chart.legend === null) return ''
  const all = chart.kind === 'categories' ? chart.series : chart.clouds
  const hidden = all.flatMap(({ inLegend }, idx) =>
    inLegend ? [] : [tag('c:legendEntry', {}, value('c:idx', idx), value('c:delete', 1))],
  )
  return tag(
    'c:legend',
    {},
    value('c:legendPos', 't'),
    ...hidden,
    layoutXml(null, { x: 0, y: 0, w: 1, h: chart.legend.h }),
    value('c:overlay', 0),
    wordsXml(chart.legend.type),
  )
}

const SHAPES = ['area', 'bar', 'thinBar', 'line'] as const

function categoriesXml(chart: CategoryChart): string {
  const placed = chart.series.map((series, order) => ({ series, order }))
  const groups = SHAPES.flatMap((shape) => {
    const own = placed.filter(({ series }) => series.shape === shape)
    if (own.length === 0) return []
    const written = own.map(({ series, order }) => seriesXml(series, order, chart))
    return [groupXml(shape, written, chart)]
  })
  const thin = placed.some(({ series }) => series.shape === 'thinBar')
  const axes = axesXml(chart, AXES, false) + (thin ? axesXml(chart, THIN_AXES, true) : '')
  return groups.join('') + axes
}

const idsXml = ({ category, value: values }: AxisPair): string =>
  value('c:axId', category) + value('c:axId', values)

function groupXml(
  shape: Series['shape'],
  series: readonly string[],
  { isTurned, gap, thinGap = gap }: CategoryChart,
): string {
  const plain = value('c:varyColors', 0)
  switch (shape) {
    case 'area':
      return tag('c:areaChart', {}, value('c:grouping', 'stacked'), plain, ...series, idsXml(AXES))
    case 'line':
      return tag(
        'c:lineChart',
        {},
        ...[value('c:grouping', 'standard'), plain, ...series, value('c:marker', 1), idsXml(AXES)],
      )
    case 'bar':
    case 'thinBar':
      return tag(
        'c:barChart',
        {},
        value('c:barDir', isTurned ? 'bar' : 'col'),
        value('c:grouping', 'clustered'),
        plain,
        ...series,
        value('c:gapWidth', shape === 'bar' ? gap : thinGap),
        value('c:overlap', 100),
        idsXml(shape === 'bar' ? AXES : THIN_AXES),
      )
  }
}

function axesXml(chart: CategoryChart, pair: AxisPair, isHidden: boolean): string {
  const { isTurned, every, categoryType: type, axis } = chart
  const category: AxisIds = { own: pair.category, crossed: pair.value }
  const values: AxisIds = { own: pair.value, crossed: pair.category }
  const isBars = chart.series.some(({ shape }) => shape === 'bar')
  return (
    categoryAxisXml(category, {
      ...{ position: isTurned ? 'l' : 'b', line: AXIS_LINE, grid: null, isHidden },
      ...{ type, every, isReversed: isTurned },
    }) +
    valueAxisXml(
      values,
      axis,
      {
        ...{ position: isTurned ? 'b' : 'l', line: null, grid: axis.isShown ? GRID : null },
        isHidden: isHidden || !axis.isShown,
      },
      isBars ? 'between' : 'midCat',
    )
  )
}

function pointsXml({ clouds, x, y }: PointChart): string {
  let from = 2
  const written = clouds.map((cloud, order) => {
    const xml = cloudXml(cloud, order, from)
    from += cloud.xs.length
    return xml
  })
  return (
    tag(
      'c:scatterChart',
      {},
      value('c:scatterStyle', 'lineMarker'),
      value('c:varyColors', 0),
      ...written,
      idsXml(AXES),
    ) +
    valueAxisXml(
      { own: AXES.category, crossed: AXES.value },
      x,
      { position: 'b', line: AXIS_LINE, grid: GRID, isHidden: false },
      'midCat',
    ) +
    valueAxisXml(
      { own: AXES.value, crossed: AXES.category },
      y,
      { position: 'l', line: null, grid: GRID, isHidden: false },
      'midCat',
    )
  )
}
