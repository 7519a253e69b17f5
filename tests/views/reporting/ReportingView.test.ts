import { enableAutoUnmount } from '@vue/test-utils'
import type { VueWrapper } from '@vue/test-utils'
import { afterEach, describe, expect, it, vi } from 'vitest'

import { DataError } from '../../../src/data/dataError.ts'
import type { IntakeClient } from '../../../src/data/intakeClient.ts'
import ReportingView from '../../../src/views/reporting/ReportingView.vue'
import { memoryStorage } from '../../stores/memoryStorage.ts'
import {
  BRAIN,
  documentOf,
  FAULT,
  headOf,
  OFFICE,
  openOffice,
  refusal,
  REPORTER,
  verdictOf,
  WARNING,
} from './openOffice.ts'

enableAutoUnmount(afterEach)

const FILE = new File(['x'], '十月.xlsx')

/** Chooses files as a person does in the browser's dialog. */
async function choose(view: VueWrapper, files: readonly File[], which = 0): Promise<void> {
  const input = view.findAll('input[type="file"]')[which]
  if (!input) throw new Error('no place for a file')
  Object.defineProperty(input.element, 'files', { configurable: true, value: files })
  await input.trigger('change')
}

async function upload(intake: Partial<IntakeClient>, grants = [REPORTER]) {
  const page = await openOffice(ReportingView, { grants, intake })
  await choose(page.view, [FILE])
  await page.settle()
  return page
}

describe('who reports', () => {
  it('a reporter of one brain sees it fixed, with the last month due, and no archive', async () => {
    const { view } = await openOffice(ReportingView, { grants: [REPORTER] })
    expect(view.text()).toContain(BRAIN.name)
    const selects = view.findAll('main select')
    expect(selects).toHaveLength(1)
    expect(selects[0]?.element).toHaveProperty('value', '2026-10')
    expect(view.text()).toContain('应于 2026-11-16 前报送')
    expect(view.text()).not.toContain('批量导入')
  })

  it('the office chooses among all brains first, and may import archives', async () => {
    const { view, settle, router } = await openOffice(ReportingView)
    expect(view.text()).toContain('批量导入')
    expect(view.text()).not.toContain('报送记录')
    await view.get('select.brain').setValue(BRAIN.id)
    await settle()
    expect(router.currentRoute.value.query['brain']).toBe(BRAIN.id)
    expect(view.text()).toContain('报送记录')
  })

  it('before a brain is chosen they see how it works, the day, who is behind and their own drafts', async () => {
    const drafts = {
      ...{ page: 1, size: 200, total: 2 },
      rows: [headOf({ by: 'user:李敏' }), headOf({ id: 'D2', by: 'user:王', period: '2026-09' })],
    }
    const intake = { drafts: () => Promise.resolve(drafts) }
    const { view, settle, router } = await openOffice(ReportingView, { intake })
    const start = view.get('.start')
    expect(start.findAll('.steps li')).toHaveLength(3)
    expect(start.get('.day').text()).toMatch(/2026-11-16\s*已过 \d+ 个工作日/)
    expect(start.findAll('tbody tr').map((row) => row.text())).toEqual([
      expect.stringContaining('2026年10月'),
    ])
    const choices = () => start.findAll('.brain').map((one) => one.text())
    for (const text of choices()) expect(text).toMatch(/(按时|迟报|逾期|缺 |不应报)/)
    await start.get('input[type="search"]').setValue(BRAIN.id.toUpperCase())
    expect(choices().every((text) => text.includes(BRAIN.id))).toBe(true)
    await start.get('.brain').trigger('click')
    await settle()
    expect(router.currentRoute.value.query).toMatchObject({ brain: BRAIN.id, period: '2026-10' })
    expect(view.find('.start').exists()).toBe(false)
  })

  it('whoever may not report is sent to the sign-in, and back', async () => {
    const { router, settle } = await openOffice(ReportingView, { grants: [] })
    await settle()
    expect(router.currentRoute.value.path).toBe('/sign-in')
    expect(router.currentRoute.value.query['next']).toBe('/demo/page')
  })
})

describe('a file', () => {
  it('that is wrong is told cell by cell and cannot be handed in', async () => {
    const { view, button } = await upload({
      dryRun: () => Promise.resolve(verdictOf([WARNING, FAULT])),
    })
    const findings = view.findAll('main ol > li').map((one) => one.text())
    expect(findings[0]).toMatch(/须改正.*报送!F8.*营业收入为负。.*不得小于 0。/)
    expect(findings[1]).toMatch(/请说明.*报送!F9.*比上月翻番。/)
    expect(button('提交审核').attributes('disabled')).toBeDefined()
    expect(view.get('#why-not').text()).toBe('还有 1 处须改正，改好后重新上传')
    await button('^拒绝 1').trigger('click')
    expect(view.findAll('tbody tr')).toHaveLength(1)
    expect(view.get('tbody tr').text()).toMatch(/拒绝.*集群营业收入.*—.*12\.5.*亿元.*报送!F8/)
  })

  it('is handed in once warnings are answered and the revision is explained', async () => {
    const saveDraft = vi.fn<IntakeClient['saveDraft']>(() =>
      Promise.resolve({ draft: headOf({ state: 'draft', version: 1 }), known: false }),
    )
    const submit = vi.fn<IntakeClient['submit']>(() =>
      Promise.resolve({ draft: headOf(), known: false }),
    )
    const dryRun = () => Promise.resolve(verdictOf([WARNING], { revised: true }))
    const { view, button, settle } = await upload({ dryRun, saveDraft, submit })
    expect(view.get('#why-not').text()).toBe('还有 1 条提醒未说明；还未写明修订原因')
    await view.get('li.warn input').setValue(' 两家企业新入驻 ')
    expect(view.get('#why-not').text()).toBe('还未写明修订原因')
    await view.get('.reason input').setValue('补报')
    expect(view.find('#why-not').exists()).toBe(false)
    await button('提交审核').trigger('submit')
    await settle()
    expect(saveDraft.mock.calls[0]?.slice(1)).toEqual([
      FILE,
      { brain: BRAIN.id, period: '2026-10', base: 'b1' },
    ])
    expect(submit.mock.calls[0]).toEqual([
      'demo',
      'D1',
      { version: 1, answers: [{ finding: 'jump:b', text: '两家企业新入驻' }], reason: '补报' },
    ])
    expect(view.get('.notice').text()).toContain('已提交审核，编号 D1')
  })

  it('that is there already names its draft and is not sent again', async () => {
    const dryRun = () => Promise.resolve(verdictOf([], { known: headOf(), latest: headOf() }))
    const { view, button } = await upload({ dryRun })
    expect(view.text()).toContain('同一文件已存为 D1（待审核，李敏，2026-11-10 10:00）')
    expect(button('提交审核').attributes('disabled')).toBeDefined()
  })

  it('that somebody overtook is judged again on request, with the answers kept', async () => {
    const dryRun = vi.fn<IntakeClient['dryRun']>(() => Promise.resolve(verdictOf([WARNING])))
    const saveDraft = () => Promise.reject(refusal(409, '王已于 10:00 报送'))
    const { view, button, settle } = await upload({ dryRun, saveDraft })
    await view.get('li.warn input').setValue('核实')
    await button('提交审核').trigger('submit')
    await settle()
    expect(view.get('[role="alert"]').text()).toContain('王已于 10:00 报送')
    await button('重新校核').trigger('click')
    await settle()
    expect(dryRun).toHaveBeenCalledTimes(2)
    expect(view.get('li.warn input').element).toHaveProperty('value', '核实')
  })

  it('of another kind or too many at once never leaves the browser', async () => {
    const dryRun = vi.fn<IntakeClient['dryRun']>()
    const { view } = await openOffice(ReportingView, { grants: [REPORTER], intake: { dryRun } })
    await choose(view, [new File(['x'], '报告.docx')])
    expect(view.get('[role="alert"]').text()).toContain('报告.docx')
    await choose(view, [FILE, FILE])
    expect(view.get('[role="alert"]').text()).toContain('一次只收一份')
    await choose(view, [new File([], '空.csv')])
    expect(view.get('[role="alert"]').text()).toContain('空文件')
    expect(dryRun).not.toHaveBeenCalled()
  })

  it('that is refused takes the place of the one before: what was judged cannot be handed in', async () => {
    const { view } = await upload({ dryRun: () => Promise.resolve(verdictOf()) })
    expect(view.text()).toContain('提交审核')
    await choose(view, [new File([], '空.csv')])
    expect(view.text()).toContain('空文件')
    expect(view.text()).not.toContain('提交审核')
  })

  it('that is wrong shows what was written, not what its indicator would be rounded to', async () => {
    const verdict = verdictOf([FAULT])
    const cells = verdict.cells.map((cell) => ({ ...cell, indicator: 'cluster.aboveScaleFirms' }))
    const { view } = await upload({ dryRun: () => Promise.resolve({ ...verdict, cells }) })
    expect(view.get('tr.rejected td:nth-child(4)').text()).toBe('12.5')
  })

  it('that was given back says why, without a click', async () => {
    const head = headOf({ state: 'returned' })
    const [step] = documentOf(head).steps
    if (!step) throw new Error('a draft without steps')
    const back = { ...step, kind: 'returned' as const, by: 'user:赵', note: '与上年不符' }
    const page = { page: 1, size: 200, total: 1, rows: [head] }
    const intake = {
      drafts: () => Promise.resolve(page),
      draft: () => Promise.resolve({ ...documentOf(head), steps: [step, back] }),
    }
    const { view } = await openOffice(ReportingView, { grants: [REPORTER], intake })
    expect(view.text()).toContain('退回原因：与上年不符')
  })

  it('that was taken back after its publication says so, and why', async () => {
    const head = headOf({ state: 'published', report: 'R1', undoneBy: 'R2' })
    const [step] = documentOf(head).steps
    if (!step) throw new Error('a draft without steps')
    const back = { ...step, kind: 'undone' as const, by: 'user:赵', note: '企业重复计入' }
    const page = { page: 1, size: 200, total: 1, rows: [head] }
    const { view } = await upload({
      drafts: () => Promise.resolve(page),
      draft: () => Promise.resolve({ ...documentOf(head), steps: [step, back] }),
      dryRun: () => Promise.resolve(verdictOf([], { latest: head })),
    })
    expect(view.get('strong.undone').text()).toBe('已撤销发布')
    expect(view.text()).toContain('撤销原因：企业重复计入')
    expect(view.text()).toContain('D1（李敏 报送）发布后已于 2026-11-10 10:00 撤销')
  })

  it('of somebody whose session has ended leads to the sign-in, in words for people', async () => {
    const details = { url: '/x', status: 401, problem: 'unauthorised', issues: [] }
    const ended = new DataError('refused', 'x', { ...details, said: '请先登录，或出示令牌。' })
    const { view } = await upload({ dryRun: () => Promise.reject(ended) })
    const alert = view.get('[role="alert"]')
    expect(alert.text()).not.toContain('令牌')
    expect(alert.get('a').attributes('href')).toMatch(/^\/sign-in\?next=\/demo\/page/)
  })
})

describe('the online form', () => {
  const openForm = async (intake: Partial<IntakeClient>, storage = memoryStorage()) => {
    const page = await openOffice(ReportingView, { grants: [REPORTER], intake, storage })
    await page.button('在线填写').trigger('click')
    await page.settle()
    return page
  }
  const line = (view: VueWrapper, name: string) => view.get(`input[aria-label="${name}"]`)

  it('reads written numbers, says how, and sends them as a report', async () => {
    const dryRun = vi.fn<IntakeClient['dryRun']>(() => Promise.resolve(verdictOf()))
    const { view, button, settle } = await openForm({ dryRun })
    await line(view, '集群营业收入').setValue('1,234.5')
    await line(view, '集群营业收入').trigger('blur')
    expect(view.text()).toContain('读作 1234.5 亿元')
    await view.get('select[aria-label="集群工业总产值：缺报原因"]').setValue('withheld')
    expect(button('校核').text()).toBe('校核（2 项）')
    await view.get('form.form').trigger('submit')
    await settle()
    const sent = dryRun.mock.calls[0]?.[1]
    expect(JSON.parse((await sent?.text()) ?? '')).toMatchObject({
      ...{ brain: BRAIN.id, period: '2026-10', status: 'final', by: '李敏' },
      cells: [
        { indicator: 'cluster.revenue', unit: '亿元', value: 1234.5 },
        { indicator: 'cluster.outputValue', unit: '亿元', absent: 'withheld' },
      ],
    })
  })

  it('names what it cannot read and does not send it', async () => {
    const { view, button } = await openForm({})
    await line(view, '集群营业收入').setValue('约12')
    await line(view, '集群营业收入').trigger('blur')
    expect(view.text()).toContain('填确切的数值')
    expect(line(view, '集群营业收入').attributes('aria-invalid')).toBe('true')
    expect(button('校核').attributes('disabled')).toBeDefined()
  })

  it('keeps what was typed over a visit, for this person alone', async () => {
    const storage = memoryStorage()
    const first = await openForm({}, storage)
    await line(first.view, '集群营业收入').setValue('77')
    first.view.unmount()
    expect([...storage.kept.keys()].some((key) => key.includes('李敏'))).toBe(true)
    const { view } = await openForm({}, storage)
    expect(line(view, '集群营业收入').element).toHaveProperty('value', '77')
  })
})

it('a draft shows what happened to it and is withdrawn on the second press', async () => {
  let head = headOf()
  const withdraw = vi.fn<IntakeClient['withdraw']>(() => {
    head = headOf({ state: 'withdrawn', version: 3 })
    return Promise.resolve({ draft: head, known: false })
  })
  const { view, button, settle } = await openOffice(ReportingView, {
    grants: [REPORTER],
    intake: {
      drafts: () => Promise.resolve({ page: 1, size: 200, total: 1, rows: [head] }),
      draft: () => Promise.resolve(documentOf(head, verdictOf([WARNING]))),
      withdraw,
    },
  })
  await button('办理过程').trigger('click')
  await settle()
  expect(view.text()).toMatch(/提交李敏.*报送!F9 比上月翻番。.*两家企业新入驻/)
  await button('^撤回$').trigger('click')
  expect(withdraw).not.toHaveBeenCalled()
  await button('确认撤回').trigger('click')
  await settle()
  expect(withdraw).toHaveBeenCalledWith('demo', 'D1', { version: 2 })
  expect(view.get('tbody tr').text()).toContain('已撤回')
})

it('an archive that is stopped says what became of it, not that a request failed', async () => {
  const archive: IntakeClient['archive'] = (_, __, { signal }) =>
    new Promise((_resolve, reject) => {
      const details = { url: '/x', status: null, problem: null, said: null, issues: [] }
      signal?.addEventListener('abort', () => reject(new DataError('cancelled', 'x', details)))
    })
  const { view, settle, button } = await openOffice(ReportingView, {
    grants: [OFFICE],
    intake: { archive },
  })
  await choose(view, [new File(['x'], '十月.zip')], 0)
  await settle()
  await button('^停止$').trigger('click')
  await settle()
  expect(view.get('.archive [role="status"]').text()).toContain('再传同一压缩包即接着处理')
  expect(view.find('.archive [role="alert"]').exists()).toBe(false)
})

it('an archive is counted while it is taken, and what needs a hand is named', async () => {
  const base = { kind: 'file' as const, brain: null, period: null, report: null, observations: 2 }
  const archive: IntakeClient['archive'] = (_, __, choice, { onLine, onSent }) => {
    expect(choice).toMatchObject({ publish: 'final' })
    onSent(1)
    onLine({ ...base, file: 'a.xlsx', outcome: 'published', draft: 'D1', findings: [] })
    onLine({ ...base, file: 'b.xlsx', outcome: 'rejected', draft: null, findings: [FAULT] })
    onLine({ kind: 'end', files: 2, observations: 2, rejected: 1, problem: null })
    return Promise.resolve()
  }
  const drafts = vi.fn<IntakeClient['drafts']>(() =>
    Promise.resolve({ page: 1, size: 200, total: 0, rows: [] }),
  )
  const { view, settle } = await openOffice(ReportingView, {
    grants: [OFFICE],
    intake: { archive, drafts },
  })
  const asked = drafts.mock.calls.length
  await view.get('.archive select').setValue('final')
  await choose(view, [new File(['x'], '十月.zip')], 0)
  await settle()
  expect(view.get('.archive [role="status"]').text()).toMatch(
    /完成：2 份文件，2 项数据.*已发布 1.*拒绝 1/,
  )
  const rows = view.findAll('.archive tbody tr').map((row) => row.text())
  expect(rows).toHaveLength(1)
  expect(rows[0]).toMatch(/b\.xlsx.*拒绝.*报送!F8 营业收入为负。/)
  expect(drafts.mock.calls.length).toBeGreaterThan(asked)
})
