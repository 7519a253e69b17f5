import { chromium } from '@playwright/test'
import type { Browser, Page } from '@playwright/test'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import type { Shelf } from '../../src/data/shelf.ts'
import { chromiumArgs, findChromium } from '../e2e/chromium.ts'
import { pageModule } from './pageModule.ts'

/** What the page under test offers: the module with its types taken out. */
type Shelves = Window & { indexedDbShelf: (name: string) => Shelf }

/** Plain http and no localhost: the browser counts it as insecure, as on a closed network. */
const ORIGIN = 'http://wall.test'

const executablePath = findChromium()
const entry = (key: string, day: number) => ({
  key,
  value: { day },
  savedAt: `2026-11-0${day}T00:00:00.000Z`,
})

async function openPage(browser: Browser): Promise<Page> {
  const module = await pageModule('indexedDb', 'shelf')
  const page = await browser.newPage()
  const body = `<script>${module};window.indexedDbShelf = indexedDbShelf</script>`
  await page.route(`${ORIGIN}/`, (route) => route.fulfill({ contentType: 'text/html', body }))
  await page.goto(`${ORIGIN}/`)
  return page
}

describe.skipIf(executablePath === null)('a shelf in the browser', () => {
  let browser: Browser
  let page: Page
  beforeAll(async () => {
    browser = await chromium.launch({ executablePath: executablePath ?? '', args: chromiumArgs() })
    page = await openPage(browser)
  })
  afterAll(() => browser.close())

  it('keeps entries over a reload of a page that came by plain http', async () => {
    expect(await page.evaluate(() => isSecureContext)).toBe(false)
    await page.evaluate(
      (entries) => (window as unknown as Shelves).indexedDbShelf('reload').put(entries, 9),
      [entry('a', 1), entry('b', 2)],
    )
    await page.reload()
    const found = await page.evaluate(() => {
      const shelf = (window as unknown as Shelves).indexedDbShelf('reload')
      return Promise.all(['a', 'b', 'c'].map((key) => shelf.get(key)))
    })
    expect(found).toEqual([entry('a', 1), entry('b', 2), null])
  })

  it('drops the oldest beyond its bound', async () => {
    const found = await page.evaluate(
      async ([first = [], second = []]) => {
        const shelf = (window as unknown as Shelves).indexedDbShelf('bound')
        await shelf.put(first, 3)
        await shelf.put(second, 3)
        return Promise.all(['a', 'b', 'c', 'd'].map((key) => shelf.get(key)))
      },
      [
        [entry('a', 3), entry('b', 1), entry('c', 2)],
        [entry('d', 4), entry('c', 5)],
      ],
    )
    expect(found.map((kept) => kept?.key ?? null)).toEqual(['a', null, 'c', 'd'])
  })
})
