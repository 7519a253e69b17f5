import { flushPromises, mount } from '@vue/test-utils'
import type { Pinia } from 'pinia'
import { vi } from 'vitest'
import { inject, nextTick, type Component } from 'vue'
import { createMemoryHistory, createRouter } from 'vue-router'

import { BoardDocument } from '../../../src/contract/board.ts'
import type { DraftDocument, DraftHead, DryRunAnswer } from '../../../src/contract/intake.ts'
import type { AdminClient } from '../../../src/data/adminClient.ts'
import type { IntakeClient } from '../../../src/data/intakeClient.ts'
import type { SavedClient } from '../../../src/data/savedClient.ts'
import { DataError } from '../../../src/data/dataError.ts'
import { packBoard } from '../../../src/domain/board/board.ts'
import type { Grant } from '../../../src/domain/rights.ts'
import { PAGE_STORAGE } from '../../../src/stores/pageStorage.ts'
import type { PageStorage } from '../../../src/stores/pageStorage.ts'
import { PORTS } from '../../../src/stores/ports.ts'
import { useSpace } from '../../../src/stores/space.ts'
import { makeI18n } from '../../components/mounted.ts'
import { worldOf } from '../../figures/scenarios.ts'
import { openPage } from '../../stores/fakeService.ts'
import { memoryStorage } from '../../stores/memoryStorage.ts'
import { FilledService } from '../wall/openWall.ts'

const [FIRST, SECOND] = worldOf('small').brains ?? []
if (!FIRST || !SECOND) throw new Error('a world without brains')
export const BRAIN = FIRST
export const OTHER = SECOND

export const REPORTER: Grant = { role: 'reporter', space: 'demo', city: null, brain: BRAIN.id }
export const OFFICE: Grant = { role: 'office', space: 'demo', city: null, brain: null }

export const headOf = (rest: Partial<DraftHead> = {}): DraftHead => ({
  ...{ id: 'D1', version: 2, state: 'submitted', brain: BRAIN.id, period: '2026-10' },
  ...{ status: 'final', by: 'user:李敏', cells: 2, warnings: 0, report: null },
  savedAt: '2026-11-10T01:00:00.000Z',
  updatedAt: '2026-11-10T02:00:00.000Z',
  file: { name: '十月.xlsx', sha256: 'ab'.repeat(32), bytes: 9 },
  ...rest,
})

const at = (cell: string) => ({ sheet: '报送', cell, pointer: null })

export const FAULT: DryRunAnswer['findings'][number] = {
  ...{ id: 'min:a', place: at('F8'), rule: 'min', severity: 'block' },
  ...{ indicator: 'cluster.revenue', period: '2026-10' },
  text: { zh: '营业收入为负。', en: 'Revenue is negative.' },
  remedy: { zh: '不得小于 0。', en: 'Not below 0.' },
}
export const WARNING: DryRunAnswer['findings'][number] = {
  ...{ id: 'jump:b', place: at('F9'), rule: 'jump', severity: 'warn' },
  ...{ indicator: 'cluster.outputValue', period: '2026-10' },
  text: { zh: '比上月翻番。', en: 'Twice the month before.' },
  remedy: { zh: '核对，或说明原因。', en: 'Check it or say why.' },
}

const cellOf = (
  cell: string,
  indicator: string,
  change: DryRunAnswer['cells'][number]['change'],
  before: number | null = null,
): DryRunAnswer['cells'][number] => ({
  ...{ place: at(cell), indicator, period: '2026-10', value: 12.5, absent: null, note: null },
  change,
  before: before === null ? null : { value: before, absent: null, status: 'final', report: 'R1' },
})

/** A verdict with the findings that are given and one new cell, and one revised cell where it is asked for. */
export function verdictOf(
  findings: DryRunAnswer['findings'] = [],
  { revised = false, ...rest }: Partial<DryRunAnswer> & { readonly revised?: boolean } = {},
): DryRunAnswer {
  const rejected = findings.some(({ severity }) => severity === 'block')
  const cells = [
    cellOf('F8', 'cluster.revenue', rejected ? 'rejected' : 'added'),
    cellOf('F9', 'cluster.outputValue', revised ? 'revised' : 'added', revised ? 10 : null),
  ]
  const count = (change: string) => cells.filter((cell) => cell.change === change).length
  return {
    ...{ brain: BRAIN.id, period: '2026-10', status: 'final', file: headOf().file, base: 'b1' },
    counts: {
      ...{ added: count('added'), revised: count('revised') },
      ...{ unchanged: 0, rejected: count('rejected') },
    },
    ...{ cells, findings, ignored: [], acceptable: !rejected, known: null, latest: null },
    needs: {
      answers: findings.flatMap(({ severity, id }) => (severity === 'warn' ? [id] : [])),
      reason: revised,
    },
    ...rest,
  }
}

export const documentOf = (head: DraftHead, now = verdictOf()): DraftDocument => ({
  ...{ head, reason: null, now },
  steps: [
    {
      ...{ kind: 'submitted', by: head.by, at: head.savedAt, note: null },
      ...{ answers: [{ finding: 'jump:b', text: '两家企业新入驻' }], report: null },
      replacedBy: null,
    },
  ],
})

/** What the service says when it refuses a change. */
export const refusal = (status: number, said: string): DataError =>
  new DataError('refused', said, { url: '/x', status, problem: 'x', said, issues: [] })

interface Office {
  readonly grants?: readonly Grant[]
  readonly intake?: Partial<IntakeClient>
  readonly admin?: Partial<AdminClient>
  readonly saved?: Partial<SavedClient>
  readonly storage?: PageStorage
  readonly query?: string
  readonly separateDuties?: boolean
}

/** Opens a page of the office in demo for somebody with some grants, as the app would. */
export async function openOffice(
  component: Component,
  {
    grants = [OFFICE],
    intake = {},
    admin = {},
    saved = {},
    storage = memoryStorage(),
    query = '',
    separateDuties = false,
  }: Office = {},
) {
  const service = new FilledService('small')
  service.session.session = () =>
    Promise.resolve({
      ...{ kind: grants.length > 0 ? 'user' : 'anonymous', separateDuties },
      ...{ user: grants.length > 0 ? { id: 'u', name: '李敏' } : null, grants: [...grants] },
    })
  service.saved.list = () => Promise.resolve({ entries: [] })
  Object.assign(service.saved, { sharedLinks: () => Promise.resolve({ links: [] }), ...saved })
  const none = { page: 1, size: 200, total: 0, rows: [] }
  Object.assign(service.admin, admin)
  Object.assign(service.intake, { drafts: () => Promise.resolve(none), ...intake })
  service.openData.dataPage = () =>
    Promise.resolve({ ...none, space: 'demo', asOf: '', simulated: true, credit: null, pages: 1 })
  const world = worldOf('small').board
  const board: unknown = world && { ...packBoard(world), publications: [] }
  service.board.board = () =>
    Promise.resolve(BoardDocument.parse(JSON.parse(JSON.stringify(board))))
  const page = openPage(service)
  const routes = [
    { path: '/:space/page', component },
    { path: '/:rest(.*)*', component: { render: () => null } },
  ]
  const router = createRouter({ history: createMemoryHistory(), routes })
  await router.push(`/demo/page${query}`)
  page.run(() => useSpace().lookAt('demo'))
  const view = mount(component, {
    attachTo: document.body,
    global: {
      plugins: [page.app.config.globalProperties['$pinia'] as Pinia, makeI18n(), router],
      provide: {
        [PORTS as symbol]: page.run(() => inject(PORTS)),
        [PAGE_STORAGE as symbol]: storage,
      },
    },
  })
  const settle = async (): Promise<void> => {
    for (let turn = 0; turn < 4; turn++) await page.settle()
    await vi.dynamicImportSettled()
    await flushPromises()
    await nextTick()
  }
  await settle()
  const button = (words: string | RegExp) => {
    const found = view.findAll('button').find((one) => new RegExp(words).test(one.text()))
    if (!found) throw new Error(`no button ${String(words)}: ${view.text()}`)
    return found
  }
  return { view, router, settle, button, service }
}
