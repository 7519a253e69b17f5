import type { MapArea, MapFigure } from '../../figures/kinds/mapFigure.ts'
import { say, symbolName } from '../../figures/text/words.ts'
import { absentWords } from './absentWords.ts'
import { printedDecimals } from './printedNumber.ts'
import { coverageTracks, numberTrack, tableFrom, textTrack, type Track } from './track.ts'
import type { ValueCell, ValueTable } from './valueTable.ts'

/**
 * One row a place, those beside the map last: value, rank, whom a total covers, and the brains of the place with
 * what their symbols say. Classes and sizes of symbols are the picture's.
 */
export function mapValues(figure: MapFigure): ValueTable {
  const { locale, beside } = figure
  const places: readonly MapArea[] = [...figure.areas, ...(beside ?? [])]
  return tableFrom([
    textTrack(
      beside ? say(locale, '区县', 'County') : say(locale, '市', 'City'),
      places.map(({ name }) => name),
    ),
    valueTrack(figure, places),
    ...rankTracks(figure, places),
    ...coverageTracks(
      places.map(({ coverage }) => coverage),
      locale,
    ),
    ...brainTracks(figure, places),
  ])
}

/** A value that prints its place in a ranking instead is still an amount in the figure's unit. */
function valueTrack(figure: MapFigure, places: readonly MapArea[]): Track {
  const known = places.filter(({ value }) => value.value !== null)
  const unit = known.find(({ value }) => value.unit !== '')?.value.unit ?? figure.unit
  return numberTrack(
    fillName(figure, unit) || figure.title,
    unit,
    places.map(({ value }) => value.value ?? { absent: value.text }),
    printedDecimals(known.map(({ value }) => value.text)),
  )
}

/** What the fill shows, without the words and the unit of its legend: 底色：规上工业营收（亿元，2024）. */
function fillName({ rampTitle }: MapFigure, unit: string): string {
  const [, name = '', inside = ''] =
    /^(?:底色：|Fill: )?(.*?)(?:\s*[（(]([^（）()]*)[）)])?$/su.exec(rampTitle) ?? []
  const rest = inside.startsWith(unit) ? inside.slice(unit.length).replace(/^[，,\s]+/, '') : inside
  return rest === '' ? name : `${name} ${rest}`
}

function rankTracks({ locale }: MapFigure, places: readonly MapArea[]): Track[] {
  if (places.every(({ rank }) => rank === null)) return []
  const { notApplicable } = absentWords(locale)
  const cells = places.map(
    ({ rank, value }): ValueCell =>
      rank ?? (value.value === null ? { absent: value.text } : notApplicable),
  )
  return [numberTrack(say(locale, '位次', 'Rank'), '', cells)]
}

function brainTracks(figure: MapFigure, places: readonly MapArea[]): Track[] {
  const { locale } = figure
  const markers = [
    ...figure.markers,
    ...(figure.beside ?? []).flatMap((place) =>
      place.markers.map((marker) => ({ ...marker, area: place.id })),
    ),
  ]
  if (markers.length === 0) return []
  const words = markers.map(({ area, name, symbol }) => ({
    area,
    text: say(
      locale,
      `${name}（${symbolName(symbol, locale)}）`,
      `${name} (${symbolName(symbol, locale)})`,
    ),
  }))
  const cells = places.map(({ id }) =>
    words
      .filter(({ area }) => area === id)
      .map(({ text }) => text)
      .join(say(locale, '；', '; ')),
  )
  return [textTrack(say(locale, '产业大脑', 'Brains'), cells)]
}
