import type { Meaning } from './figureMeaning.ts'
import type { Coverage, Quantity } from './quantity.ts'
import type { Symbol } from './symbol.ts'

export interface MapArea {
  readonly id: string
  readonly name: string
  readonly value: Quantity
  /** 0–4 (0–6 on a diverging ramp), or null where absent. */
  readonly level: number | null
  readonly rank: number | null
  /** Of a total over brains; null or not given where nothing is added up. */
  readonly coverage?: Coverage | null
  /** Lines of the area's card: name and printed value. */
  readonly card: readonly { readonly label: string; readonly text: string }[]
}

export interface MapMarker {
  readonly id: string
  readonly name: string
  readonly area: string
  readonly symbol: Symbol
  /** Sizes the symbol; null draws the minimum. */
  readonly size: number | null
}

/** A place that has no area on the map, such as a functional zone, with its brains. */
export interface MapBeside extends MapArea {
  readonly markers: readonly MapMarker[]
}

export interface MapFigure extends Meaning {
  readonly kind: 'map'
  readonly indicator: string
  readonly areas: readonly MapArea[]
  readonly breaks: readonly number[]
  readonly breakTexts: readonly string[]
  readonly rampTitle: string
  /** `diverging`: seven classes around zero, for changes. Five sequential ones where it is not given. */
  readonly ramp?: 'sequential' | 'diverging'
  readonly markers: readonly MapMarker[]
  /** Listed beside the map; none where it is not given. */
  readonly beside?: readonly MapBeside[]
  readonly symbols: readonly {
    readonly symbol: Symbol
    readonly name: string
    readonly count: number
  }[]
  readonly sizeNote: string
  /** How an area without a value is drawn: hatch where a report is missing, plain land where nothing is public. */
  readonly absentStyle: 'hatch' | 'plain'
  /** Words for areas without a value, printed in the legend. */
  readonly absentNote: string
  /** Key to the areas of which only a part has reported; empty or not given where all are complete. */
  readonly partialNote?: string
  /** One class holds more than 60 % of the areas. */
  readonly lopsided: string | null
  /** 示意图 note, or the approval number of exactly this drawing. */
  readonly approval: string
}
