import type { LocalText } from '../text.ts'

/**
 * What a reading is taken from: `lastYear` a cumulative flow over the year before the batch, `latest` the last
 * reading that is known.
 */
export type ReadingBasis = 'lastYear' | 'latest'

/** A figure that a clause asks for, in the indicator's unit. `least` is null where the notice names no number. */
export interface ReadingNeed {
  readonly kind: 'reading'
  readonly id: string
  readonly indicator: string
  readonly basis: ReadingBasis
  readonly least: number | null
  /** 原则上: falling short does not fail the clause as long as `floor` is kept. */
  readonly soft: boolean
  /** Lowest value that 原则上 still lets through; null where the notice sets no limit to it. */
  readonly floor: number | null
}

/** How many of several indicators must be above zero. */
export interface CountNeed {
  readonly kind: 'count'
  readonly id: string
  readonly indicators: readonly string[]
  readonly least: number
}

/** What no figure can show: somebody entitled states it on a document (credit record, plan, approval). */
export interface StatementNeed {
  readonly kind: 'statement'
  readonly id: string
  readonly what: LocalText
  /** 原则上: where it is stated not to be so, the clause still passes softly. */
  readonly soft?: boolean | undefined
}

/** Several needs: `all` of them, or `any` one. */
export interface JoinedNeed {
  readonly kind: 'all' | 'any'
  readonly id: string
  readonly of: readonly Need[]
}

export type Need = ReadingNeed | CountNeed | StatementNeed | JoinedNeed

/** One clause of a notice. */
export interface Clause {
  readonly id: string
  readonly name: LocalText
  /** The clause in the words of the notice, shortened. */
  readonly text: LocalText
  readonly need: Need
  /** Whether somebody may waive it, on a document. */
  readonly waivable: boolean
  readonly sources: readonly string[]
}

/** Eligibility of one batch year. Later amendments are new versions, never edits. */
export interface RuleSet {
  readonly batch: number
  readonly name: LocalText
  readonly clauses: readonly Clause[]
  /** What of the notice is not public, so that it cannot be judged here. */
  readonly rest: LocalText
  readonly sources: readonly string[]
}
