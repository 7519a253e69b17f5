import { computed } from 'vue'

import type { Brain } from '../../domain/brain.ts'
import { isProvisional, workDaysBetween } from '../../domain/calendar.ts'
import type { LifecycleEvent } from '../../domain/event.ts'
import {
  CASE_STEP_KINDS,
  type CaseStep,
  type CaseStepKind,
} from '../../domain/programme/caseFile.ts'
import {
  caseFault,
  caseOf,
  type CaseFault,
  type RectificationCase,
} from '../../domain/programme/caseState.ts'
import type { Deadline } from '../../domain/programme/deadlines.ts'
import { ordersOf } from '../../domain/programme/orders.ts'
import { STEP_ACTIONS } from '../../domain/programme/stepActions.ts'
import { isInScope } from '../../domain/rights.ts'
import type { FigureContext } from '../../figures/definition.ts'
import { programmeDeadlines } from '../../figures/programme/programmeDeadlines.ts'
import { useProgramme } from '../../stores/programme.ts'
import { useSession } from '../../stores/session.ts'
import { useSpace } from '../../stores/space.ts'

/** Why somebody may not take a step: a rule of the case, or a right that they do not have. */
export type StepRefusal = CaseFault | 'noRight'

export interface OpenedCase {
  readonly file: RectificationCase
  readonly brain: Brain
  /** What ended it: 整改完成 or 取消资格; null while it is open. */
  readonly end: LifecycleEvent | null
  /** Null where the order has no day, or is over. */
  readonly deadline: Deadline | null
  /** Work days from the order to its day; provisional where a year has no table of holidays. */
  readonly allowed: { readonly days: number; readonly isProvisional: boolean } | null
}

/** The case of an order as it stands today, and which steps who is signed in may take in it. */
export function useCase(props: { readonly context: FigureContext; readonly order: string }) {
  const programme = useProgramme()
  const session = useSession()
  const place = useSpace()

  const opened = computed((): OpenedCase | null => {
    const { cube, states, calendar } = props.context
    const order = cube.events.find(({ id }) => id === props.order)
    const brain = order && cube.byId.get(order.brain)
    if (!brain || order.kind !== 'rectificationOrdered') return null
    const isOpen = states.get(brain.id)?.measures.some(({ event }) => event === order.id) ?? false
    const own = cube.events.filter((event) => event.brain === brain.id)
    const steps = (programme.read?.caseSteps ?? []) as readonly CaseStep[]
    const deadlines = programmeDeadlines(props.context)
    return {
      ...{ file: caseOf(order, steps, isOpen), brain },
      end: ordersOf(own).find(({ event }) => event.id === order.id)?.end ?? null,
      deadline: deadlines.find(({ id }) => id === `rectification:${order.id}`) ?? null,
      allowed: order.due
        ? {
            days: workDaysBetween(calendar, order.date, order.due),
            isProvisional: isProvisional(calendar, order.date, order.due),
          }
        : null,
    }
  })

  /** The correction that took the order back; null where none did. */
  const takenBack = computed(
    () =>
      props.context.cube.told.find(
        ({ kind, order }) => kind === 'withdrawn' && order === props.order,
      ) ?? null,
  )

  /** Nobody writes into the past, nor unnamed. */
  const isWriter = computed(() => place.asOf === null && session.user !== null)
  const steps = computed(() =>
    CASE_STEP_KINDS.map((kind) => ({
      kind,
      refusal: opened.value && refusalOf(kind, opened.value),
    })),
  )
  function refusalOf(kind: CaseStepKind, { file, brain }: OpenedCase): StepRefusal | null {
    const reaches = STEP_ACTIONS[kind].some((action) =>
      isInScope(session.scope(action, place.id), { entity: brain.id, city: brain.city }),
    )
    if (!reaches) return 'noRight'
    return caseFault(file, { kind, by: `user:${session.user?.name ?? ''}`, hasEvidence: true })
  }

  return { opened, takenBack, isWriter, steps }
}
