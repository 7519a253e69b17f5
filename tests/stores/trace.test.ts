import { createPinia } from 'pinia'
import { createApp } from 'vue'
import { describe, expect, it } from 'vitest'

import type { Client } from '../../src/data/client.ts'
import { PORTS, type Ports } from '../../src/stores/ports.ts'
import { useSpace } from '../../src/stores/space.ts'
import { useTrace } from '../../src/stores/trace.ts'
import { deferred } from '../data/deferred.ts'
import { failure } from './fakeService.ts'

const CELL = { indicator: 'cluster.revenue', entity: 'brain', period: '2026-09' }
const KNOWN = '2026-10-13T02:00:00.000Z'

type History = Awaited<ReturnType<Client['observations']>>
const historyOf = (entity: string): History => ({
  observations: [2, 1].map((seq) => ({
    ...{ ...CELL, entity, seq, value: seq, absent: null },
    ...({ status: 'final', origin: 'reported', knownAt: KNOWN, report: 'R1' } as const),
  })),
})

/** A page on a service that answers histories by `answer` and notes what it is asked. */
function opened(answer: (entity: string) => Promise<History>) {
  const asked: string[] = []
  const client: Pick<Client, 'observations' | 'report'> = {
    observations: (space, { entity }, options) => {
      const asOf = options?.asOf
      asked.push(`${space}/${entity}${asOf ? `@${asOf}` : ''}`)
      return answer(entity)
    },
    report: (_, id) => {
      asked.push(id)
      return Promise.resolve({
        ...{ id, brain: 'brain', period: '2026-09', by: 'x', reason: null, source: null },
        ...{ receivedAt: KNOWN, knownAt: KNOWN, sha256: '', cells: 2 },
      })
    },
  }
  const app = createApp({})
    .provide(PORTS, { client } as unknown as Ports)
    .use(createPinia())
  const use = <T>(store: () => T): T => app.runWithContext(store)
  return { asked, trace: use(() => useTrace()), place: use(() => useSpace()) }
}

describe('the history of a cell', () => {
  it('comes with each of its reports, asked for once', async () => {
    const { asked, trace } = opened((entity) => Promise.resolve(historyOf(entity)))
    await trace.follow(CELL)
    expect(trace.history?.observations).toHaveLength(2)
    expect([...(trace.history?.reports.keys() ?? [])]).toEqual(['R1'])
    expect(asked).toEqual(['main/brain', 'R1'])
  })

  it('is asked as of the instant that the page looks at', async () => {
    const { asked, trace, place } = opened((entity) => Promise.resolve(historyOf(entity)))
    place.lookAt('demo', '2026-10-01T00:00:00Z')
    await trace.follow(CELL)
    expect(asked[0]).toBe('demo/brain@2026-10-01T00:00:00Z')
  })

  it('is that of the newest question, even when an older answer comes later', async () => {
    const slow = deferred<History>()
    const { trace } = opened((entity) =>
      entity === 'slow' ? slow.promise : Promise.resolve(historyOf(entity)),
    )
    const first = trace.follow({ ...CELL, entity: 'slow' })
    await trace.follow({ ...CELL, entity: 'fast' })
    slow.resolve(historyOf('slow'))
    await first
    expect(trace.history?.observations[0]?.entity).toBe('fast')
  })

  it('says why it is not there, and is forgotten on leaving', async () => {
    const { trace } = opened(() => Promise.reject(failure('offline')))
    await trace.follow(CELL)
    expect(trace.error?.code).toBe('offline')
    trace.leave()
    expect(trace.error).toBeNull()
    expect(trace.history).toBeNull()
  })
})
