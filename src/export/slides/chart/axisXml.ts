import { tag, value } from '../../xml.ts'
import { richXml } from './labels.ts'
import type { Axis } from './nativeChart.ts'
import { strokeXml, wordsXml, type Stroke, type Type } from './paint.ts'
import { decimalsOf, printedFormat } from './references.ts'

/** Numbers by which the axes of a chart know each other. */
export interface AxisIds {
  readonly own: number
  readonly crossed: number
}

/** What an axis looks like and where it stands. */
export interface AxisPlace {
  readonly position: 'l' | 'b' | 't' | 'r'
  readonly line: Stroke | null
  readonly grid: Stroke | null
  readonly isHidden: boolean
}

export interface CategoryAxis extends AxisPlace {
  readonly type: Type
  readonly every: number
  /** Counted from the top, and crossing the values at zero: horizontal bars. */
  readonly isReversed: boolean
}

const paintXml = (stroke: Stroke | null): string => tag('c:spPr', {}, strokeXml(stroke))

const gridXml = (grid: Stroke | null): string =>
  grid === null ? '' : tag('c:majorGridlines', {}, paintXml(grid))

/** Where names are further apart, programs that tick every category would make a comb of it. */
const MOST_TICKED = 3

/** Names of categories; ticks only where they are spread over time. */
export const categoryAxisXml = (
  { own, crossed }: AxisIds,
  { position, line, grid, isHidden, type, every, isReversed }: CategoryAxis,
): string =>
  tag(
    'c:catAx',
    {},
    value('c:axId', own),
    tag('c:scaling', {}, value('c:orientation', isReversed ? 'maxMin' : 'minMax')),
    value('c:delete', isHidden ? 1 : 0),
    value('c:axPos', position),
    gridXml(grid),
    tag('c:numFmt', { formatCode: 'General', sourceLinked: 0 }),
    value('c:majorTickMark', isReversed || every > MOST_TICKED ? 'none' : 'out'),
    value('c:minorTickMark', 'none'),
    value('c:tickLblPos', 'low'),
    paintXml(line),
    wordsXml(type, isReversed ? 'square' : 'level'),
    value('c:crossAx', crossed),
    value('c:crosses', isReversed ? 'autoZero' : 'min'),
    value('c:auto', 0),
    value('c:lblAlgn', 'ctr'),
    value('c:lblOffset', 60),
    value('c:tickLblSkip', every),
    value('c:tickMarkSkip', every),
    value('c:noMultiLvlLbl', 1),
  )

/** Values between fixed ends: charts of one figure can be compared, nothing jumps when a number is edited. */
export function valueAxisXml(
  { own, crossed }: AxisIds,
  axis: Axis,
  { position, line, grid, isHidden }: AxisPlace,
  crossing: 'between' | 'midCat',
): string {
  const { scale, type, title } = axis
  return tag(
    'c:valAx',
    {},
    value('c:axId', own),
    tag(
      'c:scaling',
      {},
      value('c:orientation', 'minMax'),
      value('c:max', scale.max),
      value('c:min', scale.min),
    ),
    value('c:delete', isHidden ? 1 : 0),
    value('c:axPos', position),
    gridXml(grid),
    title ? titleXml(title, type, position === 'l') : '',
    tag('c:numFmt', { formatCode: printedFormat(decimalsOf(scale.step)), sourceLinked: 0 }),
    value('c:majorTickMark', 'none'),
    value('c:minorTickMark', 'none'),
    value('c:tickLblPos', 'low'),
    paintXml(line),
    wordsXml(type),
    value('c:crossAx', crossed),
    value('c:crosses', position === 'l' || position === 'b' ? 'min' : 'max'),
    value('c:crossBetween', crossing),
    value('c:majorUnit', scale.step),
  )
}

const QUARTER_TURN = -5_400_000

const titleXml = (text: string, type: Type, isTurned: boolean): string =>
  tag(
    'c:title',
    {},
    tag('c:tx', {}, richXml(text, type, isTurned ? QUARTER_TURN : 0)),
    '<c:layout/>',
    value('c:overlay', 0),
  )
