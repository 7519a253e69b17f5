import type { EventWrite } from '../../stores/registrar.ts'
import type { EventKind, Grade } from '../../domain/event.ts'

/** What the form of an event holds: texts as they were typed. */
export interface EventDraft {
  kind: EventKind
  date: string
  document: string
  due: string
  workDays: string
  owner: string
  reason: string
  year: string
  grade: Grade | ''
  /** withdrawn: id of the event that is taken back. */
  order: string
}

export const emptyDraft = (): EventDraft => ({
  ...{ kind: 'piloted', date: '', document: '', due: '', workDays: '', owner: '' },
  ...{ reason: '', year: '', grade: '', order: '' },
})

/** The event of a draft: fields of other kinds are left out. */
export function eventOf(draft: EventDraft, id: string, brain: string): EventWrite {
  const { kind, date } = draft
  const isTerm = kind === 'rectificationOrdered'
  const isAssessment = kind === 'assessed'
  const reason = draft.reason.trim()
  const owner = draft.owner.trim()
  return {
    ...{ id, brain, kind, date, document: draft.document.trim() || null },
    ...(reason && { reason }),
    ...(isTerm && draft.due && { due: draft.due }),
    ...(isTerm && !draft.due && draft.workDays && { dueWorkDays: Number(draft.workDays) }),
    ...(isTerm && owner && { owner }),
    ...(isAssessment && draft.year && { year: Number(draft.year) }),
    ...(isAssessment && draft.grade && { grade: draft.grade }),
    ...(kind === 'withdrawn' && { order: draft.order }),
  }
}
