import { chromium, type Browser } from '@playwright/test'

import { boardOf } from '../../src/domain/board/boardOf.ts'
import { buildWhenStale } from '../e2e/buildWhenStale.ts'
import { chromiumArgs, findChromium } from '../e2e/chromium.ts'
import { startService } from '../e2e/service.ts'
import { boardStore } from './board/boardStore.ts'
import { BOARD_SIZE, boardWorld } from './board/boardWorld.ts'
import { drawBare, drawBoard } from './board/drawnBoard.ts'
import { budget, calibrate, median, report, time } from './harness.ts'

const ROUNDS = 5
const SIZE = `${BOARD_SIZE.brains.toLocaleString('en')} × ${BOARD_SIZE.months.length}`

const world = boardWorld()
const board = boardOf(world.input)

function ownBudget() {
  const scale = calibrate()
  return budget(`states of ${SIZE}, ms`, time(() => boardOf(world.input)) * scale, 120)
}

/** Median of five reads of the heads in CPU time, for the store works in this process. */
async function storeBudget() {
  const { heads, close } = await boardStore(world.input)
  const times: number[] = []
  for (let round = 0; round < ROUNDS; round++) {
    const scale = calibrate()
    const start = process.cpuUsage()
    await heads()
    const { user, system } = process.cpuUsage(start)
    times.push((scale * (user + system)) / 1000)
  }
  await close()
  return budget(`heads of ${SIZE} read from the store, CPU ms`, median(times), 1_000)
}

/** Every draw by the pace of the machine at that moment. */
async function drawBudgets(browser: Browser, url: string) {
  const [ours, bare]: [number[], number[]] = [[], []]
  for (let round = 0; round <= ROUNDS; round++) {
    const scale = calibrate()
    ours.push(scale * (await drawBoard(browser, url, world, board)))
    bare.push(scale * (await drawBare(browser, board)))
  }
  const [drawn, table] = [median(ours.slice(1)), median(bare.slice(1))]
  console.log(`board ${drawn.toFixed(0)} ms · bare table ${table.toFixed(0)} ms`)
  return [
    budget(`board of ${SIZE}, answer → painted, ms`, drawn, 200),
    budget('board ÷ bare HTML table of the same cells', drawn / table, 0.5),
  ]
}

buildWhenStale()
const executablePath = findChromium()
if (!executablePath) throw new Error('No Chromium: install it, or name it in CHROMIUM_PATH.')
const service = await startService()
const browser = await chromium.launch({ executablePath, args: chromiumArgs() })
try {
  report('board', [ownBudget(), await storeBudget(), ...(await drawBudgets(browser, service.url))])
} finally {
  await browser.close()
  await service.stop()
}
