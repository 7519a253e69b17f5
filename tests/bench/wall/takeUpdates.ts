import type { Page } from '@playwright/test'

import type { Revise } from './revisions.ts'

const LIMIT_MS = 150_000
const IS_SLICE = /\/api\/demo\/slices\//

/**
 * Pushes revisions as fast as the page takes them: the next one is sent when the page has fetched the slice
 * that the last one changed. Throws when that takes longer than 150 s in all.
 */
export async function takeUpdates(page: Page, revise: Revise) {
  const limit = performance.now() + LIMIT_MS
  return async (count: number): Promise<void> => {
    for (let i = 0; i < count; i++) {
      const taken = page.waitForResponse((answer) => IS_SLICE.test(answer.url()), {
        timeout: 5_000,
      })
      await Promise.all([taken, revise()])
      if (performance.now() > limit) throw new Error(`The page took only ${i} updates in time.`)
    }
  }
}
