import type { Browser, CDPSession, Page } from '@playwright/test'

/** A page in a fresh profile: nothing cached, nothing stored. */
export interface OpenPage {
  readonly page: Page
  readonly cdp: CDPSession
  readonly close: () => Promise<void>
}

const SCREEN = { width: 1920, height: 1080 }

/** Opens an empty page of a wall's size. */
export async function openPage(browser: Browser): Promise<OpenPage> {
  const context = await browser.newContext({
    viewport: SCREEN,
    screen: SCREEN,
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
  })
  const page = await context.newPage()
  return { page, cdp: await context.newCDPSession(page), close: () => context.close() }
}
