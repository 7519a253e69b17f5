import type { MapFigure } from '../../figures/kinds/mapFigure.ts'
import { say } from '../../figures/text/words.ts'

/** Widths in sizes of type below which a map has no room for 7/9 behind values, for symbols and for values. */
const COVERAGE = 39
const SYMBOLS = 27
const VALUES = 23

/** A small map without what would cover it, and a word that it is left out; the figure itself where all fits. */
export function thinned(figure: MapFigure, ems: number): MapFigure {
  const steps = [
    ...(ems < COVERAGE ? [withoutCoverage] : []),
    ...(ems < SYMBOLS ? [withoutSymbols] : []),
    ...(ems < VALUES ? [withoutValues] : []),
  ]
  return steps.reduce((shown, step) => step(shown), figure)
}

function withoutCoverage(figure: MapFigure): MapFigure {
  if (!figure.partialNote) return figure
  return {
    ...figure,
    areas: figure.areas.map((area) => ({ ...area, coverage: null })),
    partialNote: say(
      figure.locale,
      '部分地区未报齐（图幅所限，未注家数）',
      'Some areas are incomplete (no room for the counts)',
    ),
  }
}

function withoutSymbols(figure: MapFigure): MapFigure {
  if (figure.markers.length === 0) return figure
  const note = say(figure.locale, '图幅所限，未画大脑符号', 'No room for the symbols of brains')
  return { ...figure, markers: [], symbols: [], sizeNote: note }
}

function withoutValues(figure: MapFigure): MapFigure {
  const areas = figure.areas.map((area) => ({ ...area, value: { ...area.value, text: '' } }))
  const note = say(figure.locale, '图幅所限，未注数值', 'no room for values')
  return { ...figure, areas, rampTitle: [figure.rampTitle, note].filter(Boolean).join(' · ') }
}
