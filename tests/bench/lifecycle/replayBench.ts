import type { EventKind, LifecycleEvent } from '../../../src/domain/event.ts'
import { EVENT_KINDS } from '../../../src/domain/event.ts'
import { foldAll, programmeCounts } from '../../../src/domain/lifecycle.ts'
import { budget, calibrate, time } from '../harness.ts'
import type { Budget } from '../harness.ts'

const BRAINS = 5_000
const EVENTS = 100_000
const LAST = '2030-12-31'

/** What happens to every brain, twenty events long. */
const WALK: readonly EventKind[] = [
  ...(['applied', 'reviewed', 'publicised', 'pooled', 'piloted', 'assessed'] as const),
  ...(['rectificationOrdered', 'interviewed', 'rectified', 'assessed', 'inspected'] as const),
  ...(['rectificationOrdered', 'rectified', 'accepted', 'honoured', 'designated'] as const),
  ...(['assessed', 'rectificationOrdered', 'notified', 'rectified'] as const),
]

const dayOf = (step: number, brain: number): string => {
  const month = step * 6 + (brain % 5)
  const [year, at] = [2020 + Math.floor(month / 12), (month % 12) + 1]
  return `${year}-${String(at).padStart(2, '0')}-${String((brain % 28) + 1).padStart(2, '0')}`
}

/** 100,000 events of 5,000 brains, as they came: not in the order of any brain. */
function register(): {
  readonly brains: { readonly id: string }[]
  readonly events: LifecycleEvent[]
} {
  const brains = Array.from({ length: BRAINS }, (_, i) => ({ id: `b${i}` }))
  const events = Array.from({ length: EVENTS }, (_, i): LifecycleEvent => {
    const at = (i * 7_919) % EVENTS
    const [brain, step] = [at % BRAINS, Math.floor(at / BRAINS)]
    const kind = WALK[step] ?? 'assessed'
    return {
      ...{ id: `e${at}`, brain: `b${brain}`, kind, date: dayOf(step, brain), document: null },
      ...(kind === 'rectificationOrdered' && { due: LAST, reason: '进度滞后' }),
      ...(kind === 'rectified' && { order: `e${at - BRAINS * lastOrder(step)}` }),
      ...(kind === 'assessed' && { year: 2020 + step, grade: 'onTime' as const }),
    }
  })
  return { brains, events }
}

const lastOrder = (step: number): number =>
  step - WALK.slice(0, step).lastIndexOf('rectificationOrdered')

const CODE = new Map(EVENT_KINDS.map((kind, i) => [kind, i]))

/** The baseline: a bare loop over an array that is sorted already, which keeps one number a brain. */
function bareLoop(rows: readonly (readonly [brain: number, kind: number])[]): number {
  const stages = new Uint8Array(BRAINS)
  const open = new Uint8Array(BRAINS)
  const [ordered, closed, staged] = [8, 9, 8]
  for (const [brain, kind] of rows) {
    if (kind < staged || kind === 14) stages[brain] = kind + 1
    else if (kind === ordered) open[brain] = (open[brain] ?? 0) + 1
    else if (kind === closed) open[brain] = (open[brain] ?? 0) - 1
  }
  return stages.reduce((sum, stage) => sum + stage, 0) + open.reduce((sum, one) => sum + one, 0)
}

/** Replay of a register of 100,000 events to the states and counts of a day. */
export function replayBench(): readonly Budget[] {
  const { brains, events } = register()
  const rows = [...events]
    .sort((a, b) => (a.date < b.date ? -1 : 1))
    .map(({ brain, kind }) => [Number(brain.slice(1)), CODE.get(kind) ?? 0] as const)
  const { byStage, rectifying } = programmeCounts(foldAll(brains, events, LAST))
  if (byStage.designated !== BRAINS || rectifying !== 0)
    throw new Error(`the replay went wrong: ${JSON.stringify(byStage)}`)
  const replay = time(() => programmeCounts(foldAll(brains, events, LAST))) * calibrate()
  const bare = time(() => bareLoop(rows), 20) * calibrate()
  console.log(`bare loop over ${EVENTS} sorted events: ${bare.toFixed(2)} ms`)
  console.log(
    `replay of ${EVENTS} unsorted events: ${replay.toFixed(0)} ms, ${(replay / bare).toFixed(0)} times the bare loop`,
  )
  return [budget('replay of 100,000 events, ms', replay, 200)]
}
