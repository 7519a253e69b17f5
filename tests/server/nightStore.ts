import { simulate } from '../../mock/generate.ts'
import { scenarioFor } from '../../mock/scenarios.ts'
import type { Space } from '../../server/space/space.ts'
import type { BrainEntry } from '../../src/contract/index.ts'
import { NOW } from './fixture.ts'

/** Eight simulated brains with all their reports, put straight into the store. */
export async function fillNight({ store }: Space): Promise<void> {
  const { brains, events, reports } = simulate(scenarioFor(8, 3))
  const entries = JSON.parse(JSON.stringify(brains)) as BrainEntry[]
  const since = Math.min(...events.map(({ date }) => Date.parse(date)))
  const told = { by: 'simulator', reason: null, knownAt: () => since }
  await store.registerBrains(entries, new Map(), NOW, told)
  await store.appendEvents(
    events.map((entry) => ({
      entry,
      knownAt: Date.parse(entry.date),
    })),
  )
  for (const { brain, period, knownAt, submission } of reports) {
    const { cells, reason } = submission()
    const at = Date.parse(knownAt)
    await store.appendReports([
      {
        ...{ brain, period, by: '模拟数据（种子 3）', receivedAt: at, knownAt: at, sha256: '' },
        ...{ reason: reason ?? null, source: null, origin: 'simulated' },
        cells: cells.map((cell) => ({
          ...{ indicator: cell.indicator, period: cell.period ?? period, entity: brain },
          ...{ value: cell.value ?? null, status: 'final' },
          absent: cell.absent ?? null,
        })),
      },
    ])
  }
}
