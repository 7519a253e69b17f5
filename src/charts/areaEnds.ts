import type { AreaFigure } from '../figures/kinds/areaFigure.ts'
import type { AreaFrame } from './areaFrame.ts'
import { pushApart } from './axis.ts'
import { layerColors } from './layerColors.ts'
import { labelSize, type Look } from './look.ts'
import { canvasHalo, rectMark, textMark, type Mark } from './marks.ts'

/** Names at the end of each series, pushed apart. */
export function areaEnds(figure: AreaFigure, look: Look, frame: AreaFrame): Mark[] {
  if (!figure.crest) return []
  const { palette, u } = look
  const size = labelSize(look)
  const x = frame.x(figure.periods.length - 1)
  const ends = endsOf(figure, look, frame)
  const ys = pushApart(
    ends.map(({ y }) => y),
    size * 1.32,
    frame.top,
    frame.bottom - size * 0.4,
  )
  return [
    {
      type: 'circle',
      shape: { cx: x, cy: frame.y(figure.crest.values.at(-1) ?? 0), r: 5 * u },
      style: { fill: palette.text1, stroke: palette.canvas, lineWidth: 2 * u },
      z: 31,
      silent: true,
    },
    ...ends.flatMap((end, i) => endLabel(look, x, ys[i] ?? 0, end)),
  ]
}

interface End {
  readonly role: 'layer' | 'crest' | 'outer'
  readonly text: string
  /** Where its series ends. */
  readonly y: number
  readonly color: string
}

/** Layers from the bottom, then their crest and what lies around it. */
function endsOf({ layers, crest, outer }: AreaFigure, look: Look, frame: AreaFrame): End[] {
  const { palette } = look
  const ends: End[] = []
  let below = 0
  layers.forEach(({ name, values }, i) => {
    const value = values.at(-1) ?? 0
    const color = layerColors(look)[i] ?? palette.qing
    ends.push({ role: 'layer', text: `${name} ${value}`, y: frame.y(below + value / 2), color })
    below += value
  })
  if (crest) {
    const value = crest.values.at(-1) ?? 0
    const text = `${value} ${crest.name}`
    ends.push({ role: 'crest', text, y: frame.y(value), color: palette.text1 })
  }
  const around = outer?.values.at(-1)
  if (outer && around !== undefined) {
    const text = `${outer.name} ${around}`
    ends.push({ role: 'outer', text, y: frame.y(around), color: palette.text3 })
  }
  return ends
}

function endLabel(look: Look, x: number, y: number, { role, text, color }: End): Mark[] {
  const { palette, u } = look
  const size = labelSize(look)
  const halo = canvasHalo(look)
  switch (role) {
    case 'crest':
      return [textMark(look, text, x + 13 * u, y, { size: size * 1.4, color, weight: 600, halo })]
    case 'outer':
      return [textMark(look, text, x + 13 * u, y, { size, color, halo })]
    case 'layer':
      return [
        rectMark(
          { x: x + 11 * u, y: y - 7 * u, width: 8 * u, height: 14 * u, r: u },
          { fill: color },
          30,
        ),
        textMark(look, text, x + 26 * u, y, { size, color: palette.text2, halo }),
      ]
  }
}
