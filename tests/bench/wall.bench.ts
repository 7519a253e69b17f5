import { setTimeout as pause } from 'node:timers/promises'

import { chromium, type Browser } from '@playwright/test'

import { buildWhenStale } from '../e2e/buildWhenStale.ts'
import { chromiumArgs, findChromium } from '../e2e/chromium.ts'
import { startService } from '../e2e/service.ts'
import { budget, median, report } from './harness.ts'
import { startBareSite } from './wall/bareSite.ts'
import { busyShare } from './wall/busyShare.ts'
import { heapBytes } from './wall/heapBytes.ts'
import { loadOnce, type Load, type Target } from './wall/loadOnce.ts'
import { openPage } from './wall/openPage.ts'
import { makeRevise, type Revise } from './wall/revisions.ts'
import { updatesOf } from './wall/updatesOf.ts'

const ROUNDS = 9
const STEADY_SECONDS = 30
/** After the load: caches are written, fonts are there. */
const SETTLE_MS = 8_000
const [EARLY, LATE] = [60, 1_440]
const MB = 1e6

interface Round {
  readonly bare: Load
  readonly wall: Load
}

/** Loads of both pages in turn, after one of each to warm up; nine, for one load says little on a shared machine. */
async function loads(browser: Browser, bare: Target, wall: Target, throttle: number) {
  const rounds: Round[] = []
  for (let round = 0; round <= ROUNDS; round++)
    rounds.push({
      bare: await loadOnce(browser, bare, throttle),
      wall: await loadOnce(browser, wall, throttle),
    })
  return rounds.slice(1)
}

const middle = (rounds: readonly Round[], of: (round: Round) => number): number =>
  median(rounds.map(of))

function describe(rounds: readonly Round[], page: keyof Round): string {
  const of = (value: (load: Load) => number): number =>
    middle(rounds, (round) => value(round[page]))
  const kB = (value: (load: Load) => number): string => `${(of(value) / 1000).toFixed(1)} kB`
  const ms = (value: (load: Load) => number): string => `${of(value).toFixed(0)} ms`
  return [
    `${page}: ${kB((l) => l.traffic.bytes)} in ${of((l) => l.traffic.requests)} requests`,
    `fonts ${kB((l) => l.fonts.bytes)} in ${of((l) => l.fonts.requests)}`,
    `FCP ${ms((l) => l.fcp)}, LCP ${ms((l) => l.lcp)}`,
    `${of((l) => l.charts)} charts painted ${ms((l) => l.painted)}`,
  ].join(' · ')
}

async function loadBudgets(browser: Browser, bare: Target, wall: Target) {
  const normal = await loads(browser, bare, wall, 1)
  const slow = await loads(browser, bare, wall, 4)
  for (const [name, rounds] of [
    ['1×', normal],
    ['4×', slow],
  ] as const)
    for (const page of ['bare', 'wall'] as const) console.log(`${name} ${describe(rounds, page)}`)
  const painted = ({ wall: ours, bare: theirs }: Round): number => ours.painted / theirs.painted
  return [
    budget(
      'transferred without web fonts, wall ÷ bare',
      middle(normal, (round) => round.wall.traffic.bytes / round.bare.traffic.bytes),
      1.5,
    ),
    budget('all charts painted, wall ÷ bare', middle(normal, painted), 1.5),
    budget('all charts painted at 4× throttle, wall ÷ bare', middle(slow, painted), 1.5),
  ]
}

/** Posts one revision a second until the returned function is called. */
function everySecond(revise: Revise): () => Promise<void> {
  let running = true
  const run = async (): Promise<void> => {
    while (running) await Promise.all([revise(), pause(1_000)])
  }
  const ended = run()
  return () => {
    running = false
    return ended
  }
}

async function steadyBudgets(browser: Browser, wall: Target, revise: Revise) {
  const { page, cdp, close } = await openPage(browser)
  await page.goto(wall.url)
  await pause(SETTLE_MS)
  const loaded = await heapBytes(cdp)
  const still = await busyShare(cdp, STEADY_SECONDS)
  const stop = everySecond(revise)
  const updated = await busyShare(cdp, STEADY_SECONDS)
  await stop()
  const take = updatesOf(page, revise)
  await take(EARLY)
  const early = await heapBytes(cdp)
  const taken = await take(LATE - EARLY)
  const late = taken ? await heapBytes(cdp) : NaN
  await close()
  console.log(
    `heap ${(loaded / MB).toFixed(2)} MB after load, ${(early / MB).toFixed(2)} MB after ${EARLY} updates, ` +
      `${(late / MB).toFixed(2)} MB after ${LATE}`,
  )
  return [
    budget('busy share without updates', still, 0.01),
    budget('busy share with one update a second', updated, 0.1),
    budget(
      'heap growth in MB from 60 to 1,440 updates',
      (late - early) / MB,
      Math.max(1, (0.02 * early) / MB),
    ),
  ]
}

buildWhenStale()
const executablePath = findChromium()
if (!executablePath) throw new Error('No Chromium: install it, or name it in CHROMIUM_PATH.')
const [service, bare] = await Promise.all([startService(), startBareSite()])
const browser = await chromium.launch({ executablePath, args: chromiumArgs() })
const wall = { url: `${service.url}/demo/wall`, charts: 6 }
try {
  const budgets = [
    ...(await loadBudgets(browser, { url: bare.url, charts: 9 }, wall)),
    ...(await steadyBudgets(browser, wall, makeRevise(service.url, service.dataDir))),
  ]
  report('wall', budgets)
} finally {
  await browser.close()
  bare.stop()
  await service.stop()
}
