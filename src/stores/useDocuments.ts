import { watch } from 'vue'

import { keepDocument } from '../data/keepDocument.ts'
import type { Keeper, KeepOptions } from '../data/keepDocument.ts'
import type { ReadOptions } from '../data/request.ts'
import { usePorts } from './ports.ts'
import { useSpace } from './space.ts'

interface DocumentOptions<T> {
  readonly subject: string
  readonly ask: (space: string, options: ReadOptions) => Promise<T>
  readonly recall: (space: string) => ReturnType<KeepOptions<T>['recall']>
  readonly onUpdate: KeepOptions<T>['onUpdate']
}

/**
 * Keepers of documents of the space that the page looks at. When the page looks elsewhere they are
 * stopped and `onLeave` is called, so that no document of one space or instant shows in another.
 * A page that asks as of an instant neither saves nor recalls last good documents.
 */
export function useDocuments(onLeave: () => void) {
  const { lastGood } = usePorts()
  const place = useSpace()
  let keepers: Keeper[] = []

  function keep<T extends { readonly version: number }>(options: DocumentOptions<T>): Keeper {
    const { id: space, asOf } = place
    const keeper = keepDocument<T>({
      ask: (signal) => options.ask(space, { asOf, signal }),
      recall: async () => (asOf ? null : await options.recall(space)),
      save: (document) => {
        if (!asOf) lastGood.save(space, options.subject, document)
      },
      onUpdate: options.onUpdate,
    })
    keepers.push(keeper)
    return keeper
  }

  function leave(): void {
    for (const keeper of keepers) keeper.stop()
    keepers = []
    onLeave()
  }

  watch(() => place.place, leave, { flush: 'sync' })
  return { keep }
}
