import type { LifecycleEvent } from '../event.ts'
import type { CaseStep, CaseStepKind } from './caseFile.ts'
import { CASE_STEP_KINDS } from './caseFile.ts'

/** How far a case is: ordered, being put right, handed in, sent back, ended. */
export const CASE_PHASES = ['open', 'working', 'handedIn', 'returned', 'closed'] as const
export type CasePhase = (typeof CASE_PHASES)[number]

/** A rectification case: its order and the fold over its steps. */
export interface RectificationCase {
  readonly order: LifecycleEvent
  /** `closed` once the order stands open no more: done, disqualified or taken back. */
  readonly phase: CasePhase
  readonly steps: readonly CaseStep[]
  readonly measures: readonly CaseStep[]
  /** Attached since the case was opened or last returned: what closing rests on. */
  readonly evidence: readonly CaseStep[]
  /** Who ever attached evidence. */
  readonly attachedBy: ReadonlySet<string>
  /** Who handed it in last; null before. */
  readonly handedInBy: string | null
  /** Who closed it; null while it is open, and where it ended without being closed. */
  readonly closedBy: string | null
}

/** The case after one more step. Total: whether the step was allowed is judged by caseFault. */
function stepCase(before: RectificationCase, step: CaseStep): RectificationCase {
  const state = { ...before, steps: [...before.steps, step] }
  switch (step.kind) {
    case 'finding':
      return state
    case 'measure':
      return { ...state, phase: 'working', measures: [...state.measures, step] }
    case 'evidence':
      return {
        ...{ ...state, phase: 'working', evidence: [...state.evidence, step] },
        attachedBy: new Set([...state.attachedBy, step.by]),
      }
    case 'handedIn':
      return { ...state, phase: 'handedIn', handedInBy: step.by }
    case 'returned':
      return { ...state, phase: 'returned', evidence: [] }
    case 'closed':
      return { ...state, phase: 'closed', closedBy: step.by }
  }
}

/**
 * The case of an order from its steps, in the order of their numbers; steps of other orders are ignored. `isOpen`:
 * whether the brain's history holds the order open.
 */
export function caseOf(
  order: LifecycleEvent,
  steps: readonly CaseStep[],
  isOpen: boolean,
): RectificationCase {
  const first: RectificationCase = {
    ...{ order, phase: 'open', steps: [], measures: [], evidence: [], attachedBy: new Set() },
    ...{ handedInBy: null, closedBy: null },
  }
  const state = steps
    .filter((step) => step.order === order.id)
    .sort((a, b) => a.n - b.n)
    .reduce(stepCase, first)
  return isOpen ? state : { ...state, phase: 'closed' }
}

/** The rule of a case that a step breaks. */
export type CaseFault =
  'notOpen' | 'notHandedIn' | 'alreadyHandedIn' | 'noEvidence' | 'secondPerson' | 'emptyEvidence'

/** A step that somebody would take. */
export interface TriedStep {
  readonly kind: CaseStepKind
  readonly by: string
  /** evidence: names a file, a document or a reading. */
  readonly hasEvidence: boolean
}

/**
 * The rule that a next step breaks, null where it may follow. Nothing is handed in or closed without evidence since
 * the last return. While a case is handed in nothing is added to it. A second person decides: never the one who
 * handed it in, and nobody who attached evidence closes it.
 */
export function caseFault(file: RectificationCase, step: TriedStep): CaseFault | null {
  if (file.phase === 'closed') return 'notOpen'
  const isHandedIn = file.phase === 'handedIn'
  switch (step.kind) {
    case 'finding':
    case 'measure':
      return isHandedIn ? 'alreadyHandedIn' : null
    case 'evidence':
      if (isHandedIn) return 'alreadyHandedIn'
      return step.hasEvidence ? null : 'emptyEvidence'
    case 'handedIn':
      if (isHandedIn) return 'alreadyHandedIn'
      return file.evidence.length > 0 ? null : 'noEvidence'
    case 'returned':
    case 'closed':
      return decisionFault(file, step)
  }
}

function decisionFault(file: RectificationCase, { kind, by }: TriedStep): CaseFault | null {
  if (file.phase !== 'handedIn') return 'notHandedIn'
  if (file.handedInBy === by) return 'secondPerson'
  if (kind === 'returned') return null
  if (file.evidence.length === 0) return 'noEvidence'
  return file.attachedBy.has(by) ? 'secondPerson' : null
}

/** Steps that a person may take next by the rules of the case; evidence is taken to name something. */
export const stepsAllowed = (file: RectificationCase, by: string): readonly CaseStepKind[] =>
  CASE_STEP_KINDS.filter((kind) => caseFault(file, { kind, by, hasEvidence: true }) === null)
