import type { Indicator } from '../indicator.ts'
import type { Period } from '../period.ts'
import type { ObservationStatus } from '../slice.ts'
import type { LocalText } from '../text.ts'
import type { QualitySeverity, RelatedFigure } from './finding.ts'
import type { OtherReading } from './input.ts'
import type { Pace } from './pace.ts'
import type { Ledger, Point } from './ledger.ts'

/** A cell with a value, as rules see it. */
export interface JudgedCell {
  readonly indicator: Indicator
  readonly period: string
  readonly time: Period
  readonly value: number
  /** Readings of the indicator before the cell as they stand after the report, ascending. */
  readonly before: readonly Point[]
  /** Paces of those readings; of a flow only. */
  readonly paces: readonly Pace[]
}

/** What a rule says of the cell that it looks at. */
export interface Found {
  /** Only where it differs from the rule's own: a stated reason turns a block into a warning. */
  readonly severity?: QualitySeverity
  readonly text: LocalText
  readonly remedy: LocalText
  readonly related: readonly RelatedFigure[]
}

/** Values by period, by indicator. */
export type ExampleFigures = Readonly<Record<string, Readonly<Record<string, number>>>>

/** A report that a rule passes or finds fault with, as a reader of the catalogue would write it. */
export interface Example {
  readonly report: ExampleFigures
  readonly history?: ExampleFigures
  readonly others?: readonly OtherReading[]
  readonly status?: ObservationStatus
  readonly storedStatus?: ObservationStatus
}

/**
 * One rule of the quality gate. `check` is asked for every present cell that `appliesTo` names; where
 * `unable` gives a reason why the cell cannot be judged, the rule is silent.
 */
export interface QualityRule {
  readonly id: string
  readonly severity: QualitySeverity
  readonly name: LocalText
  /** Why the rule exists and where its bounds come from. */
  readonly rationale: LocalText
  /** Standard, literature, clause of the dictionary, or `convention` of this product. */
  readonly source: LocalText
  readonly appliesTo: (indicator: Indicator) => boolean
  readonly unable?: (cell: JudgedCell, ledger: Ledger) => LocalText | null
  readonly check: (cell: JudgedCell, ledger: Ledger) => readonly Found[]
  /** Rules that say the same of a cell more plainly: where one of them speaks, this one is silent. */
  readonly yieldsTo?: readonly string[]
  readonly examples: { readonly passes: Example; readonly fails: Example }
}
