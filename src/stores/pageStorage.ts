import { inject } from 'vue'
import type { InjectionKey } from 'vue'

import { browserStorage } from '../data/browserStorage.ts'

/** The two methods of a browser's storage that small things kept between visits need. */
export type PageStorage = Pick<Storage, 'getItem' | 'setItem'>

export const PAGE_STORAGE: InjectionKey<PageStorage | null> = Symbol('pageStorage')

/** The storage that the app provides under PAGE_STORAGE, else the browser's own; null where it forbids it. */
export const usePageStorage = (): PageStorage | null => inject(PAGE_STORAGE, browserStorage, true)
