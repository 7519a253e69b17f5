import type { VueWrapper } from '@vue/test-utils'
import { afterEach, describe, expect, it } from 'vitest'
import { h } from 'vue'

import type { ExportAnswer, ExportJob } from '../../../src/components/exporting/exportJob.ts'
import type { WorkerPort } from '../../../src/components/exporting/useExport.ts'
import type { Locale } from '../../../src/domain/text.ts'
import { BRIEFING_LIMITS, emptyBriefing, type Briefing } from '../../../src/export/briefing.ts'
import { addFigure, addText } from '../../../src/export/briefing/edit.ts'
import type { ProgrammeClient } from '../../../src/data/programmeClient.ts'
import { leaveNow } from '../../../src/stores/beforeLeaving.ts'
import { BRIEFING_SHELF } from '../../../src/stores/keptBriefings.ts'
import BriefingView from '../../../src/views/briefing/BriefingView.vue'
import { MemoryShelf } from '../../components/briefing/openBriefings.ts'
import { isDrawn, wallFigures } from '../../export/exportable.ts'
import { failure } from '../../stores/fakeService.ts'
import { openDeskPage } from '../desk/openPage.ts'

const AT = '2026-11-20T01:00:00.000Z'

/** A briefing of three figures and a text, frozen as the small world shows them. */
function filled(locale: Locale = 'zh-CN'): Briefing {
  const head = { period: '2026-10', asOf: '2026-11-22', createdAt: AT, watermark: '' }
  const empty = emptyBriefing({
    ...{ ...head, id: 'b', title: '十月', space: 'demo', locale, marking: null },
  })
  const texted = addText(empty, { title: '要点', text: '一\n二' })
  const figures = wallFigures('small', locale).filter(isDrawn)
  return figures.slice(0, 3).reduce(
    (briefing, figure) => {
      const edited = addFigure(briefing, { figure, query: 'wall' })
      return edited.kind === 'done' ? edited.briefing : briefing
    },
    texted.kind === 'done' ? texted.briefing : empty,
  )
}

function shelfWith(content: unknown): MemoryShelf {
  const shelf = new MemoryShelf()
  const head = { id: 'b', space: 'demo', title: '十月', count: 4, revision: 'r' }
  shelf.documents.set('b', { head: { ...head, savedAt: AT, openedAt: AT }, content })
  return shelf
}

/** A worker that a test answers for. */
class FakeWorker implements WorkerPort {
  onmessage: WorkerPort['onmessage'] = null
  onerror: WorkerPort['onerror'] = null
  readonly jobs: ExportJob[] = []
  ended = false
  postMessage(job: ExportJob): void {
    this.jobs.push(job)
  }
  terminate(): void {
    this.ended = true
  }
  answer(data: ExportAnswer): void {
    this.onmessage?.({ data } as MessageEvent<ExportAnswer>)
  }
}

let opened: VueWrapper | null = null
afterEach(() => opened?.unmount())

async function open(
  shelf: MemoryShelf | null,
  locale: Locale = 'zh-CN',
  worker = new FakeWorker(),
  programme: Partial<ProgrammeClient> = {},
) {
  const page = await openDeskPage(
    { render: () => h(BriefingView, { openWorker: () => worker }) },
    '/:space/briefing',
    '/demo/briefing',
    {
      of: 'small',
      locale,
      programme,
      provide: { [BRIEFING_SHELF as symbol]: () => shelf?.page() ?? null },
    },
  )
  opened = page.view
  await page.settle()
  const settle = async (): Promise<void> => {
    for (let turn = 0; turn < 5; turn += 1) await page.settle()
  }
  await settle()
  return { ...page, settle, worker }
}

/** A programme of which nothing was imported or stated. */
const stored: ProgrammeClient['programme'] = () =>
  Promise.resolve({
    ...{ version: 1, ruleSets: [], scoreCards: [], lists: [] },
    ...{ statements: [], scores: [], caseSteps: [] },
  })

const unread = () => Promise.reject(failure('offline'))

const titlesIn = (view: VueWrapper): string[] =>
  view.findAll('section.item').map((item) => item.find('textarea').element.value)
const button = (view: VueWrapper, text: string) =>
  view
    .findAll('button')
    .find((one) => one.text() === text || one.attributes('aria-label') === text)!

describe('the page of a briefing', () => {
  it('shows what is kept, with its day, its words and what stays with every figure', async () => {
    const { view } = await open(shelfWith(filled()))
    const briefing = filled()
    expect(titlesIn(view)).toEqual([
      '要点',
      ...briefing.items.flatMap((item) => (item.kind === 'figure' ? [item.figure.title] : [])),
    ])
    expect(view.find('.sheet').text()).toContain('2026-11-22')
    expect(view.find('.sheet').text()).toContain('【演示】')
    expect(view.findAll('.facts').length).toBeGreaterThan(3)
    expect(view.text()).toContain(`4/${BRIEFING_LIMITS.items} 项`)
    expect(view.find('.since').text()).toContain('各图数据未变')
  })

  it('moves, rewords and removes with a way back', async () => {
    const { view, settle } = await open(shelfWith(filled()))
    const before = titlesIn(view)
    await button(view, `下移：${before[0]}`).trigger('click')
    expect(titlesIn(view).slice(0, 2)).toEqual([before[1], before[0]])
    const title = view.findAll('section.item')[0]!.find('textarea')
    await title.setValue('新标题')
    await title.trigger('blur')
    expect(titlesIn(view)[0]).toBe('新标题')
    await button(view, `移除：新标题`).trigger('click')
    expect(titlesIn(view)).toHaveLength(3)
    expect(view.text()).toContain('已移除“新标题”')
    await button(view, '撤销').trigger('click')
    await settle()
    expect(titlesIn(view)[0]).toBe('新标题')
  })

  it('takes the figure’s own title back where the field is emptied', async () => {
    const { view } = await open(shelfWith(filled()))
    const own = titlesIn(view)[1]
    const title = view.findAll('section.item')[1]!.find('textarea')
    for (const text of ['别的', '']) {
      await title.setValue(text)
      await title.trigger('blur')
    }
    expect(titlesIn(view)[1]).toBe(own)
  })

  it('keeps what is typed while the field is held, when the page ends', async () => {
    const shelf = shelfWith(filled())
    const { view, settle } = await open(shelf)
    const title = view.findAll('section.item')[1]!.find('textarea')
    await title.trigger('focus')
    await title.setValue('写到一半')
    leaveNow()
    await settle()
    const kept = shelf.documents.get('b')?.content as Briefing
    expect(kept.items[1]?.title).toBe('写到一半')
    expect(title.element.value).toBe('写到一半')
  })

  it('says at the field how much of a text is not kept, and keeps the rest', async () => {
    const shelf = shelfWith(filled())
    const { view, settle } = await open(shelf)
    const text = view.findAll('section.item')[0]!.findAll('textarea')[1]!
    await text.setValue('字'.repeat(BRIEFING_LIMITS.characters + 3))
    await text.trigger('blur')
    await settle()
    const note = view.find('section.item [role=alert]')
    expect(note.text()).toContain('多出的 3 字没有保存')
    expect(text.attributes('aria-describedby')).toBe(note.attributes('id'))
    const kept = (shelf.documents.get('b')?.content as Briefing).items[0]
    expect(kept?.kind === 'text' && kept.text.length).toBe(BRIEFING_LIMITS.characters)
  })

  it('fills a template from the numbers, and says in which language it stays', async () => {
    const { view, settle } = await open(new MemoryShelf())
    expect(view.text()).toContain('即可收集')
    await view.find('form.new').trigger('submit')
    await settle()
    expect(titlesIn(view)[0]).toBe('总体情况')
    expect(view.find('.sheet').text()).toContain('产业大脑运行简报')
    const english = await open(shelfWith(filled()), 'en')
    expect(english.view.text()).toContain('written in another language')
  })

  it.each([
    ['and says where rules and statements could not be read', { programme: unread }, true],
    ['with the rules and statements that are stored', { programme: stored }, false],
  ] as const)('writes a page about one brain, %s', async (_, programme, isUnread) => {
    const shelf = new MemoryShelf()
    const { view, settle } = await open(shelf, 'zh-CN', new FakeWorker(), programme)
    await view.find('form.new select').setValue('brain')
    await view.find('form.new').trigger('submit')
    await settle()
    const [briefing] = [...shelf.documents.values()].map(({ content }) => content as Briefing)
    const figures = briefing!.items.flatMap((item) => (item.kind === 'figure' ? item.figure : []))
    const notes = figures.find(({ id }) => id === 'brain-thresholds')?.notes.join() ?? ''
    expect(notes).not.toBe('')
    expect(notes.includes('未读取说明材料')).toBe(isUnread)
    expect(view.find('.sheet').text().includes('规则与说明材料读取失败')).toBe(isUnread)
    const since = isUnread ? '1 幅已不再提供' : '各图数据未变'
    expect(view.find('.since').text()).toContain(since)
  })

  it('says old → new where data are otherwise, and of a figure that is gone that it is', async () => {
    const briefing = filled()
    const items = briefing.items.map((item) => {
      if (item.kind === 'text') return item
      if (item.id === 'i2' && item.figure.kind === 'kpi')
        return {
          ...item,
          figure: { ...item.figure, value: { ...item.figure.value, value: 1, text: '1' } },
        }
      return item.id === 'i3' ? { ...item, figure: { ...item.figure, id: 'no-such' } } : item
    })
    const { view } = await open(shelfWith({ ...briefing, items }))
    expect(view.find('.since').text()).toMatch(/1 幅图的数据有变化，1 幅已不再提供/)
    expect(view.findAll('section.item')[1]!.find('.changes').text()).toMatch(/1[^→]*→/)
    expect(view.findAll('section.item')[2]!.text()).toContain('系统已不再提供此图')
    expect(view.findAll('section.item')[2]!.text()).toContain('数据来源')
  })

  it('says why one cannot be opened, and that the browser keeps nothing', async () => {
    const damaged = await open(shelfWith({ version: 1, items: 'x' }))
    expect(damaged.view.find('[role=alert]').text()).toContain('已损坏')
    await button(damaged.view, '删除这一份').trigger('click')
    await damaged.settle()
    expect(damaged.view.find('[role=alert]').exists()).toBe(false)
    const forgetful = await open(null)
    expect(forgetful.view.text()).toContain('不保存数据')
  })

  it('hands its parts to the worker, shows how far it is, and is stopped', async () => {
    const { view, worker, settle } = await open(shelfWith(filled()))
    await button(view, 'DOCX').trigger('click')
    await settle()
    const [job] = worker.jobs
    expect(job).toMatchObject({ format: 'docx', head: { title: '十月', simulated: true } })
    expect(job?.parts.map(({ kind }) => kind)).toEqual(['text', 'figure', 'figure', 'figure'])
    expect(() => structuredClone(job)).not.toThrow()
    worker.answer({ kind: 'progress', done: 1, of: 4 })
    await settle()
    expect(view.find('progress').attributes()).toMatchObject({ max: '4', value: '1' })
    await button(view, '取消').trigger('click')
    await settle()
    expect([worker.ended, view.find('progress').exists()]).toEqual([true, false])
    await button(view, 'XLSX').trigger('click')
    await settle()
    worker.answer({ kind: 'failed', failure: { code: 'refused', text: '缺少来源' } })
    await settle()
    expect(view.find('[role=alert]').text()).toBe('缺少来源')
  })
})
