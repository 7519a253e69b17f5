import type { EventEntry } from '../../src/contract/index.ts'
import type { LifecycleEvent } from '../../src/domain/event.ts'
import { standingEvents } from '../../src/domain/lifecycle.ts'
import { finding } from '../http/problem.ts'
import type { Finding } from '../http/problem.ts'
import type { Space } from '../space/space.ts'

/** What orders of rectification must keep beside the history: each says why, and none is entered twice. */
export function orderFindings(
  held: readonly LifecycleEvent[],
  events: readonly EventEntry[],
): readonly Finding[] {
  const known = new Set(held.map(({ id }) => id))
  const first = new Map(
    standingEvents(held)
      .filter(isOrder)
      .map((order) => [said(order), order.id]),
  )
  return events.flatMap((event, i) => {
    if (!isOrder(event) || known.has(event.id)) return []
    if (!event.reason) return [reasonMissing(i)]
    const same = first.get(said(event)) ?? event.id
    first.set(said(event), same)
    return same === event.id ? [] : [sameOrder(i, same)]
  })
}

const isOrder = ({ kind }: Pick<EventEntry, 'kind'>): boolean => kind === 'rectificationOrdered'

const said = ({ brain, date, due, reason }: EventEntry | LifecycleEvent): string =>
  JSON.stringify([brain, date, due ?? null, reason ?? null])

const reasonMissing = (i: number): Finding =>
  finding(
    `/events/${i}/reason`,
    'reasonMissing',
    '限期整改须写明事由：在 reason 写一句。',
    'An order of rectification says why: give it in "reason".',
  )

const sameOrder = (i: number, other: string): Finding =>
  finding(
    `/events/${i}/reason`,
    'sameOrder',
    `与 ${other} 是同一件限期整改（日期、期限、事由相同）：不重复登记；另有事由的，写明不同的事由。`,
    `This is the order ${other} again (same day, term and reason): do not enter it twice; where it is another matter, say which.`,
  )

/**
 * Orders whose case was begun are taken back by another person than those who work it; a token does not tell
 * people apart.
 */
export async function takenBackFindings(
  { store }: Pick<Space, 'store'>,
  {
    held,
    events,
  }: { readonly held: readonly EventEntry[]; readonly events: readonly EventEntry[] },
  by: string,
): Promise<readonly Finding[]> {
  const known = new Set(held.map(({ id }) => id))
  const findings: Finding[] = []
  for (const [i, { id, kind, order }] of events.entries()) {
    if (kind !== 'withdrawn' || order == null || known.has(id)) continue
    const steps = await store.recordVersions('caseStep', order)
    const isOwn = steps.some(({ actor }) => actor === by)
    if (isOwn || (steps.length > 0 && !by.startsWith('user:'))) findings.push(ownCase(i, order))
  }
  return findings
}

const ownCase = (i: number, order: string): Finding =>
  finding(
    `/events/${i}/order`,
    'ownCase',
    `限期整改 ${order} 的案卷已有办理记录：须由未办理该案卷的另一人登录后更正，并写明原因。`,
    `The case of ${order} was begun: somebody else, signed in, who took no step in it takes the order back and says why.`,
  )
