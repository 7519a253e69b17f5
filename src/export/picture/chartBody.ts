import type { ChartFigure } from '../../charts/chartFigure.ts'
import { chartMarks, type ChartContext } from '../../charts/chartMarks.ts'
import type { LineFigure } from '../../figures/kinds/lineFigure.ts'
import { barBody, barHeight } from './barBody.ts'
import { remark, remarkHeight, type Room } from './block.ts'
import type { PictureMark } from './drawn.ts'
import { flowBody } from './flowBody.ts'
import { mapBody, mapHeight } from './mapBody.ts'
import { lookOf, type Page } from './page.ts'
import { unitsBody } from './unitsBody.ts'

/** A drawn figure with the key that belongs to it. */
export function chartBody(
  figure: ChartFigure,
  page: Page,
  room: Room,
  context: ChartContext,
): readonly PictureMark[] {
  switch (figure.kind) {
    case 'map':
      return mapBody(figure, page, room, context)
    case 'bar':
      return barBody(figure, page, room)
    case 'line':
      return lineBody(figure, page, room)
    case 'units':
      return unitsBody(figure, page, room)
    case 'flow':
      return flowBody(figure, page, room)
    case 'area':
    case 'scatter':
      return chartMarks(figure, lookOf(page, room.width, room.height))
  }
}

/** Lines with the key to points that do not cover everybody. */
function lineBody(figure: LineFigure, page: Page, { width, height }: Room): PictureMark[] {
  const { partialNote = '' } = figure
  const look = lookOf(
    page,
    width,
    partialNote ? height - remarkHeight(page, partialNote, width) : height,
  )
  return [
    ...chartMarks(figure, look),
    ...(partialNote ? remark(look, page, partialNote, { width, height }) : []),
  ]
}

/** Cell of a small multiple, in sizes of its type: narrower or lower ones cover their own words. */
const CELL_WIDTH = 11
const CELL_HEIGHT = 8.5
/** Height of a scatter with its key, in sizes of type. */
const SCATTER = 24

/** Height that a figure needs at a width to be read, for pages that can grow. */
export function neededHeight(
  figure: ChartFigure,
  page: Page,
  width: number,
  { geometry }: ChartContext,
): number {
  if (figure.kind === 'map' && geometry) return mapHeight(figure, page, width, geometry)
  if (figure.kind === 'bar') return barHeight(figure, page, width)
  if (figure.kind === 'scatter') return SCATTER * page.label
  if (figure.kind !== 'line' || figure.panels.length < 2) return 0
  const columns = Math.max(1, Math.floor(width / (CELL_WIDTH * page.label)))
  return Math.ceil(figure.panels.length / columns) * CELL_HEIGHT * page.label
}
