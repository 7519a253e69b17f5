import type { EventEntry } from '../../src/contract/index.ts'
import type { LifecycleEvent } from '../../src/domain/event.ts'
import { compareEvents, eventsByBrain } from '../../src/domain/lifecycle.ts'
import { HISTORY_FAULTS } from '../../src/domain/programme/historyFaults.ts'
import { judgeHistory } from '../../src/domain/programme/judgeHistory.ts'
import type { HistoryFault, JudgeOptions } from '../../src/domain/programme/judgeHistory.ts'
import { finding } from '../http/problem.ts'
import type { Finding } from '../http/problem.ts'
import type { Space } from '../space/space.ts'
import type { StoredRegistry } from '../store/store.ts'
import { eventFindings } from './eventRules.ts'
import { orderFindings, takenBackFindings } from './orderFindings.ts'

/** A fault of a history and the event of those handed in that brings it about. */
export interface EventFault extends HistoryFault {
  /** Its position among the events handed in. */
  readonly at: number
  /** The field that is to be changed. */
  readonly field: string
}

/** Who hands events in. */
interface Judging {
  /** Only the simulator closes an order without its case file. */
  readonly knowsWhen?: boolean
}

/**
 * Everything that events must keep beyond their form and the sender's scope, at `/events/{i}/{field}`: days and
 * terms, a known brain, and the whole history of each brain, stored and new events together. Events that are stored
 * already are not judged again, nor faults that a history had before.
 */
export async function judgeEvents(
  space: Space,
  events: readonly EventEntry[],
  by: string,
): Promise<readonly Finding[]> {
  const registry = await space.store.registry(null)
  return [
    ...findingsAmong(registry, events, optionsOf(space)),
    ...(await takenBackFindings(space, { held: registry.events, events }, by)),
  ]
}

/** As judgeEvents, against a registry that was read already. */
export function findingsAmong(
  { brains, events: stored }: Pick<StoredRegistry, 'brains' | 'events'>,
  events: readonly EventEntry[],
  { knowsWhen = false, ...options }: SpaceRules & Judging,
): readonly Finding[] {
  const alone = eventFindings(events, options.today)
  if (alone.length > 0) return alone
  const known = new Set(brains.map(({ id }) => id))
  const strangers = events.flatMap(({ brain }, i) => (known.has(brain) ? [] : [unknownBrain(i)]))
  if (strangers.length > 0) return strangers
  const held = stored as readonly LifecycleEvent[]
  const faults = newFaults(held, events as readonly LifecycleEvent[], options)
  return [
    ...faults.map(findingOf),
    ...orderFindings(held, events),
    ...(knowsWhen ? [] : throughCase(held, events)),
  ]
}

const findingOf = ({ at, field, rule, text, remedy }: EventFault): Finding =>
  finding(`/events/${at}/${field}`, rule, `${text.zh}${remedy.zh}`, `${text.en} ${remedy.en}`)

/** What a space asks of every event. */
export type SpaceRules = Required<JudgeOptions>

/** What a space asks of every event: in `main` every event rests on a document. */
export const optionsOf = (space: Pick<Space, 'id' | 'clock'>): SpaceRules => ({
  today: space.clock.today(),
  requireDocument: space.id === 'main',
})

export const unknownBrain = (i: number): Finding =>
  finding(`/events/${i}/brain`, 'unknownBrain', '先登记该产业大脑。', 'Register the brain first.')

/** Faults that events bring into the histories of their brains. */
export function newFaults(
  held: readonly LifecycleEvent[],
  sent: readonly LifecycleEvent[],
  options: JudgeOptions,
): readonly EventFault[] {
  const ids = new Set(held.map(({ id }) => id))
  const positions = new Map(sent.map(({ id }, i) => [id, i]))
  const histories = eventsByBrain(held)
  const fresh = eventsByBrain(sent.filter(({ id }, i) => !ids.has(id) && positions.get(id) === i))
  return [...fresh].flatMap(([brain, added]) => {
    const before = histories.get(brain) ?? []
    const had = new Set(judgeHistory(before, options).map(keyOf))
    const after = judgeHistory([...before, ...added], options)
    return after
      .filter((fault) => !had.has(keyOf(fault)))
      .map((fault) => placed(fault, added, before, positions))
  })
}

const keyOf = ({ event, rule, other }: HistoryFault): string => `${event} ${rule} ${other ?? ''}`

/**
 * Where a fault is an event's own, it stands there. Where a new event puts a stored one in the wrong, it stands at
 * the new one, as being out of order.
 */
function placed(
  fault: HistoryFault,
  added: readonly LifecycleEvent[],
  before: readonly LifecycleEvent[],
  positions: ReadonlyMap<string, number>,
): EventFault {
  const own = positions.get(fault.event)
  if (own !== undefined && added.some(({ id }) => id === fault.event))
    return { ...fault, at: own, field: fieldOf(fault.rule) }
  const wronged = before.find(({ id }) => id === fault.event)
  const rival = added.find(({ id }) => id === fault.other)
  if (fault.rule === 'contradictoryDay' && wronged && rival) {
    const mirrored = HISTORY_FAULTS.contradictory(rival, wronged)
    return { ...mirrored, at: positions.get(rival.id) ?? 0, field: 'date' }
  }
  const cause = causeOf(wronged, added)
  return {
    ...fault,
    ...{ rule: 'outOfOrder', other: fault.event, at: positions.get(cause?.id ?? '') ?? 0 },
    field: cause?.kind === 'withdrawn' ? 'order' : 'date',
    text: {
      zh: `与已登记的事件 ${fault.event}（${wronged?.date ?? ''}）先后不合：登记后，${fault.text.zh}`,
      en: `Out of order with ${fault.event} (${wronged?.date ?? ''}), which is registered. With it: ${fault.text.en}`,
    },
  }
}

/** The new event closest before the one that is put in the wrong; else a correction, else the first. */
function causeOf(
  wronged: LifecycleEvent | undefined,
  added: readonly LifecycleEvent[],
): LifecycleEvent | undefined {
  const corrections = added.filter(({ kind }) => kind === 'withdrawn')
  const earlier = added
    .filter((event) => event.kind !== 'withdrawn' && wronged && compareEvents(event, wronged) < 0)
    .sort(compareEvents)
  return earlier.at(-1) ?? corrections[0] ?? added[0]
}

const FIELDS: Readonly<Record<string, string>> = {
  ...{ noOpenOrder: 'order', unknownOrder: 'order', whichOrder: 'order', unknownEvent: 'order' },
  unknownGrade: 'order',
  ...{ withdrawnTwice: 'order', withdrawnCorrection: 'order', withdrawnBefore: 'date' },
  ...{ reasonMissing: 'reason', assessedAgain: 'year', documentMissing: 'document' },
  ...{ dueBeforeOrder: 'due' },
}

const fieldOf = (rule: string): string => FIELDS[rule] ?? 'date'

/** 整改完成 comes from the case file, where a second person closes it on evidence. */
function throughCase(held: readonly LifecycleEvent[], events: readonly EventEntry[]): Finding[] {
  const kinds = new Map(held.map(({ id, kind }) => [id, kind]))
  return events.flatMap(({ id, kind, order }, i) => {
    if (kinds.has(id)) return []
    if (kind === 'rectified')
      return [
        finding(
          `/events/${i}/kind`,
          'useCase',
          '整改完成由整改案卷销号产生：在案卷中提交佐证、提请销号，由另一人销号。',
          'An order is closed in its case file: bring evidence there, hand it in, and let a second person close it.',
        ),
      ]
    if (kind !== 'withdrawn' || kinds.get(order ?? '') !== 'rectified') return []
    return [
      finding(
        `/events/${i}/order`,
        'caseClosed',
        '已销号的整改不能以更正重开：仍需整改的，另行下达限期整改。',
        'A closed case is not opened again by a correction: order a new rectification.',
      ),
    ]
  })
}
