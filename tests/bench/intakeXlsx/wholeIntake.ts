import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { strFromU8, strToU8, unzipSync, zipSync, type Zippable } from 'fflate'

import { simulate } from '../../../mock/generate.ts'
import { SCENARIOS } from '../../../mock/scenarios.ts'
import { openFileStore } from '../../../server/files/fileStore.ts'
import { dryRun } from '../../../server/intake/dryRun.ts'
import { importArchive } from '../../../server/intake/importArchive.ts'
import type { IntakeContext } from '../../../server/intake/intakeContext.ts'
import { makeTemplate } from '../../../server/intake/makeTemplate.ts'
import { readQuestion } from '../../../server/intake/readQuestion.ts'
import { makeSpace } from '../../../server/space/space.ts'
import { openSqlite } from '../../../server/store/openSqlite.ts'
import { CATALOGUE, REPORTED_INDICATORS } from '../../../src/domain/catalogue/index.ts'
import { CITIES } from '../../../src/domain/region.ts'
import { brainEntry } from '../../server/fixture.ts'
import { fillTemplate } from '../../server/fillTemplate.ts'
import { budget } from '../harness.ts'
import type { Budget } from '../harness.ts'

const PERIOD = '2026-10'
const FIRST_ROW = 8
const BRAINS = 5_000

/** A month's report as a simulated brain gives it: whole, and within every rule. */
function monthsValues(): ReadonlyMap<string, number> {
  const whole = simulate(SCENARIOS.default)
    .reports.map(({ submission }) => submission())
    .filter(({ period }) => period === PERIOD)
    .map(({ cells }) =>
      cells.flatMap(({ indicator, value }) =>
        value === undefined ? [] : [[indicator, value] as const],
      ),
    )
    .sort((a, b) => b.length - a.length)[0]
  return new Map(whole)
}

/** A workbook for each brain: its own id and its own number of racks. */
async function workbooks(brains: number): Promise<readonly Uint8Array[]> {
  const values = monthsValues()
  const template = await makeTemplate({
    ...{ brain: { id: 'b0', name: '示例·b0' }, period: PERIOD, locale: 'zh-CN' },
    ...{ indicators: REPORTED_INDICATORS, lastValues: new Map() },
  })
  const rows = REPORTED_INDICATORS.map(({ id }, i) => [id, `F${FIRST_ROW + i}`] as const)
  const cells = rows.flatMap(([id, cell]) => {
    const value = values.get(id)
    return value === undefined ? [] : [[cell, value] as const]
  })
  const parts = unzipSync(fillTemplate(template, Object.fromEntries(cells)))
  const racks = rows.find(([id]) => id === 'compute.racksPlanned')?.[1] ?? ''
  const planned = new RegExp(`(<c r="${racks}"[^>]*><v>)(\\d+)`)
  return Array.from({ length: brains }, (_, i) => {
    const own: Zippable = {}
    for (const [name, bytes] of Object.entries(parts))
      own[name] = /sharedStrings|sheet1/.test(name)
        ? strToU8(
            strFromU8(bytes)
              .replaceAll('b0', `b${i}`)
              .replace(planned, (_, head: string, value: string) => `${head}${Number(value) + i}`),
          )
        : bytes
    return zipSync(own, { level: 6 })
  })
}

async function withSpace<T>(use: (context: IntakeContext) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'brain-bench-'))
  const store = await openSqlite(join(folder, 'main.sqlite'), 'main')
  const indicators = new Map(CATALOGUE.map((indicator) => [indicator.id, indicator]))
  const clock = () => Date.parse('2026-11-22T08:00:00Z')
  const space = await makeSpace({ id: 'main', store, indicators, clock })
  const brains = Array.from({ length: BRAINS }, (_, i) =>
    brainEntry(`b${i}`, { city: CITIES[i % CITIES.length] ?? '' }),
  )
  await store.registerBrains(brains, new Map(), 0)
  const principal = { kind: 'operator', grants: [] } as const
  const files = openFileStore(join(folder, 'files'))
  try {
    return await use({ space, principal, scope: { kind: 'all' }, files, clock })
  } finally {
    await space.close()
    rmSync(folder, { recursive: true, force: true })
  }
}

const elapsed = async (run: () => Promise<unknown>): Promise<number> => {
  const start = performance.now()
  await run()
  return performance.now() - start
}

/** A dry run from bytes to answer, and an archive from bytes to published observations. */
export const wholeIntake = (scale: number): Promise<readonly Budget[]> =>
  withSpace(async (context) => {
    const books = await workbooks(BRAINS)
    const [first = new Uint8Array()] = books
    const said = { contentType: '', brain: 'b0', period: PERIOD, status: null, reason: null }
    const sent = { bytes: first, fileName: 'b0.xlsx', ...said }
    const dry = await elapsed(async () => {
      const { acceptable, counts } = await dryRun(context.space, await readQuestion(context, sent))
      if (!acceptable || counts.added === 0) throw new Error('The report is not acceptable.')
    })
    const archive = zipSync(Object.fromEntries(books.map((book, i) => [`${i}.xlsx`, book])), {
      level: 0,
    })
    let observations = 0
    const milliseconds = await elapsed(async () => {
      for await (const line of importArchive(context, archive, { publish: 'final', reason: null }))
        if (line.outcome === 'published') observations += line.observations
    })
    const rate = (observations / milliseconds) * 1000
    return [
      budget('a dry run of a month’s workbook, the first, ms', dry * scale, 150),
      budget(
        `observations a second, ${BRAINS} workbooks of an archive read, judged, kept and published`,
        rate / scale,
        10_000,
        'higher',
      ),
    ]
  })
