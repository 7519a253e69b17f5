import { enableAutoUnmount, flushPromises } from '@vue/test-utils'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'

import ExportButton from '../../../src/components/exporting/ExportButton.vue'
import ExportDialog from '../../../src/components/exporting/ExportDialog.vue'
import type { Figure } from '../../../src/figures/figure.ts'
import { figureOf, mounted } from '../mounted.ts'
import { FakeWorker } from './fakeWorker.ts'

enableAutoUnmount(afterEach)

const saved: string[] = []
beforeEach(() => {
  saved.length = 0
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
    expect(it.dialog.get('#size-fault').text()).toMatch(/宽（像素）须在 \d+ 到 4000 之间/)
    expect(it.dialog.get('button[type="submit"]').attributes('disabled')).toBeDefined()
    await it.dialog.get('input[type="number"]').setValue(900)
    expect(it.dialog.get('#size-fault').text()).toBe('')
    await submit(it)
    expect(it.worker.jobs[0]?.size).toMatchObject({ width: 900, height: 800, grows: true })
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
