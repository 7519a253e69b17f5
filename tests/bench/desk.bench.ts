import { chromium, type Browser } from '@playwright/test'

import { REPORTED_INDICATORS } from '../../src/domain/catalogue/index.ts'
import { DEFAULT_SELECTION } from '../../src/domain/selection.ts'
import { deskIndicators } from '../../src/figures/desk/context.ts'
import { buildWhenStale } from '../e2e/buildWhenStale.ts'
import { chromiumArgs, findChromium } from '../e2e/chromium.ts'
import { startService } from '../e2e/service.ts'
import { scrollTable } from './desk/manyRows.ts'
import { timesOf } from './desk/ownWork.ts'
import { repaints, type Pair } from './desk/painted.ts'
import { scriptsOf } from './desk/scripts.ts'
import { ASKED, STEPS } from './desk/steps.ts'
import { contextOf, worldOf } from './desk/world.ts'
import { budget, median, report } from './harness.ts'
import { startBareSite } from './wall/bareSite.ts'

const ROUNDS = 5
const [FEW, MANY] = [54, 5_000]
const [WALL, DESK] = [/^WallView-/, /^(?:ExplorerView|DeskShell)-/]

/** The value that 95 of 100 do not exceed. */
const p95 = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[Math.ceil(values.length * 0.95) - 1] ?? NaN

/** Median of five rounds of sixty steps, each over a cube that has answered nothing yet; one to warm up. */
function ownWork(counted: number, indicators: readonly string[]): number {
  const world = worldOf(counted, indicators)
  const round = (): number => p95(timesOf(contextOf(world), STEPS))
  round()
  return median(Array.from({ length: ROUNDS }, round))
}

function ownBudgets() {
  const all = REPORTED_INDICATORS.map(({ id }) => id)
  const asked = ASKED.flatMap((indicator) => deskIndicators({ ...DEFAULT_SELECTION, indicator }))
  const name = (count: string): string => `own work at ${count} brains × 120 months, p95, CPU ms`
  return [
    budget(name('54'), ownWork(FEW, all), 8),
    budget(name('5,000'), ownWork(MANY, [...new Set(asked)]), 40),
  ]
}

const describe = (pairs: readonly Pair[], page: keyof Pair): string => {
  const painted = pairs.map((pair) => pair[page].painted)
  return `${page}: painted ${median(painted).toFixed(0)} ms, p95 ${p95(painted).toFixed(0)} ms`
}

async function paintBudgets(browser: Browser, desk: string, bare: string) {
  const pairs = await repaints(browser, desk, bare)
  console.log(`${describe(pairs, 'desk')} · ${describe(pairs, 'bare')}`)
  const split = pairs.filter((pair) => pair.desk.frames.length > 1).length
  const painted = (page: keyof Pair): number => p95(pairs.map((pair) => pair[page].painted))
  return [
    budget(`interactions of ${pairs.length} that take more than one frame`, split, 0),
    budget('filter change → repainted, p95, desk ÷ bare', painted('desk') / painted('bare'), 0.8),
  ]
}

async function tableBudget(browser: Browser, url: string) {
  const { rows, longest } = await scrollTable(browser, url, MANY)
  return budget(`longest frame while ${rows} rows scroll, ms`, longest, 50)
}

async function scriptBudgets(browser: Browser, url: string) {
  const desk = await scriptsOf(browser, `${url}/demo/desk`)
  const wall = await scriptsOf(browser, `${url}/demo/wall`)
  if (![desk.some((name) => DESK.test(name)), wall.some((name) => WALL.test(name))].every(Boolean))
    throw new Error('The scripts of the views are not named as they were.')
  const count = (names: readonly string[], of: RegExp): number =>
    names.filter((name) => of.test(name)).length
  return [
    budget('scripts of the wall that the desk loads', count(desk, WALL), 0),
    budget('scripts of the desk that the wall loads', count(wall, DESK), 0),
  ]
}

buildWhenStale()
const executablePath = findChromium()
if (!executablePath) throw new Error('No Chromium: install it, or name it in CHROMIUM_PATH.')
const [service, bare] = await Promise.all([startService(), startBareSite()])
const browser = await chromium.launch({ executablePath, args: chromiumArgs() })
try {
  report('desk', [
    ...ownBudgets(),
    ...(await paintBudgets(browser, `${service.url}/demo/desk`, bare.url)),
    await tableBudget(browser, service.url),
    ...(await scriptBudgets(browser, service.url)),
  ])
} finally {
  await browser.close()
  bare.stop()
  await service.stop()
}
