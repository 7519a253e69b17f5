import { isChart } from '../../charts/chartMarks.ts'
import type { Figure } from '../../figures/figure.ts'
import { say } from '../../figures/text/words.ts'
import { ExportRefused, type Exported } from '../exported.ts'
import type { Room } from './block.ts'
import { chartBody } from './chartBody.ts'
import type { PictureMark } from './drawn.ts'
import { kpiBody } from './kpiBody.ts'
import type { Page } from './page.ts'
import { tableBody } from './tableBody.ts'
import { timelineBody } from './timelineBody.ts'

type Shown = Pick<Exported, 'figure' | 'context'>

/**
 * A figure alone in a room of a page, with its key: without title and notes.
 * @throws ExportRefused where nothing would be drawn: a picture is never blank.
 */
export function bodyMarks(item: Shown, page: Page, room: Room): readonly PictureMark[] {
  const marks = drawn(item, page, room)
  if (marks.length === 0) throw nothing(item.figure)
  return marks
}

function drawn({ figure, context }: Shown, page: Page, room: Room): readonly PictureMark[] {
  if (isChart(figure)) return chartBody(figure, page, room, context)
  switch (figure.kind) {
    case 'kpi':
      return kpiBody(figure, page, room)
    case 'table':
      return figure.rows.length ? tableBody(figure, page, room) : []
    case 'timeline':
      return figure.entries.length ? timelineBody(figure, page, room) : []
    case 'absent':
      return []
  }
}

function nothing(figure: Figure): ExportRefused {
  const { id, title, locale } = figure
  const why = reasonOf(figure)
  return new ExportRefused(id, say(locale, `${title}：${why}`, `${title}: ${why}`))
}

function reasonOf(figure: Figure): string {
  const { locale } = figure
  if (figure.kind === 'absent') return figure.reason
  return figure.kind === 'map'
    ? say(locale, '底图尚未载入，请稍后再试', 'its map is not loaded yet, try again later')
    : say(
        locale,
        '没有可画的数据，请换一个期或范围',
        'there is nothing to draw, choose another period or scope',
      )
}
