import { graphic, init, use } from 'echarts/core'
import { CanvasRenderer } from 'echarts/renderers'

import type { Mark } from '../charts/marks.ts'
import { replaceMarks } from './replaceMarks.ts'

use([CanvasRenderer])

export interface Size {
  readonly width: number
  readonly height: number
}

/** What was clicked; nothing beside the marks. */
interface Clicked {
  readonly target?: { readonly name?: string }
}

/** A canvas of ECharts that holds marks. */
export interface ChartCanvas {
  /** Shows these marks and no others, painted with the next frame; `anew` also where nothing differs. */
  readonly draw: (marks: readonly Mark[], anew?: boolean) => void
  /** Takes another size, painted at once: a canvas that has grown or shrunk is empty. */
  readonly resize: (size: Size) => void
  readonly close: () => void
}

/**
 * Opens a canvas in a box. Marks go straight to ECharts' drawing layer, without options and components:
 * they are laid out already, and of a new list only the marks that differ are replaced.
 */
export function openCanvas(
  box: HTMLElement,
  size: Size,
  pick: (name: string) => void,
): ChartCanvas {
  const chart = init(box, null, size)
  const layer = chart.getZr()
  const group = new graphic.Group()
  let shown: readonly Mark[] = []
  layer.add(group)
  layer.on('click', ({ target }: Clicked) => {
    if (target?.name) pick(target.name)
  })
  return {
    draw(marks, anew = false) {
      if (anew) group.removeAll()
      replaceMarks(group, anew ? [] : shown, marks)
      shown = marks
    },
    resize(next) {
      chart.resize(next)
      layer.flush()
    },
    close: () => chart.dispose(),
  }
}
