import { readFileSync } from 'node:fs'

import type { Browser, Page } from '@playwright/test'
import { unzipSync } from 'fflate'

import { BRIEFING_VERSION, type Briefing } from '../../../src/export/briefing.ts'
import { budget, type Budget } from '../harness.ts'
import { openPage } from '../wall/openPage.ts'
import { twentyFigures } from './twentyFigures.ts'

const CHARTS = 30
const LIMIT_MS = 120_000
/** The page stands still before the click, and is looked at for as long after the file is there. */
const QUIET_MS = 3_000

/** A briefing of the demo space with twenty figures and no words between them. */
const BRIEFING: Briefing = {
  ...{ version: BRIEFING_VERSION, id: 'bench', title: '演示简报', space: 'demo', locale: 'zh-CN' },
  ...{ period: '2026-10', asOf: '2026-11-22', createdAt: '2026-11-22T08:00:00Z' },
  ...{ marking: null, watermark: '' },
  items: twentyFigures().map(({ figure }, i) => ({
    ...{ kind: 'figure', id: `item-${i}`, query: 'desk', figure },
  })),
}

/** Puts it where the page keeps its briefings. */
async function keep(page: Page): Promise<void> {
  const now = BRIEFING.createdAt
  const head = {
    ...{ id: BRIEFING.id, space: BRIEFING.space, title: BRIEFING.title },
    ...{ count: BRIEFING.items.length, savedAt: now, openedAt: now, revision: 'bench' },
  }
  await page.evaluate(
    ({ head, content }) =>
      new Promise<void>((resolve, reject) => {
        const opening = indexedDB.open('briefings')
        opening.onerror = () => reject(new Error('The page keeps no briefings.'))
        opening.onsuccess = () => {
          const stored = opening.result.transaction(['heads', 'contents'], 'readwrite')
          stored.objectStore('heads').put(head)
          stored.objectStore('contents').put(content, head.id)
          stored.oncomplete = () => resolve()
        }
      }),
    { head, content: BRIEFING },
  )
}

interface Watched {
  /** Milliseconds of every task longer than 50 ms since `begin`. */
  readonly long: number[]
  /** Answers of the worker: progress, then the file. */
  readonly answers: string[]
  readonly begin: () => void
}

declare global {
  interface Window {
    watched?: Watched
  }
}

/** Runs in the page before its own code: notes long tasks and what workers answer. Self-contained. */
function watchExport(): void {
  const [long, answers]: [number[], string[]] = [[], []]
  let from = Infinity
  new PerformanceObserver((list) => {
    for (const { startTime, duration } of list.getEntries())
      if (startTime >= from) long.push(duration)
  }).observe({ type: 'longtask' })
  const Plain = window.Worker
  window.Worker = class extends Plain {
    constructor(...given: ConstructorParameters<typeof Plain>) {
      super(...given)
      this.addEventListener('message', ({ data }: MessageEvent<{ kind: string }>) =>
        answers.push(data.kind),
      )
    }
  }
  const begin = (): void => {
    long.length = 0
    from = performance.now()
  }
  window.watched = { long, answers, begin }
}

/**
 * The longest task of the page's main thread, in milliseconds, from the click that asks for a deck of 20 slides with
 * 30 native charts until the file is there and a while after; 0 where none took 50. The page is the real one.
 */
export async function responseBench(browser: Browser, url: string): Promise<Budget[]> {
  const { page, close } = await openPage(browser)
  await page.addInitScript(watchExport)
  await page.goto(`${url}/demo/briefing`)
  await page.getByRole('button', { name: '新建' }).waitFor()
  await keep(page)
  await page.reload()
  await page
    .locator('section.item')
    .nth(BRIEFING.items.length - 1)
    .waitFor()
  await requireWatch(page)
  await page.waitForTimeout(QUIET_MS)
  await page.evaluate(() => window.watched?.begin())
  const saving = page.waitForEvent('download', { timeout: LIMIT_MS })
  await page.getByRole('button', { name: 'PPTX', exact: true }).click()
  requireCharts(await (await saving).path())
  await page.waitForTimeout(QUIET_MS)
  const { long, answers } = await page.evaluate(() => ({ ...window.watched }))
  await close()
  const progress = answers?.filter((kind) => kind === 'progress').length ?? 0
  console.log(`deck from the page: ${long?.length} long tasks, ${progress} progress events`)
  return [
    budget(
      'longest main-thread task while a deck is exported, ms',
      Math.max(0, ...(long ?? [NaN])),
      100,
    ),
    budget('progress events of that export', progress, 1, 'higher'),
  ]
}

/** A watch that sees nothing would say that nothing was long. */
async function requireWatch(page: Page): Promise<void> {
  await page.evaluate(() => {
    window.watched?.begin()
    setTimeout(() => {
      const end = performance.now() + 80
      while (performance.now() < end);
    })
  })
  await page.waitForFunction(() => window.watched?.long.some((ms) => ms >= 80))
}

/** A deck from which figures are missing would be made in less time. */
function requireCharts(file: string): void {
  const names = Object.keys(unzipSync(readFileSync(file)))
  const charts = names.filter((name) => /^ppt\/charts\/chart[^/]*\.xml$/.test(name)).length
  if (charts !== CHARTS) throw new Error(`The deck has ${charts} native charts, not ${CHARTS}.`)
}
