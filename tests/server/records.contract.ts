import { afterEach, beforeEach, describe, expect, it } from 'vitest'

import type { EventEntry } from '../../src/contract/index.ts'
import type { ProgrammeWrite, RecordWrite } from '../../server/store/record.ts'
import type { Store } from '../../server/store/store.ts'
import { brainEntry } from './fixture.ts'

const record = (rest: Partial<RecordWrite> = {}): RecordWrite => ({
  ...{ kind: 'statement', key: 'a|2024|credit', n: 1, brain: 'a', entry: { verdict: 'met' } },
  ...{ knownAt: 1_000, actor: 'user:office', reason: null },
  ...rest,
})

const NOTHING: ProgrammeWrite = { records: [], events: [], holidays: [], holidayYears: [] }

const rectified: EventEntry = {
  ...{ id: 'e2', brain: 'a', date: '2026-11-22', document: null },
  kind: 'rectified',
}

/** What every store must do with the programme's rules and files. */
export function recordsContract(name: string, open: () => Promise<Store>): void {
  describe(`${name} as a store of records`, () => {
    let store: Store
    beforeEach(async () => {
      store = await open()
      await store.registerBrains([brainEntry('a')], new Map(), 500)
    })
    afterEach(() => store.close())

    const append = async (write: Partial<ProgrammeWrite>) =>
      (await store.appendProgramme({ ...NOTHING, ...write })).outcome

    it('keeps every version and gives them back as they were known', async () => {
      const second = record({ n: 2, entry: { verdict: 'notMet' }, knownAt: 2_000, reason: 'new' })
      expect(await append({ records: [record()] })).toEqual({ kind: 'stored', changed: 1 })
      expect(await append({ records: [second] })).toEqual({ kind: 'stored', changed: 1 })
      expect(await store.records(null)).toEqual([record(), second])
      expect(await store.records(1_500)).toEqual([record()])
      expect(await store.recordVersions('statement', 'a|2024|credit')).toEqual([record(), second])
      expect(await store.recordVersions('score', 'a|2024|credit')).toEqual([])
    })

    it('refuses a version that somebody else wrote first, and everything beside it', async () => {
      await append({ records: [record()] })
      const beside = record({ key: 'a|2024|plan' })
      const outcome = await append({
        records: [beside, record({ entry: { verdict: 'waived' } })],
        events: [{ entry: rectified, knownAt: 1 }],
      })
      expect(outcome).toEqual({ kind: 'stale', keys: ['a|2024|credit'] })
      expect(await store.records(null)).toHaveLength(1)
      expect((await store.registry(null)).events).toEqual([])
    })

    it('writes what follows from a record in the same step', async () => {
      const step = record({ kind: 'caseStep', key: 'e1' })
      await append({ records: [step], events: [{ entry: rectified, knownAt: 1 }] })
      expect((await store.registry(null)).events).toEqual([rectified])
    })

    it('refuses another event under an id that is taken, and the record with it', async () => {
      await append({ events: [{ entry: rectified, knownAt: 1 }] })
      const other = { ...rectified, date: '2026-11-21' }
      const outcome = await append({
        records: [record()],
        events: [{ entry: other, knownAt: 1 }],
      })
      expect(outcome).toEqual({ kind: 'conflict', events: [other] })
      expect(await store.records(null)).toEqual([])
    })

    it('replaces the days of whole years, those of other years stay', async () => {
      const days = [
        { date: '2026-10-01', kind: 'off' },
        { date: '2027-01-01', kind: 'off' },
        { date: '2027-02-07', kind: 'work' },
      ] as const
      await append({ holidays: days, holidayYears: [2026, 2027] })
      const newer = [{ date: '2027-02-07', kind: 'off' }] as const
      expect(await append({ holidays: newer, holidayYears: [2027] })).toMatchObject({ changed: 2 })
      expect((await store.registry(null)).holidays).toEqual([days[0], newer[0]])
    })

    it('moves the registry on when something changed, and only then', async () => {
      const { changes } = await store.appendProgramme({ ...NOTHING, records: [record()] })
      expect(changes).toMatchObject([{ subject: 'registry' }])
      expect((await store.appendProgramme(NOTHING)).changes).toEqual([])
    })
  })
}
