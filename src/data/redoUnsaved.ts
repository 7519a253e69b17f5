import type { DocumentShelf, ShelvedDocument } from './documentShelf.ts'
import type { Unsaved } from './trackChanges.ts'

/**
 * Puts a document that a page left unsaved onto the shelf. Where somebody else has changed it meanwhile, that
 * version stays and the unsaved one goes beside it as a copy.
 */
export async function redoUnsaved(
  shelf: Pick<DocumentShelf, 'change'>,
  { id, document, revisions }: Unsaved,
  freshId: () => string,
): Promise<void> {
  const ours = new Set([...revisions, document?.head.revision])
  const isOurs = (now: ShelvedDocument): boolean => ours.has(now.head.revision)
  const kept = await shelf.change(id, (now) => (now && !isOurs(now) ? now : document))
  if (!document || !kept || isOurs(kept)) return
  const copy = copyOf(document, freshId())
  await shelf.change(copy.head.id, () => copy)
}

/** Under another id, which the content may repeat. */
const copyOf = ({ head, content }: ShelvedDocument, id: string): ShelvedDocument => ({
  head: { ...head, id },
  content: typeof content === 'object' && content !== null ? { ...content, id } : content,
})
