import type { Browser, Page } from '@playwright/test'

import { NOTICES } from '../../../src/domain/eligibility/notices.ts'
import { indicatorsOf } from '../../../src/domain/eligibility/needs.ts'
import { DEFAULT_SELECTION } from '../../../src/domain/selection.ts'
import { deskIndicators } from '../../../src/figures/desk/context.ts'
import { actOn } from '../desk/act.ts'
import { FILTER_STEPS } from '../desk/filterSteps.ts'
import { openDesk } from '../desk/painted.ts'
import type { Repaint } from '../desk/repaint.ts'
import { serveWorld } from '../desk/serveWorld.ts'
import { worldOf } from '../desk/world.ts'
import { budget, calibrate, median, type Budget } from '../harness.ts'
import { drag, DRAG, isAtOnce, isWhole, openWhatIf } from './draggedWhatIf.ts'
import { sliceOf, statementsOf } from './eligibilityWorld.ts'

/** How the brains of a round come into the pages: those of the demo space as they are, more of them served instead. */
interface Round {
  readonly brains: number
  readonly desk?: (page: Page) => Promise<unknown>
  readonly whatIf?: (page: Page) => Promise<unknown>
}

const [set] = NOTICES
const PASSES = 3

/** The value that 95 of 100 do not exceed. */
const p95 = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[Math.ceil(values.length * 0.95) - 1] ?? NaN

function served(url: string, brains: number): Round {
  const asked = deskIndicators(DEFAULT_SELECTION)
  const { slices, ...register } = worldOf(brains, asked)
  const ids = register.brains.map(({ id }) => id)
  const wanted = [...new Set(NOTICES.flatMap(indicatorsOf))].map((id) => sliceOf(id, ids))
  const stated = set ? statementsOf(set, ids) : []
  const statements = stated.map((one) => ({ ...one, version: 1 }))
  return {
    brains,
    desk: (page) => serveWorld(page, url, { ...register, slices }),
    whatIf: (page) => serveWorld(page, url, { ...register, slices: wanted }, statements),
  }
}

interface Pair {
  readonly drag: Repaint
  readonly filter: Repaint
}

interface Measured {
  readonly pairs: readonly Pair[]
  /** Our own work of each step, in milliseconds of the reference machine: the median of the passes. */
  readonly own: readonly number[]
  /** From the last answer of the service to the open page. */
  readonly shown: number
}

/** Sixty steps of a drag, after each of them one click on a filter of the desk; then the same drag alone, twice. */
async function measured(browser: Browser, url: string, { desk, whatIf }: Round): Promise<Measured> {
  console.log('  opening the desk')
  const explorer = await openDesk(browser, `${url}/demo/desk`, [], desk)
  console.log('  opening the what-if')
  const { page, shown, close } = await openWhatIf(browser, url, whatIf)
  console.log(`  ${DRAG.length} steps of each, then ${PASSES - 1} passes of the drag alone`)
  const scale = calibrate()
  const pairs: Pair[] = []
  for (const [i, value] of DRAG.entries()) {
    const step = FILTER_STEPS[i % FILTER_STEPS.length]
    if (step)
      pairs.push({ drag: await drag(page, value), filter: await actOn(explorer.page, step) })
  }
  await explorer.close()
  const passes = [pairs.map((pair) => scale * pair.drag.own)]
  while (passes.length < PASSES) passes.push(await ownOf(page))
  await close()
  return { pairs, shown, own: DRAG.map((_, i) => median(passes.map((pass) => pass[i] ?? NaN))) }
}

/** Our own work of one more pass, by the pace of the machine at that moment. */
async function ownOf(page: Page): Promise<number[]> {
  const scale = calibrate()
  const own: number[] = []
  for (const value of DRAG) own.push(scale * (await drag(page, value)).own)
  return own
}

const describe = (name: string, repaints: readonly Repaint[]): string => {
  const painted = repaints.map((repaint) => repaint.painted)
  return `  ${name}: painted ${median(painted).toFixed(0)} ms, p95 ${p95(painted).toFixed(0)} ms`
}

async function roundBudgets(browser: Browser, url: string, round: Round): Promise<Budget[]> {
  const at = `what-if at ${round.brains.toLocaleString('en')} brains`
  console.log(at)
  const { pairs, own, shown } = await measured(browser, url, round)
  const [drags, filters] = [pairs.map((pair) => pair.drag), pairs.map((pair) => pair.filter)]
  const [n, atOnce, whole] = [drags.length, drags.filter(isAtOnce), drags.filter(isWhole)]
  console.log(`${describe('threshold', drags)}\n${describe("the desk's filters", filters)}`)
  console.log(`  own work: median ${median(own).toFixed(1)} ms, p95 ${p95(own).toFixed(1)} ms`)
  console.log(`  last answer → shown: ${shown.toFixed(0)} ms`)
  console.log(`  all that changes in one frame: ${atOnce.length} of ${n} steps`)
  console.log(`  map, counts, list and sentence all among it: ${whole.length} of ${n}`)
  if (whole.length === 0) throw new Error('The panels do not follow the handle.')
  const painted = (repaints: readonly Repaint[]): number => p95(repaints.map((one) => one.painted))
  return [
    budget(`${at}: own work in the browser p95, ms`, p95(own), 16),
    budget(`${at}: steps of ${n} that take more than one frame`, n - atOnce.length, 0),
    budget(`${at}: painted p95 ÷ the desk's filters`, painted(drags) / painted(filters), 1),
  ]
}

/** A threshold drawn in Chromium against the filters of the desk in the same run: 54 brains, and 5,000. */
export async function whatIfPaintBudgets(
  browser: Browser,
  url: string,
): Promise<readonly Budget[]> {
  const rounds = [{ brains: 54 }, served(url, 5_000)]
  const budgets: Budget[] = []
  for (const round of rounds) budgets.push(...(await roundBudgets(browser, url, round)))
  return budgets
}
