import { enableAutoUnmount, flushPromises } from '@vue/test-utils'
import { inject } from 'vue'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'

import { useBriefings } from '../../../src/components/briefing/useBriefings.ts'
import ExportButton from '../../../src/components/exporting/ExportButton.vue'
import ExportDialog from '../../../src/components/exporting/ExportDialog.vue'
import type { Figure } from '../../../src/figures/figure.ts'
import { selectionTable } from '../../../src/figures/desk/selectionTable.ts'
import { PORTS } from '../../../src/stores/ports.ts'
import { useSession } from '../../../src/stores/session.ts'
import { deskOf } from '../../figures/desk/deskContext.ts'
import { FakeService, openPage } from '../../stores/fakeService.ts'
import { figureOf, mounted } from '../mounted.ts'
import { FakeWorker } from './fakeWorker.ts'

enableAutoUnmount(afterEach)

const saved: string[] = []
beforeEach(() => {
  saved.length = 0
  localStorage.clear()
  vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (
    this: HTMLAnchorElement,
  ) {
    saved.push(this.download)
  })
})
afterEach(() => vi.restoreAllMocks())

function opened(figure: Figure, locale: 'zh-CN' | 'en' = 'zh-CN') {
  const worker = new FakeWorker()
  const dialog = mounted(ExportDialog, { figure, openWorker: () => worker }, { locale })
  return { worker, dialog }
}
type Opened = ReturnType<typeof opened>

async function submit({ dialog }: Opened): Promise<void> {
  await dialog.get('form').trigger('submit')
  await flushPromises()
}
const choose = ({ dialog }: Opened, format: string) =>
  dialog.get(`input[value="${format}"]`).setValue(true)

const real: Figure = { ...figureOf('domain-revenue'), simulated: false }

describe('the export of a figure by a person whom the site names', () => {
  it('carries their name and the day, and is noted once the file is made', async () => {
    const service = new FakeService()
    const noteExport = vi.fn().mockResolvedValue(null)
    Object.assign(service.saved, { noteExport })
    service.session.session = () =>
      Promise.resolve({
        ...{ kind: 'user', user: { id: 'u', name: 'li.ming' }, grants: [] },
        ...{ separateDuties: false, watermark: true },
      })
    const worker = new FakeWorker()
    const provide = { [PORTS as symbol]: openPage(service).run(() => inject(PORTS)) }
    const dialog = mounted(ExportDialog, { figure: real, openWorker: () => worker }, { provide })
    await useSession().load()
    await dialog.get('form').trigger('submit')
    await flushPromises()
    expect(worker.jobs[0]?.head.origin.watermark).toBe('li.ming 2026-11-22')
    expect(noteExport).not.toHaveBeenCalled()
    worker.answer({ kind: 'made', bytes: Uint8Array.of(1) })
    await flushPromises()
    const note = { figure: real.id, format: 'png', asOf: null }
    expect(noteExport).toHaveBeenCalledWith('main', note)
  })
})

describe('the export of a figure', () => {
  it('sends figure, format, size and scale as plain data, and saves what comes back', async () => {
    const figure = figureOf('domain-revenue')
    const it = opened(figure)
    await submit(it)
    const [job] = it.worker.jobs
    expect(job).toMatchObject({ format: 'png', scale: 2, size: { width: 1600, height: 900 } })
    expect(job?.parts).toHaveLength(1)
    const [part] = job!.parts
    expect(part?.kind === 'figure' && part.item.figure).toEqual(figure)
    expect(job?.head).toMatchObject({ title: figure.title, simulated: true })
    expect(job?.head.origin).toMatchObject({ space: 'main', marking: null, asOf: null })
    expect(Date.parse(job!.head.origin.madeAt)).toBeGreaterThan(0)
    it.worker.answer({ kind: 'made', bytes: Uint8Array.of(1) })
    await flushPromises()
    expect(saved).toHaveLength(1)
    expect(saved[0]).toMatch(/^演示_.*\.png$/)
    expect(it.dialog.get('[role="status"]').text()).toContain(saved[0])
  })

  it('sends rows that are made when they are read as the rows themselves', async () => {
    const table = selectionTable.build(deskOf('small'))
    const it = opened(table)
    await submit(it)
    const [part] = structuredClone(it.worker.jobs[0]!.parts)
    if (part?.kind !== 'figure' || table.kind !== 'table') throw new Error(table.kind)
    expect(part.item.figure).toMatchObject({ kind: 'table', rows: [...table.rows] })
    expect(() => structuredClone(table)).toThrow()
  })

  it('offers marking and watermark for real data, and sends them', async () => {
    const it = opened(real)
    await it.dialog.findAll('select').at(-1)!.setValue('内部使用')
    const options = it.dialog.findAll('select').at(-1)!.findAll('option')
    expect(options.map((option) => option.text())).toEqual([
      '不标注',
      '公开',
      '内部使用',
      '内部资料 注意保管',
    ])
    await options[2]!.setValue(true)
    await it.dialog.get('input[type="text"]').setValue(' 草稿 ')
    await submit(it)
    expect(it.worker.jobs[0]?.head.origin).toMatchObject({
      marking: 'internal',
      watermark: '草稿',
    })
  })

  it('offers neither for demonstration data, and says that it is one', () => {
    const { dialog } = opened(figureOf('domain-revenue'))
    expect(dialog.text()).toContain('演示数据：')
    expect(dialog.text()).not.toContain('标识\n')
    expect(dialog.find('input[type="text"]').exists()).toBe(false)
  })

  it('sends words of one’s own, and none where none are written', async () => {
    const own = opened(real)
    await submit(own)
    const plain = own.worker.jobs[0]!.parts[0]!
    expect(plain).not.toHaveProperty('item.title')
    expect(plain).not.toHaveProperty('item.sentence')
    own.worker.answer({ kind: 'made', bytes: Uint8Array.of(1) })
    await flushPromises()
    const [title] = own.dialog.findAll('textarea')
    expect(title!.attributes('maxlength')).toBe('4000')
    await title!.setValue('我的标题')
    await submit(own)
    expect(own.worker.jobs[1]!.parts[0]).toMatchObject({
      item: { title: '我的标题', sentence: real.finding },
    })
  })

  it('shows size and scale for pictures only', async () => {
    const it = opened(real)
    const names = () => it.dialog.findAll('input[name="scale"]').length
    expect(names()).toBe(4)
    await choose(it, 'svg')
    expect([names(), it.dialog.text().includes('尺寸')]).toEqual([0, true])
    await choose(it, 'xlsx')
    expect(it.dialog.text()).not.toContain('尺寸')
    expect(it.dialog.find('table').exists()).toBe(true)
  })

  it('says what of a custom size is out of bounds, and makes nothing of it', async () => {
    const it = opened(real)
    await it.dialog.get('select').setValue('custom')
    await it.dialog.get('input[type="number"]').setValue(10)
    expect(it.dialog.get('#size-fault').text()).toMatch(/宽（像素）须为 \d+ 到 4000 之间的整数/)
    expect(it.dialog.get('button[type="submit"]').attributes('disabled')).toBeDefined()
    await it.dialog.get('input[type="number"]').setValue(1200.5)
    expect(it.dialog.get('#size-fault').text()).toContain('整数')
    expect(it.dialog.get('button[type="submit"]').attributes('disabled')).toBeDefined()
    await it.dialog.get('input[type="number"]').setValue(900)
    expect(it.dialog.get('#size-fault').text()).toBe('')
    await submit(it)
    expect(it.worker.jobs[0]?.size).toMatchObject({ width: 900, height: 800, isExact: true })
  })

  it('says of a picture that grows how high it becomes, before it is made', async () => {
    const figure = { ...real, definition: '口径'.repeat(900) }
    const it = opened(figure)
    await vi.waitFor(() => expect(it.dialog.find('.grown').exists()).toBe(true))
    expect(it.dialog.get('.grown').text()).toMatch(/图由 900 像素加高到 \d{4} 像素/)
    await choose(it, 'docx')
    expect(it.dialog.find('.grown').exists()).toBe(false)
  })

  it('refuses an exact size that is too low, with the least one', async () => {
    const it = opened({ ...real, definition: '口径'.repeat(900) })
    await it.dialog.get('select').setValue('custom')
    await vi.waitFor(() => expect(it.dialog.find('[role="alert"]').exists()).toBe(true))
    expect(it.dialog.get('[role="alert"]').text()).toMatch(/要 1200 × \d+ 像素才能全部印出/)
    expect(it.dialog.get('button[type="submit"]').attributes('disabled')).toBeDefined()
  })

  it('no longer says what was made once something else is chosen', async () => {
    const it = opened(real)
    await submit(it)
    it.worker.answer({ kind: 'made', bytes: Uint8Array.of(1) })
    await flushPromises()
    expect(it.dialog.get('[role="status"].said').text()).toContain('已导出')
    await choose(it, 'svg')
    expect(it.dialog.get('[role="status"].said').text()).toBe('')
    await submit(it)
    it.worker.answer({ kind: 'failed', failure: { code: 'font', text: 'Barlow' } })
    await flushPromises()
    expect(it.dialog.find('[role="alert"]').exists()).toBe(true)
    await choose(it, 'csv')
    expect(it.dialog.find('[role="alert"]').exists()).toBe(false)
  })

  it('names the brain of a profile in the name of the file', async () => {
    const it = opened({
      ...real,
      id: 'brain-cluster.revenue',
      title: '集群营业收入',
      scope: '轴承',
    })
    await submit(it)
    it.worker.answer({ kind: 'made', bytes: Uint8Array.of(1) })
    await flushPromises()
    expect(saved[0]).toMatch(/^轴承 集群营业收入_/)
  })

  it('links to the view as of the instant at which the figure was taken', async () => {
    const it = opened(real)
    await submit(it)
    const { link, madeAt } = it.worker.jobs[0]!.head.origin
    const [, instant = ''] = /[?]asOf=(.+)$/.exec(link) ?? []
    expect(new Date(instant).toISOString()).toBe(instant)
    expect(instant <= madeAt).toBe(true)
  })

  it('says at the field that it takes no more', async () => {
    const it = opened(real)
    const [title] = it.dialog.findAll('textarea')
    await title!.setValue('长'.repeat(4000))
    expect(it.dialog.text()).toContain('最多 4000 字')
  })

  it('shows progress, and cancels', async () => {
    const it = opened(real)
    await choose(it, 'docx')
    await submit(it)
    it.worker.answer({ kind: 'progress', done: 1, of: 4 })
    await flushPromises()
    const bar = it.dialog.get('progress')
    expect([bar.attributes('value'), bar.attributes('max')]).toEqual(['1', '4'])
    await it.dialog.findAll('footer button').at(0)!.trigger('click')
    expect(it.worker.ended).toBe(true)
    await flushPromises()
    expect(it.dialog.find('progress').exists()).toBe(false)
    expect(saved).toEqual([])
  })

  it('puts the figure into the briefing, as often as asked', async () => {
    const { dialog } = opened(real)
    const button = dialog.findAll('footer button').find((one) => one.text() === '加入简报')!
    // What is kept in the browser is read first.
    await vi.waitFor(async () => {
      await button.trigger('click')
      expect(dialog.get('[role="status"]').text()).toBe('已加入简报，共 1 项')
    })
    await button.trigger('click')
    expect(dialog.get('[role="status"]').text()).toBe('已加入简报，共 2 项')
  })

  it('puts the words of the dialog into the briefing with it, and none where none are written', async () => {
    const { dialog } = opened(real)
    const briefings = useBriefings()
    const button = dialog.findAll('footer button').find((one) => one.text() === '加入简报')!
    await vi.waitFor(async () => {
      await button.trigger('click')
      expect(briefings.count).toBe(1)
    })
    const [title, sentence] = dialog.findAll('textarea')
    await title!.setValue(' 我的标题 ')
    await sentence!.setValue('一句人写的话。')
    await button.trigger('click')
    const [plain, own] = briefings.current!.items
    expect(plain).not.toHaveProperty('title')
    expect(plain).not.toHaveProperty('sentence')
    expect(own).toMatchObject({ title: '我的标题', sentence: '一句人写的话。' })
  })

  it('begins with what was chosen last on this machine', async () => {
    const it = opened(real)
    await it.dialog.get('select').setValue('custom')
    await it.dialog.get('input[type="number"]').setValue(900)
    await it.dialog.get('input[name="scale"][value="3"]').setValue(true)
    await choose(it, 'svg')
    await it.dialog.get('textarea').setValue('只此一次')
    it.dialog.unmount()
    const next = opened(figureOf('domain-revenue'))
    const checked = next.dialog.get<HTMLInputElement>('input[name="format"]:checked')
    expect(checked.element.value).toBe('svg')
    expect(next.dialog.get('textarea').element.value).toBe('')
    await choose(next, 'png')
    await submit(next)
    expect(next.worker.jobs[0]).toMatchObject({ scale: 3, size: { width: 900, height: 800 } })
  })

  it('begins as ever where what was kept can no longer be chosen', async () => {
    for (const kept of ['{', '7', '{"format":"gif","size":"custom","width":1e9,"scale":9}']) {
      localStorage.setItem('export-choice', kept)
      const it = opened(real)
      await submit(it)
      expect(it.worker.jobs[0]).toMatchObject({ format: 'png', scale: 2, size: { width: 1600 } })
      it.dialog.unmount()
    }
  })

  it('says why there is no file, in words', async () => {
    const it = opened(real)
    await submit(it)
    it.worker.answer({ kind: 'failed', failure: { code: 'font', text: 'Barlow' } })
    await flushPromises()
    expect(it.dialog.get('[role="alert"]').text()).toContain('字体“Barlow”未能读取')
    await submit(it)
    it.worker.answer({ kind: 'failed', failure: { code: 'refused', text: '机架：未报送' } })
    await flushPromises()
    expect(it.dialog.get('[role="alert"]').text()).toBe('机架：未报送')
    expect(saved).toEqual([])
  })

  it('refuses a figure without data before anything is asked of the worker', async () => {
    const figure = figureOf('cluster-revenue', 'main')
    if (figure.kind !== 'absent') throw new Error(figure.kind)
    const it = opened(figure)
    await vi.waitFor(() => expect(it.dialog.get('[role="alert"]').text()).toContain(figure.reason))
    expect(it.dialog.get('button[type="submit"]').attributes('disabled')).toBeDefined()
    await choose(it, 'csv')
    expect(it.dialog.get('[role="alert"]').text()).toContain(figure.reason)
  })

  it('speaks English', () => {
    const { dialog } = opened(figureOf('domain-revenue', 'small', 'en'), 'en')
    const words = dialog.text().replace(figureOf('domain-revenue', 'small', 'en').title, '')
    expect(words).not.toMatch(/\p{Script=Han}/u)
    expect(words).not.toContain('export.')
  })
})

describe('the button', () => {
  it('opens the dialog, once it is there', async () => {
    const button = mounted(ExportButton, { figure: real })
    expect(document.querySelector('dialog.export')).toBeNull()
    await button.get('button').trigger('click')
    await vi.waitFor(() => expect(document.querySelector('dialog.export')).not.toBeNull())
    document.querySelector('dialog.export')!.dispatchEvent(new Event('close'))
    await flushPromises()
    expect(document.querySelector('dialog.export')).toBeNull()
  })
})
