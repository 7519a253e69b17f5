import { isOwn, type Brain } from '../../domain/brain.ts'
import {
  foldAll,
  initialState,
  isCounted,
  type BrainState,
  type Stage,
} from '../../domain/lifecycle.ts'
import { isWarned, type Deadline } from '../../domain/programme/deadlines.ts'
import { proposedDisqualifications, type Proposal } from '../../domain/programme/proposals.ts'
import type { FigureContext } from '../../figures/definition.ts'
import { programmeDeadlines } from '../../figures/programme/programmeDeadlines.ts'

/** What the list may be narrowed to: a stage, or something that stands beside the stage. */
export type StageKey = Stage | 'rectification' | 'proposed'

/** One brain as the page shows it. */
export interface LifecycleRow {
  readonly brain: Brain
  readonly state: BrainState
  /** The most urgent one first. */
  readonly deadlines: readonly Deadline[]
  readonly proposal: Proposal | null
}

/** What the rows are narrowed to; empty for everything. */
export interface LifecycleFilter {
  readonly stage: StageKey | ''
  readonly city: string
  readonly domain: string
  readonly batch: string
  readonly text: string
  readonly isWarned: boolean
}

export const ROW_ORDERS = ['urgency', 'stage', 'name'] as const
export type RowOrder = (typeof ROW_ORDERS)[number]

/** Every brain with its state, its deadlines and whether its disqualification is proposed, most urgent first. */
export function lifecycleRows(context: FigureContext): readonly LifecycleRow[] {
  const { cube, states, today } = context
  const deadlines = new Map<string, Deadline[]>()
  for (const deadline of programmeDeadlines(context)) {
    const held = deadlines.get(deadline.brain)
    if (held) held.push(deadline)
    else deadlines.set(deadline.brain, [deadline])
  }
  const proposals = new Map(
    proposedDisqualifications(cube.brains, cube.events, today).map((one) => [one.brain, one]),
  )
  return cube.brains
    .map((brain) => ({
      brain,
      state: states.get(brain.id) ?? initialState(brain.id),
      deadlines: deadlines.get(brain.id) ?? [],
      proposal: proposals.get(brain.id) ?? null,
    }))
    .sort(byUrgency)
}

const leftOf = ({ deadlines }: LifecycleRow): number => deadlines[0]?.calendarLeft ?? Infinity
const byId = (a: LifecycleRow, b: LifecycleRow): number => (a.brain.id < b.brain.id ? -1 : 1)
const byUrgency = (a: LifecycleRow, b: LifecycleRow): number => {
  const [left, right] = [leftOf(a), leftOf(b)]
  return left === right ? byId(a, b) : left - right
}

/** Whether a brain stands in a stage now, or in what stands beside the stages. */
export function isAt({ state, proposal }: LifecycleRow, stage: StageKey): boolean {
  if (stage === 'rectification') return isCounted(state) && state.measures.length > 0
  if (stage === 'proposed') return proposal !== null
  return state.stage === stage
}

/** Rows that fit every choice but the stage, so that stages may still be counted. */
export function narrowed(
  rows: readonly LifecycleRow[],
  filter: LifecycleFilter,
): readonly LifecycleRow[] {
  const words = filter.text.toLowerCase().split(/\s+/).filter(Boolean)
  return rows.filter(({ brain, deadlines }) => {
    const has = [brain.id, brain.name, brain.organiser, brain.leadUnit].join(' ').toLowerCase()
    return (
      words.every((word) => has.includes(word)) &&
      (!filter.city || brain.city === filter.city) &&
      (!filter.domain || brain.domain === filter.domain) &&
      (!filter.batch || String(brain.batch ?? 'none') === filter.batch) &&
      (!filter.isWarned || deadlines.some(isWarned))
    )
  })
}

const STAGE_RANK: readonly Stage[] = [
  ...(['designated', 'accepted', 'pilot', 'pool', 'publicised', 'reviewed'] as const),
  ...(['applied', 'notSelected', 'disqualified', 'unknown'] as const),
]

/** The same rows in another order; they come most urgent first. */
export function inOrder(
  rows: readonly LifecycleRow[],
  order: RowOrder,
  locale: string,
): readonly LifecycleRow[] {
  if (order === 'urgency') return rows
  const { compare } = new Intl.Collator(locale)
  const rank = ({ state }: LifecycleRow): number => STAGE_RANK.indexOf(state.stage)
  return [...rows].sort((a, b) =>
    order === 'name'
      ? compare(a.brain.name, b.brain.name)
      : rank(a) - rank(b) || (a.state.since ?? '').localeCompare(b.state.since ?? '') || byId(a, b),
  )
}

/** Rows that fit every choice, most urgent first. */
export function chosenRows(
  rows: readonly LifecycleRow[],
  filter: LifecycleFilter,
): readonly LifecycleRow[] {
  const { stage } = filter
  const fitting = narrowed(rows, filter)
  return stage === '' ? fitting : fitting.filter((row) => isAt(row, stage))
}

/** History folded to an earlier day; the same where the day is empty or not earlier. */
export const foldedTo = <C extends FigureContext>(context: C, day: string): C =>
  day === '' || day >= context.today
    ? context
    : { ...context, today: day, states: foldAll(context.cube.brains, context.cube.events, day) }

/** Rows of each batch, the latest first; those without a batch last. */
export function byBatch(
  rows: readonly LifecycleRow[],
): readonly { readonly batch: number | null; readonly rows: readonly LifecycleRow[] }[] {
  const groups = new Map<number | null, LifecycleRow[]>()
  for (const row of rows) {
    const held = groups.get(row.brain.batch)
    if (held) held.push(row)
    else groups.set(row.brain.batch, [row])
  }
  return [...groups]
    .map(([batch, held]) => ({ batch, rows: held }))
    .sort((a, b) => (b.batch ?? -1) - (a.batch ?? -1))
}

/** The context of figures over some rows alone. */
export function contextOver(context: FigureContext, rows: readonly LifecycleRow[]): FigureContext {
  const ids = new Set(rows.map(({ brain }) => brain.id))
  if (ids.size === context.cube.brains.length) return context
  return {
    ...context,
    cube: {
      ...context.cube,
      brains: context.cube.brains.filter(({ id }) => ids.has(id)),
      events: context.cube.events.filter(({ brain }) => ids.has(brain)),
    },
    states: new Map([...context.states].filter(([id]) => ids.has(id))),
  }
}

/** Whether the register itself knows the brain's course: of those that only publications name none is counted. */
export const isRegistered = ({ brain }: LifecycleRow): boolean => isOwn(brain)
