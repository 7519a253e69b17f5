import type { DomainId } from '../domain/brain.ts'
import type { AbsenceReason } from '../domain/reading.ts'
import type { Locale } from '../domain/text.ts'

/** A number as it is printed: `value` in `unit`, `text` its rounding; absent values carry the reason. */
export interface Quantity {
  readonly value: number | null
  readonly unit: string
  readonly text: string
  readonly absent?: AbsenceReason
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
  /** 截至: the last day of the period (ISO), null where the figure has none. */
  readonly asOf: string | null
  /** Latest instant at which a value became known (ISO). */
  readonly knownAt: string | null
  readonly notes: readonly string[]
  /** The finding in one sentence; also the alternative text. */
  readonly finding: string
  /** True where any simulated observation went in. */
  readonly simulated: boolean
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
  /** 0–4, or null where absent. */
  readonly level: number | null
  readonly rank: number | null
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

export interface MapFigure extends Meaning {
  readonly kind: 'map'
  readonly indicator: string
  readonly areas: readonly MapArea[]
  readonly breaks: readonly number[]
  readonly breakTexts: readonly string[]
  readonly rampTitle: string
  readonly markers: readonly MapMarker[]
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
  | AbsentFigure

export type FigureKind = Figure['kind']
