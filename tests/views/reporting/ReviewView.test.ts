import { enableAutoUnmount } from '@vue/test-utils'
import { afterEach, describe, expect, it, vi } from 'vitest'

import type { DraftHead } from '../../../src/contract/intake.ts'
import type { IntakeClient } from '../../../src/data/intakeClient.ts'
import ReviewView from '../../../src/views/reporting/ReviewView.vue'
import {
  BRAIN,
  documentOf,
  headOf,
  openOffice,
  OTHER,
  refusal,
  REPORTER,
  verdictOf,
  WARNING,
} from './openOffice.ts'

enableAutoUnmount(afterEach)

/** Three drafts; the service gives the oldest first. */
const heads = (): Map<string, DraftHead> =>
  new Map([
    ['D1', headOf({ id: 'D1' })],
    ['D2', headOf({ id: 'D2', warnings: 1 })],
    ['D3', headOf({ id: 'D3', brain: OTHER.id })],
  ])

const receipt = (report: string) => ({
  ...{ report, brain: BRAIN.id, period: '2026-10', knownAt: '2026-11-10T02:00:00.000Z' },
  ...{ added: 2, revised: 0, unchanged: 0 },
})

async function open(
  intake: Partial<IntakeClient> = {},
  { query = '', held = heads(), revised = false } = {},
) {
  const publish = vi.fn<IntakeClient['publish']>((_, id) => {
    held.set(id, headOf({ ...held.get(id), id, state: 'published', version: 3, report: 'R9' }))
    return Promise.resolve(receipt('R9'))
  })
  const giveBack = vi.fn<IntakeClient['giveBack']>((_, id) => {
    const draft = headOf({ ...held.get(id), id, state: 'returned', version: 3 })
    held.set(id, draft)
    return Promise.resolve({ draft, known: false })
  })
  const drafts = vi.fn<IntakeClient['drafts']>(() =>
    Promise.resolve({ page: 1, size: 200, total: held.size, rows: [...held.values()] }),
  )
  const draft: IntakeClient['draft'] = (_, id) => {
    const head = held.get(id) ?? headOf()
    return Promise.resolve(documentOf(head, verdictOf(head.warnings ? [WARNING] : [], { revised })))
  }
  const page = await openOffice(ReviewView, {
    intake: { drafts, draft, publish, giveBack, ...intake },
    query,
  })
  const rows = () => page.view.findAll('button.head')
  const openRow = async (i: number) => {
    await rows()[i]?.trigger('click')
    await page.settle()
  }
  return { ...page, drafts, publish, giveBack, rows, openRow }
}

describe('the queue', () => {
  it('shows what was submitted, the oldest first', async () => {
    const { drafts, rows } = await open()
    const asked = { state: 'submitted', order: 'oldest' }
    expect(drafts.mock.calls[0]?.[1]).toMatchObject(asked)
    expect(rows().map((row) => /D\d/.exec(row.text())?.[0])).toEqual(['D1', 'D2', 'D3'])
  })

  it('is filtered by state, month and city at the service, all in the link', async () => {
    const { drafts, view, settle, router } = await open()
    const [state, period, city] = view.findAll('main select')
    await state?.setValue('all')
    await settle()
    await period?.setValue('2026-09')
    await settle()
    expect(drafts.mock.lastCall?.[1]).toEqual({ size: 200, period: '2026-09', order: 'oldest' })
    await city?.setValue(OTHER.city)
    await settle()
    expect(drafts.mock.lastCall?.[1]).toMatchObject({ period: '2026-09', city: OTHER.city })
    const { query } = router.currentRoute.value
    expect(query).toMatchObject({ state: 'all', period: '2026-09', city: OTHER.city })
  })

  it('goes on page by page, behind the last draft that is listed, with how many there are', async () => {
    const held = [...heads().values()]
    const drafts = vi.fn<IntakeClient['drafts']>((_, { after }) =>
      Promise.resolve({
        ...{ page: 1, size: 2, total: 3 },
        ...(after === undefined ? { rows: held.slice(0, 2), next: 'D2' } : { rows: held.slice(2) }),
      }),
    )
    const { view, rows, settle, button } = await open({ drafts })
    expect(view.get('.count').text()).toMatch(/共 3 份.*已列出 2 份/)
    await button('列出下一页').trigger('click')
    await settle()
    expect(drafts.mock.lastCall?.[1]).toMatchObject({ state: 'submitted', after: 'D2' })
    expect(rows().map((row) => /D\d/.exec(row.text())?.[0])).toEqual(['D1', 'D2', 'D3'])
    expect(view.find('button.more').exists()).toBe(false)
  })

  it('is closed to a reporter', async () => {
    const { router, settle } = await openOffice(ReviewView, { grants: [REPORTER] })
    await settle()
    expect(router.currentRoute.value.path).toBe('/sign-in')
  })
})

describe('one draft', () => {
  it('shows who, file, hash, what it would change, and warnings with their answers', async () => {
    const { view, openRow } = await open()
    await openRow(1)
    const text = view.get('article').text()
    expect(text).toMatch(/D2 · 待审核.*李敏.*十月\.xlsx.*abababababab…/)
    expect(text).toMatch(/比上月翻番。.*说明.*两家企业新入驻/)
    expect(view.get('article a').attributes('href')).toBe(`/api/demo/files/${'ab'.repeat(32)}`)
    expect(view.get('article tbody').text()).toMatch(/新增.*集群营业收入/)
  })

  it('is published as chosen; it keeps its place, and the focus goes to the next', async () => {
    const { view, settle, openRow, publish, rows, button } = await open()
    await openRow(0)
    await view.get('.decision select').setValue('preliminary')
    await button('^发布$').trigger('submit')
    await settle()
    expect(publish).toHaveBeenCalledWith('demo', 'D1', { version: 2, status: 'preliminary' })
    expect(rows().map((row) => /D\d/.exec(row.text())?.[0])).toEqual(['D1', 'D2', 'D3'])
    expect(rows()[0]?.text()).toContain('已发布')
    expect(document.activeElement).toBe(rows()[1]?.element)
  })

  it('wants a reason where it revises and its reporter gave none', async () => {
    const { view, settle, openRow, publish, button } = await open({}, { revised: true })
    await openRow(0)
    expect(button('^发布$').attributes('disabled')).toBeDefined()
    await view.get('.decision .reason input').setValue('核定')
    await button('^发布$').trigger('submit')
    await settle()
    expect(publish.mock.calls[0]?.[2]).toMatchObject({ reason: '核定' })
  })

  it('is returned with a reason, never without', async () => {
    const { view, settle, openRow, giveBack, button } = await open()
    await openRow(0)
    await button('^退回$').trigger('click')
    await settle()
    expect(document.activeElement?.tagName).toBe('INPUT')
    expect(button('退回报送人').attributes('disabled')).toBeDefined()
    await view.findAll('.decision form')[1]?.get('input').setValue('口径有误')
    await view.findAll('.decision form')[1]?.trigger('submit')
    await settle()
    expect(giveBack).toHaveBeenCalledWith('demo', 'D1', { version: 2, reason: '口径有误' })
  })

  it('says why a step was refused and stays as it was', async () => {
    const publish = () => Promise.reject(refusal(409, 'D1 已于 10:00 变动'))
    const { view, settle, openRow, button } = await open({ publish })
    await openRow(0)
    await button('^发布$').trigger('submit')
    await settle()
    expect(view.get('[role="alert"]').text()).toContain('D1 已于 10:00 变动')
    expect(button('^发布$').attributes('disabled')).toBeUndefined()
  })
})

it('drafts without warnings are published together; those that fail are named', async () => {
  const done: string[] = []
  const publish: IntakeClient['publish'] = (_, id) => {
    if (id === 'D3') return Promise.reject(refusal(422, '未说明修订原因'))
    done.push(id)
    return Promise.resolve(receipt('R9'))
  }
  const { view, settle, button, rows } = await open({ publish })
  expect(view.findAll('li input[type="checkbox"]')).toHaveLength(2)
  await view.get('.many input[type="checkbox"]').setValue(true)
  expect(button('发布所选').text()).toBe('发布所选 2 份')
  await view.get('form.many').trigger('submit')
  await settle()
  expect(done).toEqual(['D1'])
  expect(rows()[0]?.text()).toContain('已发布')
  expect(view.get('.many').text()).toMatch(/已发布 1 份。.*D3 未发布：.*未说明修订原因/)
})

it('a published report shows warnings that were answered, not those it would get beside itself', async () => {
  const own = { ...WARNING, id: 'preliminaryAfterFinal:c', text: { zh: '已有最终数', en: 'Final' } }
  const head = headOf({ state: 'published', report: 'R1' })
  const draft = () => Promise.resolve(documentOf(head, verdictOf([WARNING, own])))
  const page = await open({ draft }, { held: new Map([['D1', head]]), query: '?state=published' })
  await page.openRow(0)
  expect(page.view.get('article').text()).toContain('两家企业新入驻')
  expect(page.view.get('article').text()).not.toContain('已有最终数')
})

describe('taking back', () => {
  const published = () => new Map([['D1', headOf({ state: 'published', report: 'R1' })]])
  const restore = async (report: string) => {
    const undo = vi.fn<IntakeClient['undo']>(() =>
      Promise.resolve({
        ...{ report: 'R2', undoes: 'R1', knownAt: '2026-11-10T02:00:00.000Z' },
        ...{ restored: 1, emptied: 0 },
      }),
    )
    const draft: IntakeClient['draft'] = () => {
      const now = verdictOf([], { revised: true })
      const cells = now.cells.map((cell) => ({
        ...{ ...cell, change: 'unchanged' as const },
        before: { value: 12.5, absent: null, status: 'final' as const, report },
      }))
      return Promise.resolve(
        documentOf(headOf({ state: 'published', report: 'R1' }), { ...now, cells }),
      )
    }
    const undoPreview = vi.fn<IntakeClient['undoPreview']>(() => {
      const now = { value: 12.5, absent: null }
      const later = report === 'R1' ? null : report
      const cell = { period: '2026-10', now, later }
      return Promise.resolve({
        report: 'R1',
        cells: [
          { ...cell, indicator: 'cluster.revenue', before: { value: 11, absent: null } },
          { ...cell, indicator: 'cluster.outputValue', before: null },
        ],
      })
    })
    const clients = { undo, undoPreview, draft }
    const page = await open(clients, { held: published(), query: '?state=published' })
    await page.openRow(0)
    await page.button('撤销发布…').trigger('click')
    await page.settle()
    return { ...page, undo, undoPreview }
  }

  it('shows what the history restores, then wants a reason', async () => {
    const { view, undo, undoPreview, settle } = await restore('R1')
    expect(undoPreview).toHaveBeenCalledWith('demo', 'R1')
    const rows = view.findAll('.undo tbody tr').map((row) => row.text())
    expect(rows[0]).toMatch(/集群营业收入.*12\.5.*11/)
    expect(rows[1]).toMatch(/集群工业总产值.*12\.5.*未报送/)
    await view.get('.undo input').setValue('误报')
    await view.get('.undo form').trigger('submit')
    await settle()
    expect(undo).toHaveBeenCalledWith('demo', 'R1', { reason: '误报' })
  })

  it('is told of in the queue and is not offered twice', async () => {
    const head = headOf({ state: 'published', report: 'R1', undoneBy: 'R2' })
    const page = await open({}, { held: new Map([['D1', head]]), query: '?state=published' })
    await page.openRow(0)
    expect(page.view.get('button.head').text()).toContain('已撤销发布')
    expect(page.view.get('article').text()).toContain('D1 · 已撤销发布')
    expect(page.view.find('.undo').exists()).toBe(false)
  })

  it('is not offered where a later report changed the figures', async () => {
    const { view, button } = await restore('R5')
    expect(view.get('.undo [role="alert"]').text()).toContain('R5')
    await view.get('.undo input').setValue('误报')
    expect(button('^撤销发布$').attributes('disabled')).toBeDefined()
  })
})
