import type { Browser, Page } from '@playwright/test'

import { packBoard, type Board } from '../../../src/domain/board/board.ts'
import { openPage } from '../wall/openPage.ts'
import type { boardWorld } from './boardWorld.ts'

declare global {
  interface Window {
    boardPainted?: Promise<number>
  }
}

/** Runs in the page before its own code: resolves at the end of the first frame that has rows of the board. */
function watchBoard(): void {
  window.boardPainted = new Promise((resolve) => {
    const channel = new MessageChannel()
    channel.port1.onmessage = () => resolve(performance.now())
    const observer = new MutationObserver(() => {
      if (document.querySelectorAll('[role="grid"] [role="rowheader"]').length < 10) return
      observer.disconnect()
      requestAnimationFrame(() => channel.port2.postMessage(0))
    })
    addEventListener('DOMContentLoaded', () =>
      observer.observe(document.body, { subtree: true, childList: true }),
    )
  })
}

/** Milliseconds from the last byte of the board's answer to the end of the frame that shows it. */
const boardTime = async (): Promise<number> => {
  const to = (await window.boardPainted) ?? NaN
  const [answer] = performance
    .getEntriesByType('resource')
    .filter(({ name }) => /\/board\?/.test(name)) as PerformanceResourceTiming[]
  return to - (answer?.responseEnd ?? NaN)
}

const idle = (): Promise<unknown> => new Promise((resolve) => requestIdleCallback(resolve))

const fulfil = (
  page: Page,
  path: string,
  body: object,
  until?: Promise<unknown>,
): Promise<unknown> =>
  page.route(`**/api/demo/${path}`, async (route) => {
    await until
    await route.fulfill({ body: JSON.stringify(body), contentType: 'application/json' })
  })

/**
 * Milliseconds of the product's page, from the answer at hand to the rows on the screen; the registry is there
 * before.
 */
export async function drawBoard(
  browser: Browser,
  url: string,
  { brains, events }: Pick<ReturnType<typeof boardWorld>, 'brains' | 'events'>,
  board: Board,
): Promise<number> {
  const { page, close } = await openPage(browser)
  await page.addInitScript(watchBoard)
  const registry = (await (await fetch(`${url}/api/demo/registry`)).json()) as object
  let release: () => void = () => undefined
  const asked = new Promise<void>((resolve) => (release = resolve))
  await fulfil(page, 'registry', { ...registry, brains, events })
  await fulfil(page, 'board?*', { ...packBoard(board), publications: [] }, asked)
  const request = page.waitForRequest(/\/board\?/)
  await page.goto(`${url}/demo/board?span=36`)
  await request
  await page.getByText('正在读取台账').waitFor()
  await page.evaluate(idle)
  release()
  const time = await page.evaluate(boardTime)
  await close()
  return time
}

/** Runs in an empty page: the same cells as one HTML table, each a word. */
const drawTable = (rows: readonly string[]): Promise<number> =>
  new Promise((resolve) => {
    const channel = new MessageChannel()
    const start = performance.now()
    channel.port1.onmessage = () => resolve(performance.now() - start)
    const cells = (letters: string): string => letters.replace(/./g, '<td>$&</td>')
    document.body.innerHTML = `<table>${rows
      .map((letters, i) => `<tr><th>${i}</th>${cells(letters)}</tr>`)
      .join('')}</table>`
    requestAnimationFrame(() => channel.port2.postMessage(0))
  })

/** Milliseconds of a bare table with every cell. */
export async function drawBare(browser: Browser, { states }: Board): Promise<number> {
  const { page, close } = await openPage(browser)
  await page.goto('about:blank')
  const time = await page.evaluate(drawTable, states)
  await close()
  return time
}
