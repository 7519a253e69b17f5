import type { Action } from '../rights.ts'
import type { CaseStepKind } from './caseFile.ts'

/** What each kind of step asks for. Returning and closing are decisions of a second person of the office. */
export const STEP_ACTIONS: Readonly<Record<CaseStepKind, readonly Action[]>> = {
  finding: ['registry', 'assess'],
  measure: ['report', 'registry', 'assess'],
  evidence: ['report', 'registry', 'assess'],
  handedIn: ['report', 'registry', 'assess'],
  returned: ['review', 'assess'],
  closed: ['review', 'assess'],
}
