import type { Fill, Marker, Stroke, Type } from './paint.ts'

/** The rectangle between the axes, in parts of the chart's own width and height. */
export interface Plot {
  readonly x: number
  readonly y: number
  readonly w: number
  readonly h: number
}

export interface Scale {
  readonly min: number
  readonly max: number
  readonly step: number
}

/** How a single point differs from its series. */
export interface PointStyle {
  readonly fill?: Fill | null
  /** Of a bar its border, of a line the stretch that leads to the point. */
  readonly stroke?: Stroke | null
  readonly marker?: Marker | null
}

/** Words at a point; `dx` and `dy` move them, in parts of the chart's width and height. */
export interface PointLabel {
  readonly at: number
  readonly text: string
  readonly type: Type
  readonly side: 'l' | 'r' | 't' | 'b'
  readonly dx?: number
  readonly dy?: number
}

interface Drawn {
  readonly name: string
  /** Decimals that its numbers are printed with. */
  readonly decimals: number
  readonly fill: Fill | null
  readonly stroke: Stroke | null
  readonly marker: Marker | null
  readonly points: ReadonlyMap<number, PointStyle>
  /** Words at some points. */
  readonly labels: readonly PointLabel[]
  /** Type of the values where every point carries its own. */
  readonly printed?: Type
}

/** A series over the categories of a chart; null is absent: no cell, no point, a gap in a line. */
export interface Series extends Drawn {
  readonly shape: 'bar' | 'thinBar' | 'line' | 'area'
  readonly values: readonly (number | null)[]
  /** A line from each point down to the axis. */
  readonly posts?: Stroke
  readonly inLegend: boolean
}

/** Points of two values each, which share a colour. */
export interface Cloud extends Drawn {
  readonly xs: readonly number[]
  readonly ys: readonly number[]
  /** Names of the points, for the workbook. */
  readonly names: readonly string[]
  /** What sizes the points, for the workbook. */
  readonly sizes?: readonly (number | null)[]
  readonly inLegend: boolean
}

export interface Axis {
  readonly scale: Scale
  /** Beside the axis, with its unit; empty for none. */
  readonly title: string
  readonly type: Type
  readonly isShown: boolean
}

/** The key above the plot. */
export interface Legend {
  readonly type: Type
  /** In parts of the chart's height. */
  readonly h: number
}

interface Common {
  /** Above the plot where a slide has several charts; empty where it has one. */
  readonly title: string
  readonly plot: Plot
  readonly legend: Legend | null
}

/** Bars, lines and areas over categories. */
export interface CategoryChart extends Common {
  readonly kind: 'categories'
  /** Heads the column of names in the workbook. */
  readonly heading: string
  readonly categories: readonly string[]
  /** Names that were shortened for the axis, whole: the last column of the workbook. */
  readonly wholeNames?: readonly string[]
  /** Horizontal bars, the first on top. */
  readonly isTurned: boolean
  readonly series: readonly Series[]
  /** Space between bars in percent of their thickness. */
  readonly gap: number
  readonly thinGap?: number
  readonly categoryType: Type
  /** Every so many categories have a name and a tick. */
  readonly every: number
  readonly axis: Axis
}

/** Points in a plane. */
export interface PointChart extends Common {
  readonly kind: 'points'
  readonly headings: {
    readonly name: string
    readonly series: string
    readonly x: string
    readonly y: string
    readonly size: string
  }
  readonly clouds: readonly Cloud[]
  readonly x: Axis
  readonly y: Axis
}

/** A chart that Office draws and edits, with the numbers of its workbook. */
export type NativeChart = CategoryChart | PointChart
