import type { DomainId } from '../../domain/brain.ts'
import type { Meaning } from './figureMeaning.ts'

export interface ScatterAxis {
  readonly title: string
  readonly unit: string
  readonly median: number | null
  readonly medianText: string
}

export interface ScatterPoint {
  readonly id: string
  readonly label: string
  readonly x: number
  readonly y: number
  /** Sizes the point by area; null draws the minimum, hollow. */
  readonly size: number | null
  readonly tone: DomainId
  readonly muted: boolean
}

/** Two indicators against each other, one point an entity, with the median of each. */
export interface ScatterFigure extends Meaning {
  readonly kind: 'scatter'
  readonly x: ScatterAxis
  readonly y: ScatterAxis
  readonly points: readonly ScatterPoint[]
  /** Points whose names are printed, most telling first. */
  readonly named: readonly string[]
  readonly legend: readonly {
    readonly tone: DomainId
    readonly name: string
    readonly count: number
  }[]
  /** What sizes the points. */
  readonly sizeNote: string
  /** How sizes are printed: `factor` printed units for one of `size`. */
  readonly sized?: {
    readonly title: string
    readonly unit: string
    readonly factor: number
    readonly decimals: number
  }
  /** Entities without both values, in words; empty where all are drawn. */
  readonly leftOut: string
}
