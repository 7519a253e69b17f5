import { tag, value } from '../../xml.ts'
import { labelsXml } from './labels.ts'
import type { CategoryChart, Cloud, PointStyle, Series } from './nativeChart.ts'
import { lineXml, markerXml, shapeXml, strokeXml } from './paint.ts'
import { cells, numbersXml, textsXml } from './references.ts'

/** Head of a series: place in the order, name from the first row of its column. */
const headXml = (name: string, order: number, column: number): string =>
  value('c:idx', order) +
  value('c:order', order) +
  tag('c:tx', {}, textsXml(cells(column, 1, 1), [name]))

/** A series over categories; it stands in the column of the workbook that follows its order. */
export function seriesXml(series: Series, order: number, { categories }: CategoryChart): string {
  const { shape, fill, stroke, marker, points, values, decimals, name, posts } = series
  const [column, last] = [order + 1, categories.length + 1]
  const words = labelsXml(series, shape)
  const body = [
    tag('c:cat', {}, textsXml(cells(0, 2, last), categories)),
    tag('c:val', {}, numbersXml(cells(column, 2, last), values, decimals)),
  ]
  const head = headXml(name, order, column)
  const own = [...points].map(([at, style]) => pointXml(at, style, series))
  switch (shape) {
    case 'bar':
    case 'thinBar': {
      const paint = shapeXml(fill, stroke)
      return tag('c:ser', {}, head, paint, value('c:invertIfNegative', 0), ...own, words, ...body)
    }
    case 'area':
      return tag('c:ser', {}, head, shapeXml(fill, stroke), words, ...body)
    case 'line': {
      const line = [head, lineXml(stroke), markerXml(marker), ...own, words]
      const bars = posts ? postsXml(series) : ''
      return tag('c:ser', {}, ...line, bars, ...body, value('c:smooth', 0))
    }
  }
}

/** One point that is drawn in its own way. */
function pointXml(at: number, style: PointStyle, series: Series | Cloud): string {
  const { fill = series.fill, stroke = series.stroke, marker = series.marker } = style
  const isBar = 'shape' in series && series.shape !== 'line'
  return tag(
    'c:dPt',
    {},
    value('c:idx', at),
    isBar ? value('c:invertIfNegative', 0) : markerXml(marker),
    value('c:bubble3D', 0),
    isBar ? shapeXml(fill, stroke) : lineXml(stroke),
  )
}

/** Error bars over the whole value, down to the axis. */
const postsXml = ({ posts }: Series): string =>
  tag(
    'c:errBars',
    {},
    value('c:errDir', 'y'),
    value('c:errBarType', 'minus'),
    value('c:errValType', 'percentage'),
    value('c:noEndCap', 1),
    value('c:val', 100),
    tag('c:spPr', {}, strokeXml(posts ?? null)),
  )

/** Columns of the workbook of points: name, series, x, y, size. */
export const POINT_COLUMNS = { name: 0, series: 1, x: 2, y: 3, size: 4 } as const

/** Points that share a colour; they are the rows `from` to `from + count - 1` of the workbook. */
export function cloudXml(cloud: Cloud, order: number, from: number): string {
  const { name, xs, ys, decimals, stroke, marker, points } = cloud
  const last = from + xs.length - 1
  return tag(
    'c:ser',
    {},
    value('c:idx', order),
    value('c:order', order),
    tag('c:tx', {}, textsXml(cells(POINT_COLUMNS.series, from, from), [name])),
    lineXml(stroke),
    markerXml(marker),
    ...[...points].map(([at, style]) => pointXml(at, style, cloud)),
    labelsXml(cloud, 'cloud'),
    tag('c:xVal', {}, numbersXml(cells(POINT_COLUMNS.x, from, last), xs, decimals)),
    tag('c:yVal', {}, numbersXml(cells(POINT_COLUMNS.y, from, last), ys, decimals)),
    value('c:smooth', 0),
  )
}
