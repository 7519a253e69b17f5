import { escaped, tag, value } from '../../xml.ts'
import type { PointLabel, Series } from './nativeChart.ts'
import { shapeXml, typeXml, wordsXml, type Type } from './paint.ts'
import { printedFormat } from './references.ts'

const FLAGS = ['LegendKey', 'Val', 'CatName', 'SerName', 'Percent', 'BubbleSize'] as const

const flags = (shown: 'Val' | null): string =>
  FLAGS.map((name) => value(`c:show${name}`, name === shown ? 1 : 0)).join('')

/** Where a label stands; an area has no choice. */
const place = (shape: Series['shape'] | 'cloud', side: string): string =>
  shape === 'area' ? '' : value('c:dLblPos', side)

/** Labels of a series: words at some of its points, or all its values, or none. */
export function labelsXml(
  { labels, printed, decimals }: Pick<Series, 'labels' | 'printed' | 'decimals'>,
  shape: Series['shape'] | 'cloud',
): string {
  if (printed)
    return tag(
      'c:dLbls',
      {},
      tag('c:numFmt', { formatCode: printedFormat(decimals), sourceLinked: 0 }),
      shapeXml(null, null),
      wordsXml(printed, 'none'),
      place(shape, shape === 'bar' || shape === 'thinBar' ? 'outEnd' : 't'),
      flags('Val'),
    )
  if (labels.length === 0) return ''
  const written = labels.map((label) => labelXml(label, shape))
  return tag('c:dLbls', {}, ...written, flags(null), value('c:showLeaderLines', 0))
}

function labelXml(
  { at, text, type, side, dx = 0, dy = 0 }: PointLabel,
  shape: Series['shape'] | 'cloud',
): string {
  const moved =
    dx === 0 && dy === 0
      ? '<c:layout/>'
      : tag('c:layout', {}, tag('c:manualLayout', {}, value('c:x', dx), value('c:y', dy)))
  return tag(
    'c:dLbl',
    {},
    value('c:idx', at),
    moved,
    tag('c:tx', {}, richXml(text, type)),
    shapeXml(null, null),
    place(shape, side),
    flags('Val'),
  )
}

/** Words of a chart on one line, turned by 60,000ths of a degree. */
export const richXml = (text: string, type: Type, rot = 0): string =>
  tag(
    'c:rich',
    {},
    tag('a:bodyPr', { rot, vert: 'horz', wrap: 'none', lIns: 0, tIns: 0, rIns: 0, bIns: 0 }),
    '<a:lstStyle/>',
    tag(
      'a:p',
      {},
      tag('a:pPr', {}, typeXml('a:defRPr', type)),
      tag('a:r', {}, typeXml('a:rPr', type, 'zh-CN'), tag('a:t', {}, escaped(text))),
    ),
  )
