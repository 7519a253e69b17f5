import type { DomainId } from '../domain/brain.ts'
import type { AbsenceReason } from '../domain/reading.ts'
import type { Locale } from '../domain/text.ts'
import type { TraceLink } from '../domain/traceTarget.ts'

/** A number as it is printed: `value` in `unit`, `text` its rounding; absent values carry the reason. */
export interface Quantity {
  readonly value: number | null
  readonly unit: string
  readonly text: string
  readonly absent?: AbsenceReason
}

/** How many of those who should have reported a total covers, or of a change: how many have both values. */
export interface Coverage {
  readonly covered: number
  readonly expected: number
}

/** What a brain's symbol means: the stage, or the measure that outranks it. Shapes in visual language 6. */
export type Symbol =
  | 'designated'
  | 'accepted'
  | 'pilot'
  | 'pool'
  | 'rectification'
  | 'disqualified'
  | 'lead'
  | 'ontime'
  | 'remind'
  | 'warn'
  | 'stop'
  | 'unknown'
  | 'none'

/** Where one fact stands in print: shown beside cited values. */
export interface Citation {
  readonly title: string
  readonly publisher: string
  readonly date: string
  /** C facts print 待核. */
  readonly unverified: boolean
}

/** What every figure carries, so that nothing is lost on the way to a slide. */
export interface Meaning {
  readonly id: string
  readonly locale: Locale
  readonly title: string
  /** Printed unit; empty where the marks carry their own. */
  readonly unit: string
  /** Printed period, e.g. 2026年1—10月. */
  readonly period: string
  /** Who is covered, e.g. 51/54 家报送. */
  readonly scope: string
  /** 口径. */
  readonly definition: string
  /** 数据来源: who published or reported; 模拟数据（种子 N） for simulated values. */
  readonly source: string
  readonly citations: readonly Citation[]
  /** 截至: the last day that the data stand for (ISO; only its year where a publication states no day); null for none. */
  readonly asOf: string | null
  /** Latest instant at which a value became known (ISO). */
  readonly knownAt: string | null
  readonly notes: readonly string[]
  /** The finding in one sentence; also the alternative text. */
  readonly finding: string
  /** True where any simulated observation went in. */
  readonly simulated: boolean
  /** Ids of the indicators it is made of: what the dictionary explains. */
  readonly indicators?: readonly string[]
  /** The entity that a total over everything shown is traced by: all, a domain, an adcode, a sub-industry. */
  readonly traced?: string | null
}

export interface KpiFigure extends Meaning {
  readonly kind: 'kpi'
  readonly value: Quantity
  /** Right of the name: scope or period, short. */
  readonly meta: string
  /** One comparison; `below` marks a fall against the goal. */
  readonly comparison: { readonly text: string; readonly below: boolean } | null
  readonly spark: {
    readonly values: readonly (number | null)[]
    readonly goal: number | null
  } | null
  /** Part of a whole between 0 and 1, drawn as a meter. */
  readonly share: number | null
}

/** Row of a bar figure: one value per series, printed columns at the right end. */
export interface BarRow {
  readonly id: string
  readonly label: string
  readonly tone: DomainId | 'fact'
  readonly values: readonly (number | null)[]
  readonly columns: readonly BarColumn[]
  /** Words before the columns, e.g. 差 140. */
  readonly warning: string | null
  /** Lines of the row's card, with units; the printed columns where it is not given. */
  readonly card?: readonly { readonly label: string; readonly text: string }[]
  /** Of a total over brains; null or not given where nothing is added up. */
  readonly coverage?: Coverage | null
  /** A sum of others: no entity that could be picked. */
  readonly sum?: boolean
}

export interface BarColumn {
  readonly text: string
  readonly below: boolean
}

/** `nested` draws series inside each other from wide to thin: planned, built, in use. */
export interface BarFigure extends Meaning {
  readonly kind: 'bar'
  readonly layout: 'plain' | 'nested'
  readonly series: readonly {
    readonly id: string
    readonly name: string
    readonly role: 'fact' | 'planned' | 'built' | 'inUse'
  }[]
  readonly columns: readonly string[]
  readonly rows: readonly BarRow[]
  /** Rows before this position are the top; the others the bottom of the same ranking. */
  readonly breakAfter: number | null
  /** Row in focus: it keeps its colour, all others are muted. */
  readonly focus?: string | null
  readonly threshold: { readonly value: number; readonly label: string } | null
}

/** Stack of layers with a counted crest, a goal path and dated goals. */
export interface AreaFigure extends Meaning {
  readonly kind: 'area'
  readonly periods: readonly string[]
  /** Bottom to top. */
  readonly layers: readonly {
    readonly id: string
    readonly name: string
    readonly values: readonly number[]
  }[]
  readonly crest: { readonly name: string; readonly values: readonly number[] } | null
  readonly outer: { readonly name: string; readonly values: readonly number[] } | null
  readonly goals: readonly {
    readonly period: string
    readonly value: number
    readonly label: string
  }[]
  /** Counts as single publications state them: points, never joined. */
  readonly points: readonly {
    readonly id: string
    readonly period: string
    readonly value: number
    readonly label: string
  }[]
}

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

export interface FlowFigure extends Meaning {
  readonly kind: 'flow'
  /** Main path in order; count = brains that ever entered. */
  readonly stages: readonly { readonly id: string; readonly name: string; readonly count: number }[]
  readonly branches: readonly {
    readonly id: string
    readonly name: string
    readonly count: number
    readonly symbol: Symbol
    readonly from: string
    readonly style: 'ribbon' | 'dashed' | 'label'
  }[]
}

export interface UnitsFigure extends Meaning {
  readonly kind: 'units'
  readonly groups: readonly {
    readonly id: string
    readonly name: string
    readonly symbol: Symbol
    readonly count: number
  }[]
  /** Countdowns, most urgent first. */
  readonly deadlines: readonly {
    readonly id: string
    readonly label: string
    readonly reason: string
    readonly text: string
    /** Remaining part of the time allowed, 0–1. */
    readonly remaining: number
    readonly overdue: boolean
  }[]
}

export interface TimelineFigure extends Meaning {
  readonly kind: 'timeline'
  readonly entries: readonly {
    readonly id: string
    readonly date: string
    readonly symbol: Symbol | null
    readonly text: string
  }[]
}

export interface TableFigure extends Meaning {
  readonly kind: 'table'
  readonly columns: readonly {
    readonly id: string
    readonly title: string
    readonly align: 'start' | 'end'
  }[]
  readonly rows: readonly (readonly string[])[]
  /** Entity of each row, where a row stands for one. */
  readonly ids?: readonly string[]
  /** Columns behind the printed ones for those who read closely; a wall has no room for them. */
  readonly more?: {
    readonly columns: readonly string[]
    readonly rows: readonly (readonly string[])[]
  }
  /** What the value of each row is traced by; null or not given where it leads nowhere. */
  readonly traces?: readonly (TraceLink | null)[]
}

/** The six colours of a comparison, in the order in which things were chosen: never domain colours. */
export const COMPARE_TONES = [
  'compare0',
  'compare1',
  'compare2',
  'compare3',
  'compare4',
  'compare5',
] as const
export type CompareTone = (typeof COMPARE_TONES)[number]

/** One line: readings over the figure's periods, null where absent: a gap, never a bridge. */
export interface LineSeries {
  readonly id: string
  readonly name: string
  readonly tone: DomainId | CompareTone | 'fact' | 'reference'
  readonly values: readonly (number | null)[]
  /** Positions of preliminary readings: drawn hollow. */
  readonly preliminary: readonly number[]
  /** Coverage of every point of a total; null where nothing is added up. Incomplete ones are drawn dashed. */
  readonly coverage?: readonly (Coverage | null)[]
  /** Positions of points that cover another number than the one before: drawn dashed, no rise or fall. */
  readonly breaks?: readonly number[]
  /** Printed value of the last reading, with sign where it is a change; empty where there is none. */
  readonly endText: string
}

/** One plot. All panels of a figure share periods and scale. */
export interface LinePanel {
  readonly id: string
  /** Empty where the figure's own title says it. */
  readonly title: string
  readonly series: readonly LineSeries[]
  /** Range of the peers, e.g. between their quartiles. */
  readonly band: {
    readonly name: string
    readonly low: readonly (number | null)[]
    readonly high: readonly (number | null)[]
  } | null
  readonly targets: readonly { readonly value: number; readonly label: string }[]
  readonly events: readonly { readonly period: string; readonly label: string }[]
}

/** Readings over time: one panel is a trend, many are small multiples on one scale. */
export interface LineFigure extends Meaning {
  readonly kind: 'line'
  readonly periods: readonly string[]
  readonly panels: readonly LinePanel[]
  /** Series or panel in focus; all others are muted. */
  readonly focus: string | null
  /** Key to the points whose coverage is incomplete; empty or not given where all are complete. */
  readonly partialNote?: string
  /** Whether the axis must show zero (amounts); changes and rates may be cut, the axis prints its range. */
  readonly fromZero: boolean
}

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

/** Nothing to draw: one sentence why, and when or how it will change. */
export interface AbsentFigure extends Meaning {
  readonly kind: 'absent'
  /** The reason in one word, where there is no room: 未公开, 未报送. */
  readonly word: string
  readonly reason: string
  readonly next: string | null
}

export type Figure =
  | KpiFigure
  | BarFigure
  | AreaFigure
  | MapFigure
  | FlowFigure
  | UnitsFigure
  | TimelineFigure
  | TableFigure
  | LineFigure
  | ScatterFigure
  | AbsentFigure

export type FigureKind = Figure['kind']
