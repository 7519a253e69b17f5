import type { z } from 'zod/mini'

import { EventSubmission } from '../../src/contract/index.ts'
import type { EventEntry, EventReceipt, EventWrite } from '../../src/contract/index.ts'
import { makeCalendar } from '../../src/domain/calendar.ts'
import type { Scope } from '../../src/domain/rights.ts'
import { knownAtForbidden } from '../auth/rights.ts'
import { HttpProblem } from '../http/problem.ts'
import type { Space } from '../space/space.ts'
import type { EventsOutcome } from '../store/store.ts'
import { findingsAmong, optionsOf, unknownBrain } from './judgeEvents.ts'
import { takenBackFindings } from './orderFindings.ts'
import { requireSchema } from './schemaFindings.ts'
import { brokenRules, requireKnown } from './submitReport.ts'
import { signedEvent } from './signedEvent.ts'
import { termed } from './termOf.ts'

/** The simulator says when an event became known and who acted; others get the service's clock and their name. */
interface EventSender {
  readonly knowsWhen: boolean
  readonly scope: Scope
  /** The signed-in name. */
  readonly by: string
}

/**
 * Appends lifecycle events, all or none: the history of every brain touched must stay legal as a whole. Throws 400,
 * 403, 409 or 422.
 */
export async function submitEvents(
  space: Space,
  value: unknown,
  sender: EventSender,
): Promise<z.infer<typeof EventReceipt>> {
  const { events, knownAt } = requireSchema(EventSubmission, value)
  if (knownAt !== undefined && !sender.knowsWhen) throw knownAtForbidden()
  const holds = await space.rows(sender.scope)
  const unseen = events.flatMap(({ brain }, i) => (holds(brain) ? [] : [i]))
  if (sender.scope.kind !== 'all' && unseen.length > 0) throw unknownBrains(unseen)
  return space.inTurn(async () => {
    const entries = await soundEntries(space, events, sender)
    const instant = knownAt === undefined ? space.clock.knownNow() : requireKnown(space, knownAt)
    const writes = entries.map((entry) => ({ entry, knownAt: instant }))
    return receipt(space.written(await space.store.appendEvents(writes)))
  })
}

/** The events as they are kept: with the day of their term and who entered them. Throws 422. */
async function soundEntries(
  space: Space,
  events: readonly EventWrite[],
  { knowsWhen, by }: EventSender,
): Promise<readonly EventEntry[]> {
  const registry = await space.store.registry(null)
  const { entries, findings } = termed(events, makeCalendar(registry.holidays))
  if (findings.length > 0) throw brokenRules(findings)
  const faults = [
    ...findingsAmong(registry, entries, { ...optionsOf(space), knowsWhen }),
    ...(knowsWhen
      ? []
      : await takenBackFindings(space, { held: registry.events, events: entries }, by)),
  ]
  if (faults.length > 0) throw brokenRules(faults)
  const byId = new Map(registry.events.map((event) => [event.id, event]))
  return entries.map((entry) => signedEvent(entry, byId.get(entry.id), by))
}

function receipt(outcome: EventsOutcome): z.infer<typeof EventReceipt> {
  if (outcome.kind === 'stored') return { added: outcome.added, unchanged: outcome.unchanged }
  if (outcome.kind === 'unknownBrain') throw unknownBrains(outcome.events)
  throw new HttpProblem(
    409,
    'conflict',
    { zh: '已有编号相同而内容不同的事件。', en: 'Another event has this id.' },
    outcome.events.slice(0, 50).map((i) => ({
      place: `/events/${i}/id`,
      rule: 'conflict',
      remedy: {
        zh: '事件只增不改：用新编号追加更正事件。',
        en: 'Events are never changed: append a correcting event with a new id.',
      },
    })),
  )
}

const unknownBrains = (events: readonly number[]): HttpProblem =>
  brokenRules(events.map(unknownBrain))
