import fc from 'fast-check'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { afterAll, expect, it } from 'vitest'

import { openSqlite } from '../../server/store/openSqlite.ts'
import type { Store } from '../../server/store/store.ts'
import { draftWrite } from './drafts.contract.ts'
import { brainEntry } from './fixture.ts'

const folder = mkdtempSync(join(tmpdir(), 'brain-replay-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const INDICATORS = ['x.one', 'x.two']
const PERIODS = ['2026-01', '2026-02']

interface Standing {
  readonly value: number | null
  readonly absent: 'withheld' | 'notReported' | null
  readonly status: 'preliminary' | 'final' | 'revised'
}
interface Change {
  readonly cell: string
  readonly before: Standing | null
  readonly after: Standing
  /** The report whose word the cell showed before. */
  readonly heldBefore: number | null
}
type Said = Omit<Change, 'heldBefore'>

type Step =
  | { readonly kind: 'publish'; readonly cells: readonly [number, number | null][]; final: boolean }
  /** How many reports back from the latest. */
  | { readonly kind: 'undo'; readonly back: number }

const steps = fc.array(
  fc.oneof(
    fc.record({
      kind: fc.constant('publish' as const),
      cells: fc.uniqueArray(fc.tuple(fc.nat(3), fc.option(fc.nat(3))), {
        ...{ selector: ([at]) => at, minLength: 1, maxLength: 4 },
      }),
      final: fc.boolean(),
    }),
    fc.record({ kind: fc.constant('undo' as const), back: fc.nat(2) }),
  ),
  { maxLength: 14 },
)

const cellAt = (at: number) => ({
  indicator: INDICATORS[at >> 1] ?? '',
  period: PERIODS[at & 1] ?? '',
})
const key = ({ indicator, period }: { indicator: string; period: string }) =>
  `${indicator}|${period}`

/** The rules, told once more without a database: what every cell shows, and what each report changed. */
class Replay {
  readonly standing = new Map<string, Standing>()
  /** The report that changed a cell last, and the one whose word it shows. */
  readonly last = new Map<string, number>()
  readonly holder = new Map<string, number>()
  readonly reports: (readonly Change[])[] = []

  publish({ cells, final }: Extract<Step, { kind: 'publish' }>): void {
    const status = final ? 'final' : 'preliminary'
    this.#keep(
      cells.flatMap(([at, value]): Said[] => {
        const cell = key(cellAt(at))
        const before = this.standing.get(cell) ?? null
        const absent = value === null ? ('withheld' as const) : null
        if (before && before.value === value && before.absent === absent)
          return before.status === 'preliminary' && final
            ? [{ cell, before, after: { value, absent, status } }]
            : []
        const isRevised = before !== null && before.value !== null
        return [{ cell, before, after: { value, absent, status: isRevised ? 'revised' : status } }]
      }),
    )
  }

  /** True where the report could be taken back. */
  undo(report: number): boolean {
    const changes = this.reports[report - 1] ?? []
    if (changes.length === 0) return false
    const isIts = ({ cell }: Change): boolean =>
      this.last.get(cell) === report || this.holder.get(cell) === report
    if (!changes.every(isIts)) return false
    const empty = { value: null, absent: 'notReported', status: 'revised' } as const
    this.#keep(
      changes.map(({ cell, before, after }) => ({ cell, before: after, after: before ?? empty })),
      changes.map(({ heldBefore }) => heldBefore),
    )
    return true
  }

  #keep(said: readonly Said[], holders: readonly (number | null)[] = []): void {
    const no = this.reports.length + 1
    this.reports.push(
      said.map((one) => ({ ...one, heldBefore: this.holder.get(one.cell) ?? null })),
    )
    for (const [i, { cell, after }] of said.entries()) {
      this.standing.set(cell, after)
      this.last.set(cell, no)
      this.holder.set(cell, holders[i] ?? no)
    }
  }
}

async function takeStep(
  store: Store,
  step: Step,
  { now, report }: { readonly now: number; readonly report: number },
): Promise<boolean> {
  const when = { receivedAt: now, knownAt: now, sha256: `s${now}`, by: 'o', reason: 'r' }
  if (step.kind === 'undo') {
    const { outcome } = await store.undoReport({ report: `R${report}`, ...when })
    return outcome.kind === 'stored'
  }
  const [saved] = await store.saveDrafts([draftWrite({ sha256: `f${now}` })])
  if (saved?.kind !== 'saved') throw new Error('the draft was not kept')
  const { id, version } = saved.draft
  const cells = step.cells.map(([at, value]) => ({
    ...{ ...cellAt(at), entity: 'a', value },
    absent: value === null ? ('withheld' as const) : null,
    status: step.final ? ('final' as const) : ('preliminary' as const),
  }))
  const head = { brain: 'a', period: '2026-01', source: null, origin: 'reported' as const }
  const draft = { id, version, by: 'o', at: now, note: null }
  const { outcome } = await store.appendReports([{ ...head, ...when, cells, draft }])
  return outcome[0]?.kind === 'stored'
}

const standingOf = async (store: Store) =>
  new Map(
    (await store.standingCells({ entities: ['a'], indicators: INDICATORS, periods: PERIODS })).map(
      (cell) => [key(cell), { value: cell.value, absent: cell.absent, status: cell.status }],
    ),
  )

let files = 0
let undone = 0

it('any order of publishing and taking back leaves what a replay of it leaves', async () => {
  await fc.assert(
    fc.asyncProperty(steps, async (taken) => {
      const store = await openSqlite(join(folder, `${++files}.sqlite`), 'demo')
      await store.registerBrains([brainEntry('a')], new Map(), 0)
      const replay = new Replay()
      let now = 1_000
      for (const step of taken) {
        const report = replay.reports.length - (step.kind === 'undo' ? step.back : 0)
        const done = await takeStep(store, step, { now: ++now, report })
        if (step.kind === 'publish') replay.publish(step)
        else {
          expect(done).toBe(replay.undo(report))
          if (done) undone++
        }
        expect(await standingOf(store)).toEqual(replay.standing)
      }
      const changed = replay.reports.flat().length
      expect(await store.counts()).toMatchObject({ observations: changed })
      await store.close()
    }),
    { numRuns: 40 },
  )
  expect(undone).toBeGreaterThan(20)
})
