import type { EventEntry } from '../../src/contract/index.ts'

/**
 * An event as it is kept: whoever sends it may name the office that acted, the service says which account recorded it.
 * Sent again, an event stays as it was recorded the first time.
 */
export function signedEvent(
  entry: EventEntry,
  held: EventEntry | undefined,
  by: string,
): EventEntry {
  if (held && isSameEvent(held, entry)) return held
  const { recordedBy: _claimed, ...said } = entry
  const actor = entry.actor ?? by
  return actor === by ? { ...said, actor } : { ...said, actor, recordedBy: by }
}

/** Whether an event says what a stored one says; who recorded it is the service's, and the actor where none is named. */
export const isSameEvent = (held: EventEntry, entry: EventEntry): boolean =>
  contentOf(held, entry.actor != null) === contentOf(entry, entry.actor != null)

const contentOf = (event: EventEntry, withActor: boolean): string =>
  JSON.stringify(
    Object.entries(event)
      .filter(([, value]) => value != null)
      .filter(([key]) => key !== 'recordedBy' && (withActor || key !== 'actor'))
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  )
