import type { Page } from '@playwright/test'

import type { Revise } from './revisions.ts'

const LIMIT_MS = 120_000
/** Reports on their way at once. */
const IN_FLIGHT = 4
const IS_SLICE = /\/api\/demo\/slices\//

/**
 * Pushes revisions as fast as the page takes them, four at a time: the next four are sent when the page has
 * fetched a slice that the last ones changed. The returned function resolves to whether the page took
 * `count` of them; all of them together may take two minutes.
 */
export function updatesOf(page: Page, revise: Revise): (count: number) => Promise<boolean> {
  const limit = performance.now() + LIMIT_MS
  const isSlice = (answer: { url(): string }): boolean => IS_SLICE.test(answer.url())
  return async (count) => {
    for (let sent = 0; sent < count; sent += IN_FLIGHT) {
      if (performance.now() > limit) return false
      const fetched = page.waitForResponse(isSlice, { timeout: LIMIT_MS })
      await Promise.all([fetched, ...Array.from({ length: IN_FLIGHT }, revise)])
    }
    return true
  }
}
