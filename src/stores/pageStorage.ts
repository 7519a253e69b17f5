import { inject } from 'vue'
import type { InjectionKey } from 'vue'

import { browserStorage } from '../data/browserStorage.ts'
import type { JournalStorage } from '../data/journaledShelf.ts'

/** What small things kept between visits need of a browser's storage. */
export type PageStorage = JournalStorage

export const PAGE_STORAGE: InjectionKey<PageStorage | null> = Symbol('pageStorage')

/** The storage that the app provides under PAGE_STORAGE, else the browser's own; null where it forbids it. */
export const usePageStorage = (): PageStorage | null => inject(PAGE_STORAGE, browserStorage, true)

/** Keys that begin with a text. */
export const keysFrom = (storage: PageStorage, prefix: string): string[] =>
  Array.from({ length: storage.length }, (_, at) => storage.key(at) ?? '').filter((key) =>
    key.startsWith(prefix),
  )

/** Writes where there is room: what is kept between visits is a comfort, and its loss no error. */
export function tryToKeep(storage: PageStorage | null, key: string, text: string): void {
  try {
    storage?.setItem(key, text)
  } catch {
    // Full or forbidden.
  }
}
