import type { LocalText } from '../text.ts'

/** block: the report cannot be stored. warn: the reporter corrects the figure or answers for it. */
export type QualitySeverity = 'block' | 'warn'

/** A figure that a finding was drawn from. */
export interface RelatedFigure {
  readonly indicator: string
  readonly period: string
  readonly value: number
  /** Id of another brain; only for a reader whose grant holds that brain: drop it for all others. */
  readonly brain?: string
}

/** What one rule has to say about one cell of a report. */
export interface QualityFinding {
  /** Id of the rule in QUALITY_RULES. */
  readonly rule: string
  readonly severity: QualitySeverity
  readonly indicator: string
  readonly period: string
  /** What is wrong, with the figures. */
  readonly text: LocalText
  /** What to do about it. */
  readonly remedy: LocalText
  readonly related: readonly RelatedFigure[]
}
