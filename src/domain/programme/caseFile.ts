/** Steps of a rectification case in their order: the order opens it, a second person closes it. */
export const CASE_STEP_KINDS = [
  'finding', // 发现问题, more than the order says
  'measure', // 整改措施
  'evidence', // 佐证材料
  'handedIn', // 提请销号
  'returned', // 退回
  'closed', // 销号
] as const
export type CaseStepKind = (typeof CASE_STEP_KINDS)[number]

/** One step of a case file, never changed. */
export interface CaseStep {
  /** Id of the event 限期整改 that opened the case. */
  readonly order: string
  /** From 1. */
  readonly n: number
  readonly kind: CaseStepKind
  readonly by: string
  /** ISO instant. */
  readonly at: string
  readonly text: string
  /** evidence: a document's title, an uploaded file, or the cell of an observation. */
  readonly document: string | null
  readonly file: { readonly name: string; readonly sha256: string } | null
  readonly cell: {
    readonly indicator: string
    readonly entity: string
    readonly period: string
  } | null
  /** measure: who does it and by when (ISO day). */
  readonly owner: string | null
  readonly due: string | null
}
