import { chartMarks } from '../../charts/chartMarks.ts'
import type { FlowFigure } from '../../figures/kinds/flowFigure.ts'
import { moved, type Room } from './block.ts'
import type { PictureMark } from './drawn.ts'
import { inRows, symbolEntry } from './key.ts'
import { lookOf, type Page } from './page.ts'

/** The way with its branches; where their words would leave a narrow room they stand below it, in rows. */
export function flowBody(
  figure: FlowFigure,
  page: Page,
  { width, height }: Room,
): readonly PictureMark[] {
  const look = lookOf(page, width, height)
  const branches = figure.branches.map(({ symbol, name, count }) =>
    symbolEntry(look, symbol, `${name} ${count}`, page.label),
  )
  const long = branches.reduce((sum, entry) => sum + entry.width + 2 * page.label, 0)
  if (long <= width) return chartMarks(figure, look)
  const key = inRows(branches, width, page.label)
  const way = lookOf(page, width, height - key.height)
  return [
    ...chartMarks({ ...figure, branches: [] }, way),
    ...moved(key.marks, 0, height - key.height),
  ]
}
