import { chromium } from '@playwright/test'
import type { Browser, BrowserContext, Page } from '@playwright/test'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { indexedDbDocuments } from '../../src/data/documentShelf.ts'
import type { DocumentShelf } from '../../src/data/documentShelf.ts'
import { chromiumArgs, findChromium } from '../e2e/chromium.ts'
import { pageModule } from './pageModule.ts'

/** What the page under test offers: the module with its types taken out. */
type Shelves = Window & {
  indexedDbDocuments: (name: string) => DocumentShelf
  shelf: DocumentShelf
  heard: string[]
}

/** Plain http and no localhost: the browser counts it as insecure, as on a closed network. */
const ORIGIN = 'http://desk.test'
const executablePath = findChromium()

async function openPage(context: BrowserContext): Promise<Page> {
  const module = await pageModule('indexedDb', 'documentShelf')
  const page = await context.newPage()
  const body = `<script>${module};window.shelf = indexedDbDocuments('documents')
window.heard = []; window.shelf.watch((id) => window.heard.push(id))</script>`
  await page.route(`${ORIGIN}/`, (route) => route.fulfill({ contentType: 'text/html', body }))
  await page.goto(`${ORIGIN}/`)
  return page
}

/** Adds a letter to the content of a document, many times at once. */
const addLetters = (page: Page, letters: string): Promise<unknown> =>
  page.evaluate((all) => {
    const { shelf } = window as unknown as Shelves
    const head = { space: 'demo', title: '', count: 0, savedAt: '', openedAt: '', revision: '' }
    const put = (letter: string) =>
      shelf.change('a', (now) => ({
        head: { ...head, id: 'a' },
        content: [...((now?.content ?? []) as string[]), letter],
      }))
    return Promise.all(all.map(put))
  }, letters.split(','))
const contentOf = (page: Page): Promise<unknown> =>
  page.evaluate(async () => (await (window as unknown as Shelves).shelf.read('a'))?.content ?? null)

describe.skipIf(executablePath === null)('a shelf of documents in the browser', () => {
  let browser: Browser
  let context: BrowserContext
  beforeAll(async () => {
    browser = await chromium.launch({ executablePath: executablePath ?? '', args: chromiumArgs() })
    context = await browser.newContext()
  })
  afterAll(() => browser.close())

  it('is empty after it was cleared, heads and contents', async () => {
    const page = await openPage(context)
    await addLetters(page, 'a,b')
    const left = await page.evaluate(async () => {
      const { shelf } = window as unknown as Shelves
      await shelf.clear()
      return [await shelf.heads(), await shelf.read('a')]
    })
    expect(left).toEqual([[], null])
  })

  it('loses no change of two pages at once, tells the other one, and outlives a reload', async () => {
    const [one, two] = [await openPage(context), await openPage(context)]
    expect(await one.evaluate(() => isSecureContext)).toBe(false)
    await Promise.all([addLetters(one, 'a,b,c,d,e,f,g,h'), addLetters(two, 'i,j,k,l,m,n,o,p')])
    const all = 'a,b,c,d,e,f,g,h,i,j,k,l,m,n,o,p'
    expect(((await contentOf(one)) as string[]).sort().join()).toBe(all)
    expect(await two.evaluate(() => (window as unknown as Shelves).heard.length)).toBe(8)
    await one.reload()
    expect(((await contentOf(one)) as string[]).sort().join()).toBe(all)
    const heads = await one.evaluate(() => (window as unknown as Shelves).shelf.heads())
    expect(heads).toHaveLength(1)
  })

  it('writes nothing where a change fails, and removes on null', async () => {
    const page = await openPage(context)
    const before = await contentOf(page)
    const message = await page.evaluate(() =>
      (window as unknown as Shelves).shelf
        .change('a', () => {
          throw new Error('no')
        })
        .then(() => '', String),
    )
    expect(message).toContain('no')
    expect(await contentOf(page)).toEqual(before)
    await page.evaluate(() => (window as unknown as Shelves).shelf.change('a', () => null))
    expect(await contentOf(page)).toBeNull()
    expect(await page.evaluate(() => (window as unknown as Shelves).shelf.heads())).toEqual([])
  })
})

it('rejects where the browser refuses', async () => {
  const refused = indexedDbDocuments('refused', () => {
    throw new Error('SecurityError')
  })
  await expect(refused.heads()).rejects.toThrow('SecurityError')
  await expect(refused.change('a', () => null)).rejects.toThrow('SecurityError')
})
