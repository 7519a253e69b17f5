import { join } from 'node:path'

import type { Browser } from '@playwright/test'

import type { Exported } from '../../../src/export/exported.ts'
import { allFigures, exported } from '../../export/exportable.ts'
import { startBuiltSite } from '../builtSite.ts'
import { budget, median, type Budget } from '../harness.ts'
import { openPage } from '../wall/openPage.ts'

const [PICTURES, ROUNDS] = [30, 5]
const LIMIT = 1.3
const SIZE = '3200,1800'

/** Thirty figures of every kind that needs no map, each kind in turn. */
function thirtyFigures(): Exported[] {
  const all = allFigures('demo', 'zh-CN').filter(({ kind }) => kind !== 'absent' && kind !== 'map')
  const places = new Map<string, number>()
  const ranked = all.map((figure) => {
    const place = places.get(figure.kind) ?? 0
    places.set(figure.kind, place + 1)
    return { figure, place }
  })
  const chosen = ranked.sort((a, b) => a.place - b.place).slice(0, PICTURES)
  return chosen.map(({ figure }) => exported(figure))
}

/**
 * Thirty PNGs at 2× in Chromium, from figures to files by the page's worker, against a bare loop that hands the same
 * marks, laid out before, to ECharts and takes its `getDataURL`: the median ratio of interleaved rounds on the
 * clock, after one to warm up. Neither has web fonts.
 */
export async function picturesBench(browser: Browser): Promise<Budget> {
  const site = await startBuiltSite(join(import.meta.dirname, 'pictures'))
  try {
    const { page, close } = await openPage(browser)
    await page.goto(site.url)
    const items = thirtyFigures()
    const paint = async (by: 'paintInWorker' | 'paintBare'): Promise<number> => {
      const painted = await page.evaluate(({ by, items }) => window[by]?.(items), { by, items })
      if (painted?.sizes.filter((size) => size.join() === SIZE).length !== PICTURES)
        throw new Error(`Not ${PICTURES} pictures of ${SIZE}: ${JSON.stringify(painted)}`)
      return painted.ms
    }
    const ratios: number[] = []
    for (let round = 0; round <= ROUNDS; round++) {
      const bare = await paint('paintBare')
      const ours = await paint('paintInWorker')
      if (round > 0) ratios.push(ours / bare)
      console.log(`30 PNGs: worker ${ours.toFixed(0)} ms, bare ECharts ${bare.toFixed(0)} ms`)
    }
    await close()
    return budget(`${PICTURES} PNGs at 2×, times a bare loop`, median(ratios), LIMIT)
  } finally {
    site.stop()
  }
}
