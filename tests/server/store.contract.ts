import { afterEach, beforeEach, describe, expect, it } from 'vitest'

import type { BrainsEdit, CellWrite, ReportWrite, Store } from '../../server/store/store.ts'
import { brainEntry } from './fixture.ts'

const cell = (value: number | null, rest: Partial<CellWrite> = {}): CellWrite => ({
  indicator: 'x.one',
  period: '2026-01',
  entity: 'a',
  value,
  absent: value === null ? 'withheld' : null,
  status: 'final',
  ...rest,
})

const write = (cells: readonly CellWrite[], rest: Partial<ReportWrite> = {}): ReportWrite => ({
  brain: null,
  period: null,
  by: 'test',
  reason: null,
  receivedAt: 1_000,
  knownAt: 1_000,
  sha256: String(Math.abs(cells.length * 31 + (cells[0]?.value ?? 0))),
  source: null,
  origin: 'reported',
  cells,
  ...rest,
})

/** What every store must do, whatever engine is below it. `open` gives an empty one. */
export function storeContract(name: string, open: () => Promise<Store>): void {
  describe(`${name} as a store`, () => {
    let store: Store
    beforeEach(async () => {
      store = await open()
    })
    afterEach(() => store.close())

    const append = async (...reports: ReportWrite[]) => (await store.appendReports(reports)).outcome
    const values = async (asOf: number | null = null) =>
      (await store.sliceCells('x.one', asOf)).map(({ value }) => value)

    it('keeps a report and gives it back', async () => {
      const [outcome] = await append(write([cell(1.5)]))
      expect(outcome).toEqual({ kind: 'stored', report: 'R1', added: 1, revised: 0, unchanged: 0 })
      expect(await store.report('R1')).toMatchObject({
        by: 'test',
        cells: 1,
        knownAt: '1970-01-01T00:00:01.000Z',
      })
      expect(await store.report('R2')).toBeNull()
      expect(await store.report('1; drop table report')).toBeNull()
    })

    it('keeps absences with their reason', async () => {
      await append(write([cell(null)]))
      expect(await store.sliceCells('x.one', null)).toMatchObject([
        { value: null, absent: 'withheld' },
      ])
    })

    it('keeps several reports of one commit apart: one refused, the others stored', async () => {
      await append(write([cell(1)]))
      const outcome = await append(
        write([cell(7, { entity: 'b' })]),
        write([cell(2)]),
        write([cell(3)], { reason: 'because' }),
      )
      expect(outcome.map(({ kind }) => kind)).toEqual(['stored', 'unexplained', 'stored'])
      expect((await values()).sort()).toEqual([3, 7])
    })

    it('undoes a report that fails half-way, and only that one', async () => {
      const outcome = await append(
        write([cell(1)]),
        write([cell(2, { indicator: 'x.two' }), cell(null, { absent: null, period: '2026-02' })]),
        write([cell(3, { entity: 'b' })]),
      )
      expect(outcome.map(({ kind }) => kind)).toEqual(['stored', 'failed', 'stored'])
      expect(await store.sliceCells('x.two', null)).toEqual([])
      expect(await store.report('R2')).toMatchObject({ cells: 1 })
    })

    it('judges a later report of a commit by the earlier ones', async () => {
      const [first, second] = await append(write([cell(1)]), write([cell(1)]))
      expect(first).toMatchObject({ added: 1 })
      expect(second).toMatchObject({ unchanged: 1 })
    })

    it('holds reports of any size, each cell once', async () => {
      const cells = Array.from({ length: 777 }, (_, i) => cell(i, { entity: `e${i}` }))
      expect(await append(write(cells))).toMatchObject([{ added: 777 }])
      expect(await store.counts()).toEqual({ observations: 777, lastKnownAt: 1_000 })
      expect(await store.counts(['none'])).toEqual({ observations: 0, lastKnownAt: null })
      expect(await store.counts([])).toEqual({ observations: 0, lastKnownAt: null })
    })

    it('projects the observation that became known last, however they arrive', async () => {
      await append(write([cell(3)], { knownAt: 3_000 }), write([cell(1)], { knownAt: 1_000 }))
      await append(write([cell(2)], { knownAt: 2_000, reason: 'late' }))
      expect(await values()).toEqual([3])
      for (const instant of [1_000, 2_000, 3_000])
        expect(await values(instant)).toEqual([instant / 1_000])
      expect(await values(999)).toEqual([])
    })

    it('projects what a look at all observations as of the end of time gives', async () => {
      for (let i = 0; i < 60; i++) {
        const knownAt = 1_000 + ((i * 37) % 60)
        await append(write([cell(i % 7, { entity: `e${i % 5}` })], { knownAt, reason: 'r' }))
      }
      const sorted = async (asOf: number | null) =>
        [...(await store.sliceCells('x.one', asOf))].sort((a, b) => (a.entity < b.entity ? -1 : 1))
      expect(await sorted(null)).toEqual(await sorted(Number.MAX_SAFE_INTEGER))
    })

    it('gives the history of a cell, newest first, up to an instant', async () => {
      await append(write([cell(1)], { knownAt: 1 }), write([cell(2)], { knownAt: 2, reason: 'r' }))
      const query = { indicator: 'x.one', entity: 'a', period: null, asOf: null, limit: 10 }
      const history = await store.history(query)
      expect(history.map(({ value, status }) => [value, status])).toEqual([
        [2, 'revised'],
        [1, 'final'],
      ])
      expect(await store.history({ ...query, asOf: 1 })).toHaveLength(1)
      expect(await store.history({ ...query, limit: 1 })).toHaveLength(1)
      expect(await store.history({ ...query, period: '2020-01' })).toEqual([])
    })

    describe('looked through', () => {
      const ANY = { indicators: null, entities: null, spans: null, asOf: null }
      const PAGE = { limit: 100, offset: 0 }
      const cells = ['x.one', 'x.two'].flatMap((indicator) =>
        ['2025-12', '2026-01', '2026-Q1', '2026-H1', '2026'].flatMap((period) =>
          ['a', 'b', 'c'].map((entity, i) => cell(i, { indicator, period, entity })),
        ),
      )
      const key = (found: { indicator: string; period: string; entity: string }) =>
        `${found.indicator} ${found.period} ${found.entity}`

      it('gives every cell once, page by page, in one order', async () => {
        await append(write(cells))
        const whole = (await store.findCells(ANY, PAGE)).map(key)
        expect([...whole].sort()).toEqual(cells.map(key).sort())
        expect(await store.countCells(ANY)).toBe(cells.length)
        const paged: string[] = []
        for (let offset = 0; offset < cells.length; offset += 7)
          paged.push(...(await store.findCells(ANY, { limit: 7, offset })).map(key))
        expect(paged).toEqual(whole)
        const asOf = Number.MAX_SAFE_INTEGER
        expect((await store.findCells({ ...ANY, asOf }, PAGE)).map(key)).toEqual(whole)
      })

      it('gives the cells of a filter, periods by their cadence', async () => {
        await append(write(cells))
        const filter = {
          indicators: ['x.two'],
          entities: ['a', 'c', 'none'],
          spans: [
            { cadence: 'month', first: '2026-01', last: '2026-12' },
            { cadence: 'quarter', first: '2026-Q1', last: '2026-Q4' },
          ],
          asOf: null,
        } as const
        const found = (await store.findCells(filter, PAGE)).map(key)
        const expected = ['2026-01 a', '2026-01 c', '2026-Q1 a', '2026-Q1 c']
        expect([...found].sort()).toEqual(expected.map((rest) => `x.two ${rest}`))
        expect(await store.countCells(filter)).toBe(4)
        for (const nothing of [{ indicators: [] }, { entities: [] }, { spans: [] }]) {
          expect(await store.findCells({ ...ANY, ...nothing }, PAGE)).toEqual([])
          expect(await store.countCells({ ...ANY, ...nothing })).toBe(0)
        }
      })

      it('gives of each cell what was known at an instant, with its report', async () => {
        await append(write([cell(3)], { knownAt: 3_000 }), write([cell(1)], { knownAt: 1_000 }))
        const at = async (asOf: number | null) =>
          (await store.findCells({ ...ANY, asOf }, PAGE)).map(({ value, report }) => [
            value,
            report,
          ])
        expect(await at(999)).toEqual([])
        expect(await at(1_000)).toEqual([[1, 'R2']])
        expect(await at(3_000)).toEqual([[3, 'R1']])
        expect(await at(null)).toEqual([[3, 'R1']])
        expect(await store.countCells({ ...ANY, asOf: 2_000 })).toBe(1)
      })
    })

    it('numbers changes upwards, one subject once', async () => {
      const first = await store.appendReports([write([cell(1)]), write([cell(1, { entity: 'b' })])])
      expect(first.changes).toEqual([{ subject: 'x.one', version: 1 }])
      await store.registerBrains([brainEntry('a')], new Map(), 0)
      const third = await store.appendReports([write([cell(2)], { reason: 'r' })])
      expect(third.changes).toEqual([{ subject: 'x.one', version: 3 }])
      expect(await store.changesSince(0)).toEqual([
        { subject: 'registry', version: 2 },
        { subject: 'x.one', version: 3 },
      ])
      expect(await store.changesSince(2)).toHaveLength(1)
    })

    it('changes nothing when nothing changes', async () => {
      await append(write([cell(1)]))
      expect((await store.appendReports([write([cell(1)])])).changes).toEqual([])
      const brains = [brainEntry('a')]
      await store.registerBrains(brains, new Map(), 0)
      expect(await store.registerBrains(brains, new Map(), 0)).toEqual({ outcome: [], changes: [] })
    })

    it('knows a token by its hash until another is issued', async () => {
      await store.registerBrains([brainEntry('a')], new Map([['a', 'h1']]), 0)
      expect(await store.brainOfToken('h1')).toBe('a')
      expect(await store.issueToken('a', 'h2', 1)).toBe(true)
      expect(await store.brainOfToken('h1')).toBeNull()
      expect(await store.brainOfToken('h2')).toBe('a')
      expect(await store.issueToken('none', 'h3', 1)).toBe(false)
    })

    it('corrects a registry entry and keeps its place and token', async () => {
      await store.registerBrains([brainEntry('a'), brainEntry('b')], new Map([['a', 'h']]), 0)
      const corrected = brainEntry('a', { place: '青岛市' })
      expect((await store.registerBrains([corrected], new Map([['a', 'x']]), 1)).outcome).toEqual(
        [],
      )
      expect((await store.registry(null)).brains).toEqual([corrected, brainEntry('b')])
      expect(await store.brainOfToken('h')).toBe('a')
    })

    describe('every version of a registry entry', () => {
      const moved = brainEntry('a', { place: '青岛市' })
      const edit = (rest: Partial<BrainsEdit> = {}): BrainsEdit => ({
        ...{ brains: [moved], versions: new Map([['a', 1]]), events: [] },
        ...{ by: 'user:li', reason: '更正', at: 2_000 },
        ...rest,
      })
      const known = { by: 'simulator', reason: null, knownAt: () => 1_000 }
      beforeEach(async () => {
        await store.registerBrains([brainEntry('a')], new Map(), 5_000, known)
      })

      it('is kept with who, when and why, the newest first', async () => {
        const { outcome } = await store.editBrains(edit())
        expect(outcome).toEqual({ kind: 'stored', added: [], changed: ['a'], events: 0 })
        expect(await store.brainHistory('a')).toEqual([
          { version: 2, knownAt: 2_000, by: 'user:li', reason: '更正', entry: moved },
          { version: 1, knownAt: 1_000, by: 'simulator', reason: null, entry: brainEntry('a') },
        ])
        expect(await store.brainHistory('none')).toEqual([])
        expect(await store.brainVersions()).toEqual(new Map([['a', 2]]))
      })

      it('answers for an instant: the entry as it stood then, no brain before it was known', async () => {
        await store.editBrains(edit())
        const at = async (asOf: number | null) =>
          (await store.registry(asOf)).brains.map(({ place }) => place)
        expect(await at(999)).toEqual([])
        expect(await at(1_000)).toEqual(['济南市'])
        expect(await at(1_999)).toEqual(['济南市'])
        expect(await at(2_000)).toEqual(['青岛市'])
        expect(await at(null)).toEqual(['青岛市'])
      })

      it('is refused whole where somebody else was first', async () => {
        await store.editBrains(edit())
        const late = edit({ brains: [brainEntry('new'), brainEntry('a')] })
        const { outcome, changes } = await store.editBrains(late)
        expect(outcome).toEqual({ kind: 'stale', brains: ['a'] })
        expect(changes).toEqual([])
        expect((await store.registry(null)).brains).toEqual([moved])
      })

      it('is not known before the one it follows', async () => {
        await store.editBrains(edit({ at: 500 }))
        expect((await store.brainHistory('a')).map(({ knownAt }) => knownAt)).toEqual([
          1_000, 1_000,
        ])
        expect((await store.registry(1_000)).brains).toEqual([moved])
      })

      it('comes with its events, each once', async () => {
        const event = { id: 'e', brain: 'a', kind: 'piloted', date: '2024-07-10' } as const
        const events = [{ ...event, document: null }]
        await store.editBrains(edit({ events }))
        const again = edit({ events, versions: new Map([['a', 2]]) })
        expect((await store.editBrains(again)).outcome).toMatchObject({ changed: [], events: 0 })
        expect((await store.registry(null)).events).toEqual(events)
      })
    })

    it('replaces reference entries by key and deletes none', async () => {
      const source = { id: 's', title: 't', publisher: 'p', date: '2024', confidence: 'A' as const }
      const none = { targets: [], sources: [], cited: [], gaps: [], holidays: [] }
      await store.putReference({ ...none, sources: [source, { ...source, id: 'r' }] })
      const again = await store.putReference({ ...none, sources: [{ ...source, title: 'new' }] })
      expect(again.outcome).toBe(1)
      expect((await store.registry(null)).sources.map(({ title }) => title)).toEqual(['t', 'new'])
    })
  })
}
