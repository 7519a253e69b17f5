import type { z } from 'zod/mini'

import { EventSubmission } from '../../src/contract/index.ts'
import type { EventReceipt } from '../../src/contract/index.ts'
import type { Scope } from '../../src/domain/rights.ts'
import { knownAtForbidden } from '../auth/rights.ts'
import { HttpProblem } from '../http/problem.ts'
import type { Space } from '../space/space.ts'
import type { EventsOutcome } from '../store/store.ts'
import { eventFindings } from './eventRules.ts'
import { requireSchema } from './schemaFindings.ts'
import { brokenRules, requireKnown } from './submitReport.ts'

/** The simulator says when an event became known; others get the service's clock. */
interface EventSender {
  readonly knowsWhen: boolean
  readonly scope: Scope
}

/** Appends lifecycle events, all or none. Throws 400, 403, 409 or 422. */
export async function submitEvents(
  space: Space,
  value: unknown,
  { knowsWhen, scope }: EventSender,
): Promise<z.infer<typeof EventReceipt>> {
  const { events, knownAt } = requireSchema(EventSubmission, value)
  if (knownAt !== undefined && !knowsWhen) throw knownAtForbidden()
  const holds = await space.rows(scope)
  const unseen = events.flatMap(({ brain }, i) => (holds(brain) ? [] : [i]))
  if (scope.kind !== 'all' && unseen.length > 0) throw unknownBrains(unseen)
  const findings = eventFindings(events, space.clock.today())
  if (findings.length > 0) throw brokenRules(findings)
  const instant = knownAt === undefined ? space.clock.knownNow() : requireKnown(space, knownAt)
  const writes = events.map((entry) => ({ entry, knownAt: instant }))
  return receipt(space.written(await space.store.appendEvents(writes)))
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
  brokenRules(
    events.map((i) => ({
      place: `/events/${i}/brain`,
      rule: 'unknownBrain',
      remedy: { zh: '先登记该产业大脑。', en: 'Register the brain first.' },
    })),
  )
