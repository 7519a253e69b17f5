import { hatch } from '../../charts/mapProjection.ts'
import { alpha, type Look } from '../../charts/look.ts'
import { lineMark, polygonMark, rectMark } from '../../charts/marks.ts'
import type { MapBeside, MapFigure } from '../../figures/kinds/mapFigure.ts'
import { say, symbolName } from '../../figures/text/words.ts'
import { moved, words, WORDS_Z, type Block } from './block.ts'
import { widthOf } from './characters.ts'
import { inRows, lineOf, symbolEntry, textEntry, type Entry } from './key.ts'

/**
 * What the fills and symbols of a map mean, in rows of a width: classes with their limits, the areas without a
 * value, the partial and the lopsided, symbols with counts, and the places that no map draws.
 */
export function mapKey(figure: MapFigure, look: Look, size: number, width: number): Block {
  const { palette } = look
  const text = (words: string | null | undefined, color: string): Entry[] =>
    words ? [textEntry(look, words, size, width, color)] : []
  return inRows(
    [
      ...rampEntry(figure, look, size, width),
      ...(figure.absentNote ? [absentEntry(figure, look, size, width)] : []),
      ...text(figure.partialNote, palette.text2),
      ...text(figure.lopsided, palette.status.warn),
      ...figure.symbols.map(({ symbol, name, count }) =>
        symbolEntry(look, symbol, `${name} ${count}`, size),
      ),
      ...text(figure.sizeNote, palette.text3),
      ...text(besideText(figure), palette.text2),
    ],
    width,
    size,
  )
}

/** Places without an area, with their values and brains. */
function besideText({ beside = [], locale }: MapFigure): string {
  if (beside.length === 0) return ''
  const of = ({ name, value, markers }: MapBeside): string =>
    [name, value.text, ...markers.map(({ symbol }) => symbolName(symbol, locale))].join(' ')
  const list = beside.map(of).join(say(locale, '；', '; '))
  return say(locale, `图上未画出：${list}`, `Not drawn: ${list}`)
}

/** Title, one box a class, and the limits between them: of narrow classes as many as fit. */
function rampEntry(figure: MapFigure, look: Look, size: number, width: number): Entry[] {
  if (!figure.rampTitle || figure.breaks.length === 0) return []
  const { palette, u } = look
  const colors = figure.ramp === 'diverging' ? palette.diverging : palette.sequential
  const classes = figure.breaks.length + 1
  const widest = Math.max(...figure.breakTexts.map((text) => widthOf(text, size)))
  const part = Math.min(Math.max(widest + size * 0.5, size * 2.4), width / classes)
  const title = textEntry(look, figure.rampTitle, size, width, palette.text2)
  const [box, leading] = [size * 0.9, lineOf(size)]
  const every = Math.ceil((widest + size * 0.2) / part)
  const limits = figure.breakTexts.flatMap((text, i) => {
    const at = Math.min((i + 1) * part, classes * part - widest / 2)
    const style = { size, leading, color: palette.text3, align: 'center' } as const
    return i % every ? [] : [words(look, text, at, title.height + box, style)]
  })
  const boxes = Array.from({ length: classes }, (_, i) =>
    rectMark(
      { x: i * part, y: title.height, width: part - 1.4 * u, height: box },
      { fill: colors[i] ?? palette.land },
      WORDS_Z,
    ),
  )
  return [
    {
      marks: [...title.marks, ...boxes, ...limits],
      width: Math.max(title.width, classes * part),
      height: title.height + box + leading,
    },
  ]
}

function absentEntry(figure: MapFigure, look: Look, size: number, width: number): Entry {
  const { palette, u } = look
  const [w, h, leading] = [size * 1.9, size * 0.9, lineOf(size)]
  const y = (leading - h) / 2
  const isHatch = figure.absentStyle === 'hatch'
  const ring = [
    [0, y],
    [w, y],
    [w, y + h],
    [0, y + h],
  ] as const
  const text = textEntry(look, figure.absentNote, size, width - w - size * 0.5, palette.text2)
  return {
    marks: [
      polygonMark(ring, { fill: isHatch ? palette.landNoData : palette.land }, WORDS_Z),
      ...(isHatch
        ? hatch(ring, size * 0.45).map(([[x1, y1], [x2, y2]]) =>
            lineMark(x1, y1, x2, y2, { stroke: alpha(palette.text3, 0.4), lineWidth: u }, WORDS_Z),
          )
        : []),
      ...moved(text.marks, w + size * 0.5, 0),
    ],
    width: w + size * 0.5 + text.width,
    height: text.height,
  }
}
