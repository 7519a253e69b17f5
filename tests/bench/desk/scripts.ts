import type { Browser } from '@playwright/test'

import { openPage } from '../wall/openPage.ts'

/** Names of the scripts that a page asks for until it is quiet. */
export async function scriptsOf(browser: Browser, url: string): Promise<string[]> {
  const { page, close } = await openPage(browser)
  const names: string[] = []
  page.on('request', (request) => {
    const { pathname } = new URL(request.url())
    if (pathname.endsWith('.js')) names.push(pathname.slice(pathname.lastIndexOf('/') + 1))
  })
  await page.goto(url)
  await page.locator('canvas').first().waitFor()
  await page.waitForLoadState('networkidle', { timeout: 5_000 }).catch(() => undefined)
  await close()
  return names
}
