import { enableAutoUnmount } from '@vue/test-utils'
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest'

import type { ExportJob } from '../../../src/components/exporting/exportJob.ts'
import { QUALITY_RULES } from '../../../src/domain/quality/rules/index.ts'
import { BoardService, openBoard } from './openBoard.ts'

enableAutoUnmount(afterEach)
/** The test page lays nothing out: a grid that is said to be this large draws the rows that fit. */
beforeAll(() => {
  vi.spyOn(HTMLElement.prototype, 'clientHeight', 'get').mockReturnValue(600)
  vi.spyOn(HTMLElement.prototype, 'clientWidth', 'get').mockReturnValue(1000)
})
afterAll(() => void vi.restoreAllMocks())

const opened = (query = '', locale: 'zh-CN' | 'en' = 'zh-CN', of: 'demo' | 'main' = 'demo') =>
  openBoard(query, new BoardService(of), locale)
type Opened = Awaited<ReturnType<typeof openBoard>>

const rows = ({ view }: Opened) => view.findAll('.body [role="row"]')
const tabStops = ({ view }: Opened) =>
  view.findAll('[data-at][tabindex="0"]').map((stop) => stop.attributes('data-at'))
const press = async ({ view, settle }: Opened, key: string, more: object = {}) => {
  await view.get('[data-at][tabindex="0"]').trigger('keydown', { key, ...more })
  await settle()
}

describe('the page of the monthly board', () => {
  it('opens with the finding, the counts of the month and the most urgent brain first', async () => {
    const page = await opened()
    const { view } = page
    expect(view.get('h1').text()).toBe('月报台账')
    expect(view.get('.lead p').text()).toMatch(/^2026年10月应报 54 家，按时 \d+ 家/)
    expect(view.get('[role="grid"]').attributes('aria-colcount')).toBe('15')
    expect(rows(page)[0]?.findAll('[role="gridcell"]').at(-1)?.attributes('aria-label')).toBe(
      '逾期 4 个工作日',
    )
    expect(view.find('[role="columnheader"][aria-selected="true"]').attributes('aria-label')).toBe(
      '2026年10月 51/54 家报送',
    )
  })

  it('has a word for every mark, and one tab stop', async () => {
    const page = await opened()
    const cells = page.view.findAll('.cell')
    expect(cells.length).toBeGreaterThan(100)
    for (const cell of cells) expect(cell.attributes('aria-label')).toMatch(/\p{Script=Han}/u)
    expect(tabStops(page)).toEqual(['0:11'])
  })

  it('moves by the keys, stays within the grid, and says where it stands', async () => {
    const page = await opened()
    await press(page, 'ArrowLeft')
    await press(page, 'ArrowDown')
    expect(tabStops(page)).toEqual(['1:10'])
    expect(document.activeElement?.getAttribute('data-at')).toBe('1:10')
    expect(page.view.get('.readout').text()).toContain('2026年9月')
    await press(page, 'Home')
    expect(tabStops(page)).toEqual(['1:-1'])
    expect(document.activeElement?.tagName).toBe('A')
    await press(page, 'End', { ctrlKey: true })
    const last = Number(page.view.get('[role="grid"]').attributes('aria-rowcount')) - 2
    expect(tabStops(page)).toEqual([`${last}:11`])
    await press(page, 'ArrowDown')
    expect(tabStops(page)).toEqual([`${last}:11`])
    await press(page, 'Home', { ctrlKey: true })
    await press(page, 'ArrowUp')
    expect(tabStops(page)).toEqual(['-1:-1'])
  })

  it('chooses a month by its head, and a brain by its cell', async () => {
    const page = await opened()
    await page.view.get('[data-at="-1:10"]').trigger('click')
    await page.settle()
    expect(page.router.currentRoute.value.query).toEqual({ month: '2026-09' })
    expect(page.view.get('.lead p').text()).toContain('2026年9月应报')
    await page.view.get('[data-at="0:3"]').trigger('keydown', { key: 'Enter' })
    await page.settle()
    expect(page.router.currentRoute.value.path).toMatch(/^\/demo\/brain\/sim-/)
  })

  it('filters by state, city and words, and says when nothing is left', async () => {
    const overdue = await opened('state=overdue')
    expect(rows(overdue)).toHaveLength(3)
    expect(overdue.view.text()).toContain('3 / 56 个产业大脑')
    expect(rows(await opened('q=合成材料'))).toHaveLength(1)
    const nobody = await opened('q=没有这样的名字')
    expect(nobody.view.find('[role="grid"]').exists()).toBe(false)
    await nobody.view.get('.main .none button').trigger('click')
    await nobody.settle()
    expect(nobody.view.find('[role="grid"]').exists()).toBe(true)
  })

  it('leaves out brains that owe none of the months until they are asked for', async () => {
    const page = await opened('state=notExpected')
    expect(Number(page.view.get('[role="grid"]').attributes('aria-rowcount'))).toBeGreaterThan(90)
  })

  it('asks for the months that are chosen, once a minute anew', async () => {
    const service = new BoardService('demo')
    const page = await openBoard('span=36', service)
    expect(service.spans).toEqual([{ from: '2023-11', to: '2026-10' }])
    page.page.minute()
    await page.settle()
    expect(service.spans).toHaveLength(2)
  })

  it('says why there is no board, and tries again', async () => {
    const service = new BoardService('demo')
    service.boardFails = 'unavailable'
    const page = await openBoard('', service)
    expect(page.view.get('[role="alert"]').text()).toContain('服务暂时不可用')
    service.boardFails = null
    await page.view.get('[role="alert"] button').trigger('click')
    await page.settle()
    expect(page.view.find('[role="grid"]').exists()).toBe(true)
  })

  it('of a register that nobody filled says what comes, and how old the statistics are', async () => {
    const { view } = await opened('', 'zh-CN', 'main')
    expect(view.text()).toContain('没有应报送月报的产业大脑')
    expect(view.text()).toContain('8 个产业大脑未在本系统登记')
    const first = await vi.waitFor(() => view.get('section table tbody tr'))
    expect(first.text()).toMatch(/公开统计2025年12月2026年9月/)
    expect(view.text()).not.toMatch(/undefined|NaN/)
  })

  it('lists every rule of the quality gate, folded away', async () => {
    const { view } = await opened('', 'en')
    const rules = await vi.waitFor(() => view.get('details.rules'))
    expect(rules.attributes('open')).toBeUndefined()
    expect(view.findAll('details.rules tbody tr')).toHaveLength(QUALITY_RULES.length)
    expect(rules.text()).not.toMatch(/\p{Script=Han}/u)
  })
})

describe('the list of reminders', () => {
  it('is copied as text', async () => {
    const written: string[] = []
    vi.stubGlobal('navigator', {
      ...{ clipboard: { writeText: (text: string) => Promise.resolve(written.push(text)) } },
    })
    const { view, settle } = await opened()
    await view.get('.reminders .tools button').trigger('click')
    await settle()
    expect(written[0]).toMatch(/^【演示】\n1\. 示例·/)
    expect(view.text()).toContain('已复制 3 条')
    vi.unstubAllGlobals()
  })

  it('becomes the draft of a notice as a Word document', async () => {
    const jobs: ExportJob[] = []
    const openWorker = () => ({
      ...{ onmessage: null, onerror: null, terminate: () => undefined },
      postMessage: (job: ExportJob) => void jobs.push(job),
    })
    const { view, settle } = await openBoard('', new BoardService('demo'), 'zh-CN', { openWorker })
    await view.findAll('.reminders .tools button').at(-1)?.trigger('click')
    await settle()
    expect(jobs[0]).toMatchObject({
      format: 'docx',
      head: { title: '关于2026年10月产业大脑月报报送情况的通报（草稿）', simulated: true },
    })
    expect(view.text()).toContain('正在生成通报草稿')
  })
})
