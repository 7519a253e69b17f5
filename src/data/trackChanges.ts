import type { DocumentShelf, NextDocument, ShelvedDocument } from './documentShelf.ts'

/** A document as a page shows it while changes of it are on their way to the shelf. */
export interface Unsaved {
  readonly id: string
  /** Null where it is being removed. */
  readonly document: ShelvedDocument | null
  /** Of what the shelf held, as far as the document contains it. */
  readonly revisions: readonly string[]
}

interface Known {
  document: ShelvedDocument | null
  revisions: string[]
  /** Changes that no transaction has done yet. */
  readonly waiting: NextDocument[]
  /** How many changes the shelf has not acknowledged. */
  unsettled: number
}

/** Reads and changes of a shelf, and at any moment what it has not acknowledged of them. */
export function trackChanges(shelf: Pick<DocumentShelf, 'read' | 'change'>) {
  const known = new Map<string, Known>()

  const knownOf = (id: string): Known => {
    const one = known.get(id) ?? { document: null, revisions: [], waiting: [], unsettled: 0 }
    known.set(id, one)
    return one
  }

  async function read(id: string): Promise<ShelvedDocument | null> {
    const document = await shelf.read(id)
    const one = knownOf(id)
    if (one.unsettled === 0) Object.assign(one, { document, revisions: revisionOf(document) })
    return document
  }

  /** As the shelf's own, once `ready` resolves. */
  async function change(
    id: string,
    next: NextDocument,
    ready: Promise<void>,
  ): Promise<ShelvedDocument | null> {
    const one = knownOf(id)
    one.unsettled += 1
    one.waiting.push(next)
    try {
      await ready
      return await shelf.change(id, (now) => {
        one.document = next(now)
        one.revisions.push(...revisionOf(now), ...revisionOf(one.document))
        drop(one.waiting, next)
        return one.document
      })
    } finally {
      drop(one.waiting, next)
      one.unsettled -= 1
      if (one.unsettled === 0) one.revisions = revisionOf(one.document)
    }
  }

  const isSettled = (id: string): boolean => knownOf(id).unsettled === 0

  const unsaved = (): Unsaved[] =>
    [...known]
      .filter(([id]) => !isSettled(id))
      .map(([id, { document, revisions, waiting }]) => ({
        ...{ id, revisions },
        document: waiting.reduce((now, next) => next(now), document),
      }))

  return { read, change, isSettled, unsaved }
}

export const revisionOf = (document: ShelvedDocument | null): string[] =>
  document ? [document.head.revision] : []

function drop<T>(list: T[], item: T): void {
  const at = list.indexOf(item)
  if (at >= 0) list.splice(at, 1)
}
