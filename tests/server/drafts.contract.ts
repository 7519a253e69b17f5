import { afterEach, beforeEach, describe, expect, it } from 'vitest'

import type { DraftMove, DraftWrite } from '../../server/store/draft.ts'
import { ALLOWED } from '../../server/store/draftWriter.ts'
import type { CellWrite, ReportWrite, Store } from '../../server/store/store.ts'
import { DRAFT_STATES } from '../../src/contract/index.ts'
import type { DraftHead, DraftState } from '../../src/contract/index.ts'
import { brainEntry } from './fixture.ts'

const place = { sheet: '月报', cell: 'C7', pointer: null }

const intakeCell = (value: number) => ({
  ...{ place, indicator: 'x.one', period: '2026-01', value, absent: null, note: null },
})

export const draftWrite = (rest: Partial<DraftWrite> = {}): DraftWrite => ({
  brain: 'a',
  period: '2026-01',
  status: 'final',
  by: 'user:li',
  at: 1_000,
  sha256: 'f1',
  fileName: '一月.xlsx',
  fileBytes: 10,
  base: null,
  warnings: 0,
  content: { cells: [intakeCell(1)], findings: [], ignored: [], reason: null },
  submit: { answers: [], reason: null },
  ...rest,
})

const cell = (value: number, rest: Partial<CellWrite> = {}): CellWrite => ({
  ...{ indicator: 'x.one', period: '2026-01', entity: 'a', value, absent: null, status: 'final' },
  ...rest,
})

const report = (cells: readonly CellWrite[], rest: Partial<ReportWrite> = {}): ReportWrite => ({
  ...{ brain: 'a', period: '2026-01', by: 'user:li', reason: 'r', receivedAt: 1_000 },
  ...{ knownAt: 1_000, sha256: 's', source: null, origin: 'reported', cells },
  ...rest,
})

/** What every store must do with drafts and counter-reports. `open` gives an empty one. */
export function draftContract(name: string, open: () => Promise<Store>): void {
  describe(`${name} as a store of drafts`, () => {
    let store: Store
    beforeEach(async () => {
      store = await open()
      await store.registerBrains([brainEntry('a'), brainEntry('b')], new Map(), 0)
    })
    afterEach(() => store.close())

    const save = async (rest: Partial<DraftWrite> = {}): Promise<DraftHead> => {
      const [outcome] = await store.saveDrafts([draftWrite(rest)])
      if (outcome?.kind !== 'saved') throw new Error(`not saved: ${outcome?.kind ?? ''}`)
      return outcome.draft
    }
    const step = (draft: DraftHead, kind: 'returned' | 'withdrawn'): DraftMove => ({
      ...{ kind, id: draft.id, version: draft.version, by: 'user:o', at: 2_000, note: 'n' },
    })
    const submit = (draft: DraftHead, base: string | null = null): DraftMove => ({
      ...{ kind: 'submitted', id: draft.id, version: draft.version, by: 'user:li', at: 2_000 },
      ...{ base, words: { answers: [{ finding: 'w', text: 't' }], reason: 'why' } },
    })
    const publish = async (draft: DraftHead, cells = [cell(1)]) => {
      const of = { id: draft.id, version: draft.version, by: 'user:o', at: 3_000, note: null }
      return (await store.appendReports([report(cells, { draft: of })])).outcome[0]
    }

    it('keeps a draft and gives it back as it was', async () => {
      const draft = await save({ submit: null, warnings: 2 })
      expect(draft).toMatchObject({ id: 'D1', version: 1, state: 'draft', warnings: 2, cells: 1 })
      const stored = await store.draft('D1')
      expect(stored?.head).toEqual(draft)
      expect(stored?.content).toEqual(draftWrite().content)
      expect(stored?.steps.map(({ kind, by }) => [kind, by])).toEqual([['saved', 'user:li']])
      for (const id of ['D2', 'D0', 'R1', "D1' or 1=1"]) expect(await store.draft(id)).toBeNull()
    })

    it('keeps every step with who, when, why and the answers', async () => {
      const draft = await save({ submit: null })
      const moved = await store.moveDraft(submit(draft))
      if (moved.kind !== 'moved') throw new Error(moved.kind)
      await store.moveDraft(step(moved.draft, 'returned'))
      const stored = await store.draft(draft.id)
      expect(stored?.head).toMatchObject({ state: 'returned', version: 3 })
      expect(stored?.steps).toMatchObject([
        { kind: 'saved', note: null },
        { kind: 'submitted', note: 'why', answers: [{ finding: 'w', text: 't' }] },
        { kind: 'returned', by: 'user:o', note: 'n', at: '1970-01-01T00:00:02.000Z' },
      ])
    })

    /** A draft in each state. */
    const inState: Record<DraftState, () => Promise<DraftHead>> = {
      draft: () => save({ submit: null }),
      submitted: () => save(),
      returned: async () => moved(step(await save(), 'returned')),
      withdrawn: async () => moved(step(await save(), 'withdrawn')),
      published: async () => {
        const draft = await save()
        await publish(draft)
        return (await store.draft(draft.id))?.head ?? draft
      },
    }
    const moved = async (move: DraftMove): Promise<DraftHead> => {
      const outcome = await store.moveDraft(move)
      if (outcome.kind !== 'moved') throw new Error(outcome.kind)
      return outcome.draft
    }

    describe.each(DRAFT_STATES)('a draft that is %s', (state) => {
      it.each(['submitted', 'returned', 'withdrawn'] as const)('may be %s or not', async (kind) => {
        const draft = await inState[state]()
        expect(draft.state).toBe(state)
        const outcome = await store.moveDraft(
          kind === 'submitted' ? submit(draft) : step(draft, kind),
        )
        const isAllowed = ALLOWED[kind].includes(state)
        expect(outcome.kind).toBe(isAllowed ? 'moved' : 'notAllowed')
        const after = (await store.draft(draft.id))?.head
        if (isAllowed) expect(after).toMatchObject({ state: kind, version: draft.version + 1 })
        else expect(after).toEqual(draft)
      })

      it('may be published or not, with its figures or without', async () => {
        const draft = await inState[state]()
        const { observations } = await store.counts()
        const outcome = await publish(draft, [cell(7, { period: '2026-02' })])
        const isAllowed = ALLOWED.published.includes(state)
        expect(outcome?.kind).toBe(isAllowed ? 'stored' : 'draftRefused')
        expect((await store.counts()).observations).toBe(observations + (isAllowed ? 1 : 0))
        const after = (await store.draft(draft.id))?.head
        if (isAllowed) expect(after).toMatchObject({ state: 'published', report: 'R1' })
        else expect(after).toEqual(draft)
      })
    })

    it('refuses a step from another version than the latest', async () => {
      const draft = await save()
      const old = { ...draft, version: draft.version - 1 }
      expect(await store.moveDraft(step(old, 'returned'))).toEqual({ kind: 'changedSince', draft })
      expect(await publish(old)).toMatchObject({
        kind: 'draftRefused',
        refusal: { kind: 'changedSince' },
      })
      expect(await store.moveDraft(step({ ...draft, id: 'D9' }, 'returned'))).toEqual({
        kind: 'missing',
      })
    })

    it('publishes nothing of a draft whose report fails, and leaves the draft', async () => {
      const draft = await save()
      const broken = cell(2, { period: '2026-02', absent: 'withheld' })
      expect((await publish(draft, [cell(1), broken]))?.kind).toBe('failed')
      expect(await store.counts()).toMatchObject({ observations: 0 })
      expect((await store.draft(draft.id))?.head).toEqual(draft)
    })

    it('names the earlier draft of the same file and stores nothing twice', async () => {
      const draft = await save()
      expect(await store.saveDrafts([draftWrite({ by: 'user:wang' })])).toEqual([
        { kind: 'known', draft },
      ])
      expect(await store.countDrafts({ states: null, brains: null, period: null })).toBe(1)
      expect((await save({ brain: 'b' })).id).toBe('D2')
      await store.moveDraft(step(draft, 'withdrawn'))
      expect((await save()).id).toBe('D3')
    })

    it('takes the same file again once its report was taken back', async () => {
      const draft = await save()
      await publish(draft)
      expect((await store.saveDrafts([draftWrite()]))[0]?.kind).toBe('known')
      const undo = { by: 'o', reason: 'r', receivedAt: 4_000, knownAt: 4_000, sha256: 'u' }
      await store.undoReport({ report: 'R1', ...undo })
      expect((await store.saveDrafts([draftWrite()]))[0]?.kind).toBe('saved')
      expect((await store.draft(draft.id))?.steps.at(-1)).toMatchObject({
        ...{ kind: 'undone', note: 'r', report: 'R2' },
      })
      const any = { states: null, brains: null, period: null }
      const heads = await store.findDrafts(any, { limit: 9, offset: 0 })
      expect(heads.map(({ id, undoneBy }) => [id, undoneBy])).toEqual([
        ['D2', null],
        ['D1', 'R2'],
      ])
    })

    it('tells the second of two who knew the same state', async () => {
      const { base } = await store.handedIn('a', '2026-01')
      const [first, second] = await store.saveDrafts([
        draftWrite({ base, sha256: 'f1' }),
        draftWrite({ base, sha256: 'f2', by: 'user:wang' }),
      ])
      expect(first?.kind).toBe('saved')
      expect(second).toMatchObject({ kind: 'handedInSince', latest: { id: 'D1', by: 'user:li' } })
      expect(await store.countDrafts({ states: null, brains: null, period: null })).toBe(1)
    })

    it('changes the state of a period with every step but the keeping of a draft', async () => {
      const bases: string[] = []
      const note = async () => bases.push((await store.handedIn('a', '2026-01')).base)
      await note()
      const kept = await save({ submit: null })
      expect((await store.handedIn('a', '2026-01')).base).toBe(bases[0])
      const submitted = await moved(submit(kept, bases[0]))
      await note()
      await moved(step(submitted, 'returned'))
      await note()
      await store.appendReports([report([cell(3)])])
      await note()
      expect(new Set(bases).size).toBe(4)
      expect((await store.handedIn('b', '2026-01')).base).toBe(bases[0])
    })

    it('lets a new submission take the place of an open one', async () => {
      const first = await save()
      const second = await save({ sha256: 'f2', base: (await store.handedIn('a', '2026-01')).base })
      const stored = await store.draft(first.id)
      expect(stored?.head.state).toBe('withdrawn')
      expect(stored?.steps.at(-1)).toMatchObject({ replacedBy: second.id })
    })

    it('lists drafts by state, brain and period, the latest first, page by page', async () => {
      await save({ submit: null })
      await save({ sha256: 'f2', brain: 'b' })
      await save({ sha256: 'f3', brain: 'b', period: '2026-02' })
      const any = { states: null, brains: null, period: null }
      const ids = async (filter: object, offset = 0, limit = 10) =>
        (await store.findDrafts({ ...any, ...filter }, { limit, offset })).map(({ id }) => id)
      expect(await ids({})).toEqual(['D3', 'D2', 'D1'])
      expect(await ids({}, 1, 1)).toEqual(['D2'])
      expect(await ids({ states: ['submitted'] })).toEqual(['D3', 'D2'])
      expect(await ids({ brains: ['a'] })).toEqual(['D1'])
      expect(await ids({ brains: ['b'], period: '2026-01' })).toEqual(['D2'])
      expect(await ids({ brains: [] })).toEqual([])
      expect(await store.countDrafts({ ...any, states: ['submitted'] })).toBe(2)
      expect(await store.countDrafts({ ...any, states: [] })).toBe(0)
    })

    it('lists them from the oldest on, behind one that was seen, also while others come', async () => {
      for (const sha256 of ['f1', 'f2', 'f3']) await save({ sha256, submit: null })
      await save({ sha256: 'f4', brain: 'b', submit: null })
      const any = { states: null, brains: null, period: null }
      const ids = async (filter: object, after: string | null, limit = 2) =>
        (await store.draftQueue({ ...any, ...filter }, { limit, after })).map(({ id }) => id)
      expect(await ids({}, null)).toEqual(['D1', 'D2'])
      await save({ sha256: 'f5', period: '2026-02', submit: null })
      expect(await ids({}, 'D2', 10)).toEqual(['D3', 'D4', 'D5'])
      expect(await ids({ states: ['draft'], period: '2026-01' }, 'D1')).toEqual(['D2', 'D3'])
      expect(await ids({ brains: ['b'] }, null)).toEqual(['D4'])
      expect(await ids({ states: ['published'] }, null)).toEqual([])
    })

    it('leads from a figure to the file, sheet and cell', async () => {
      const file = { name: '一月.xlsx', sha256: 'f1' }
      const placed = cell(1, { place: { sheet: '月报', cell: 'C7' } })
      await store.appendReports([report([placed, cell(2, { period: '2026-02' })], { file })])
      const query = { indicator: 'x.one', entity: 'a', period: null, asOf: null, limit: 10 }
      expect(await store.history(query)).toMatchObject([
        { period: '2026-02', place: null, file },
        { period: '2026-01', place: { sheet: '月报', cell: 'C7' }, file },
      ])
      expect(await store.report('R1')).toMatchObject({ file })
    })

    it('knows whose file it is', async () => {
      await save()
      await save({ brain: 'b', fileName: 'b.xlsx' })
      expect(await store.ownersOfFile('f1')).toHaveLength(2)
      expect(await store.ownersOfFile('none')).toEqual([])
    })

    it('gives the cells of brains that stand, each with its report', async () => {
      await store.appendReports([report([cell(1), cell(2, { period: '2026-02' })])])
      await store.appendReports([report([cell(3)], { knownAt: 2_000 })])
      const query = { entities: ['a'], indicators: ['x.one', 'x.two'], periods: ['2026-01'] }
      expect(await store.standingCells(query)).toMatchObject([{ value: 3, report: 'R2' }])
      expect(await store.standingCells({ ...query, periods: [] })).toEqual([])
    })

    it('leaves out periods between those that are asked for', async () => {
      const periods = ['2026-01', '2026-02', '2026-03']
      await store.appendReports([report(periods.map((period) => cell(1, { period })))])
      const query = { entities: ['a', 'b'], indicators: ['x.one'] }
      const found = await store.standingCells({ ...query, periods: ['2026-03', '2026-01'] })
      expect(found.map(({ period }) => period).sort()).toEqual(['2026-01', '2026-03'])
    })

    it('names who reports one of some values, as it stands', async () => {
      await store.appendReports([
        report([cell(1)]),
        report([cell(1, { entity: 'b' })], { brain: 'b', sha256: 't' }),
      ])
      const query = { indicator: 'x.one', periods: ['2026-01'], values: [1, 7] }
      expect([...(await store.entitiesWith(query))].sort()).toEqual(['a', 'b'])
      await store.appendReports([report([cell(3)], { knownAt: 2_000 })])
      expect(await store.entitiesWith(query)).toEqual(['b'])
      expect(await store.entitiesWith({ ...query, values: [] })).toEqual([])
    })

    describe('a counter-report', () => {
      let now = 5_000
      const undo = async (id: string) =>
        (
          await store.undoReport({
            ...{ report: id, by: 'user:o', reason: 'mistake', sha256: `u${++now}` },
            ...{ receivedAt: now, knownAt: now },
          })
        ).outcome
      const standing = async () =>
        (
          await store.standingCells({
            ...{ entities: ['a'], indicators: ['x.one'], periods: ['2026-01', '2026-02'] },
          })
        ).map(({ period, value, absent, status }) => [period, value, absent, status])

      it('shows again what stood before, status and all, and empties what was empty', async () => {
        await store.appendReports([report([cell(1, { status: 'preliminary' })])])
        const before = await standing()
        const cells = [cell(2), cell(9, { period: '2026-02' })]
        await store.appendReports([report(cells, { knownAt: 2_000 })])
        expect(await undo('R2')).toEqual({
          ...{ kind: 'stored', report: 'R3', restored: 1, emptied: 1 },
        })
        expect(await standing()).toEqual([...before, ['2026-02', null, 'notReported', 'revised']])
        expect(await store.report('R3')).toMatchObject({ undoes: 'R2', reason: 'mistake' })
        expect(await store.report('R2')).toMatchObject({ undoneBy: 'R3' })
        expect(await store.counts()).toMatchObject({ observations: 5 })
      })

      it('is told of beforehand: by the order in which reports were written, at one instant too', async () => {
        await store.appendReports([report([cell(1)])])
        const cells = [cell(2), cell(9, { period: '2026-02' })]
        await store.appendReports([report(cells, { sha256: 't' })])
        expect(await store.undoPreview('R2')).toEqual([
          {
            ...{ indicator: 'x.one', period: '2026-01', later: null },
            ...{ now: { value: 2, absent: null }, before: { value: 1, absent: null } },
          },
          {
            ...{ indicator: 'x.one', period: '2026-02', later: null },
            ...{ now: { value: 9, absent: null }, before: null },
          },
        ])
        await store.appendReports([report([cell(5)], { knownAt: 2_000, sha256: 'u' })])
        const [first] = (await store.undoPreview('R2')) ?? []
        expect(first).toMatchObject({ now: { value: 5 }, before: { value: 1 }, later: 'R3' })
        expect(await store.undoPreview('R9')).toBeNull()
      })

      it('is taken back by another one', async () => {
        await store.appendReports([report([cell(1)])])
        await store.appendReports([report([cell(2)], { knownAt: 2_000 })])
        const before = await standing()
        await undo('R2')
        expect(await undo('R3')).toMatchObject({ kind: 'stored', report: 'R4' })
        expect(await standing()).toEqual(before)
      })

      it('is refused where later reports changed its cells, and says which', async () => {
        await store.appendReports([report([cell(1)])])
        await store.appendReports([report([cell(2)], { knownAt: 2_000 })])
        const by = [{ indicator: 'x.one', period: '2026-01', report: 'R2' }]
        expect(await undo('R1')).toEqual({ kind: 'superseded', by })
        await undo('R2')
        expect(await undo('R2')).toMatchObject({ kind: 'superseded', by: [{ report: 'R3' }] })
      })

      it('gives its cells back: reports are taken back one after another, the latest first', async () => {
        for (const [i, value] of [1, 2, 3].entries())
          await store.appendReports([report([cell(value)], { knownAt: 1_000 * (i + 1) })])
        await undo('R3')
        const by = [{ indicator: 'x.one', period: '2026-01', report: 'R2' }]
        expect(await undo('R1')).toEqual({ kind: 'superseded', by })
        expect(await store.undoPreview('R2')).toMatchObject([
          { now: { value: 2 }, before: { value: 1 }, later: null },
        ])
        expect(await undo('R2')).toMatchObject({ kind: 'stored', restored: 1 })
        expect(await undo('R1')).toMatchObject({ kind: 'stored', emptied: 1 })
        expect(await standing()).toEqual([['2026-01', null, 'notReported', 'revised']])
      })

      it('is refused for a report that is none of a brain or changed nothing', async () => {
        await store.appendReports([report([cell(1)], { brain: null })])
        await store.appendReports([report([cell(1)])])
        for (const id of ['R1', 'R99', 'D1']) expect(await undo(id)).toEqual({ kind: 'missing' })
        expect(await undo('R2')).toEqual({ kind: 'nothing' })
      })

      it('makes its slices newer', async () => {
        const first = await store.appendReports([report([cell(1)])])
        const version = first.changes[0]?.version ?? 0
        const head = { report: 'R1', by: 'o', reason: 'r', sha256: 'u' }
        const { changes } = await store.undoReport({ ...head, receivedAt: 9, knownAt: 9_000 })
        expect(changes).toEqual([{ subject: 'x.one', version: version + 1 }])
      })
    })
  })
}
