import { enableAutoUnmount } from '@vue/test-utils'
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest'

import { DataError } from '../../../src/data/dataError.ts'
import type { LifecycleEvent } from '../../../src/domain/event.ts'
import { foldAll, programmeCounts } from '../../../src/domain/lifecycle.ts'
import { monthsAfter, TERMS } from '../../../src/domain/programme/terms.ts'
import { DEMO_TODAY } from '../../../src/domain/space.ts'
import { worldOf } from '../../figures/scenarios.ts'
import { openLifecycle, stepOf } from './openLifecycle.ts'

enableAutoUnmount(afterEach)
/** The test page lays nothing out: a grid that is said to be this large draws the rows that fit. */
beforeAll(() => {
  vi.spyOn(HTMLElement.prototype, 'clientHeight', 'get').mockReturnValue(600)
  vi.spyOn(HTMLElement.prototype, 'clientWidth', 'get').mockReturnValue(1000)
})
afterAll(() => void vi.restoreAllMocks())

const { brains = [], events = [] } = worldOf('demo')
const states = foldAll(brains, events, DEMO_TODAY)
const counts = programmeCounts(states)
const open = [...states.values()].find(({ measures }) => measures.length === 1)
const order = open?.measures[0]?.event ?? ''

type Opened = Awaited<ReturnType<typeof openLifecycle>>
const rowNames = ({ view }: Opened) =>
  view.findAll('.body [role="rowheader"]').map((cell) => cell.text())
const stepButtons = ({ view }: Opened) => view.findAll('.kinds button').map((one) => one.text())

describe('the page of the lifecycle', () => {
  it('opens with the counts by stage, 其中整改, warnings and proposals in one sentence', async () => {
    const { view } = await openLifecycle()
    const sentence = view.get('.lead p').text()
    expect(sentence).toContain(`建设试点 ${counts.byStage.pilot} 个`)
    expect(sentence).toContain(`其中整改 ${counts.rectifying} 个`)
    expect(sentence).toMatch(/期限(逾期|7 天内|30 天内|90 天内) \d+ 项/)
    expect(sentence).toMatch(/建议取消资格 \d+ 个。$/)
  })

  it('narrows to a picked stage, in the address, and back', async () => {
    const page = await openLifecycle()
    const stage = page.view.findAll('.stage').find((one) => one.text().startsWith('入库培育'))
    expect(stage?.text()).toBe(`入库培育 ${counts.byStage.pool}`)
    await stage?.trigger('click')
    await page.settle()
    expect(page.router.currentRoute.value.query).toEqual({ stage: 'pool' })
    expect(page.view.findAll('.main li')).toHaveLength(counts.byStage.pool)
  })

  it('folds history to a day: what had not happened yet is not counted', async () => {
    const day = '2024-12-31'
    const then = programmeCounts(foldAll(brains, events, day))
    expect(then.byStage.designated).not.toBe(counts.byStage.designated)
    const { view, router, settle } = await openLifecycle()
    await view.get('input[type="date"]').setValue(day)
    await settle()
    expect(router.currentRoute.value.query).toEqual({ on: day })
    expect(view.get('.lead p').text()).toContain(`建设试点 ${then.byStage.pilot} 个`)
    expect(view.text()).toContain(`还原到 ${day}`)
  })

  it('lists the most urgent brain first, or as chosen', async () => {
    const page = await openLifecycle('tab=list')
    expect(rowNames(page).length).toBeGreaterThan(10)
    const lefts = page.view.findAll('.body [role="row"]').map((row) => row.text())
    expect(lefts[0]).toMatch(/逾期/)
    const pool = await openLifecycle('tab=list&stage=pool&order=name')
    expect(pool.view.get('[role="table"]').attributes('aria-rowcount')).toBe(
      `${counts.byStage.pool + 1}`,
    )
  })

  it('shows months ahead with rest days, 约 where a year has no table, and the deadlines of a day', async () => {
    const page = await openLifecycle('tab=calendar')
    expect(page.view.findAll('.month')).toHaveLength(6)
    expect(page.view.findAll('.month')[0]?.text()).toContain('2026年11月')
    expect(page.view.text()).toContain('约')
    const day = page.view.findAll('.days button')[0]
    await day?.trigger('click')
    await page.settle()
    const picked = page.router.currentRoute.value.query['day'] as string
    const listed = page.view.findAll('.main tbody tr')
    expect(listed.length).toBeGreaterThan(0)
    for (const row of listed) expect(row.text()).toContain(picked)
  })

  it('of a register that nobody filled says so, and names the brains of publications', async () => {
    const { view } = await openLifecycle('', { of: 'main' })
    expect(view.get('.lead p').text()).toBe(
      '本系统尚未登记建设过程；公开资料可知 8 个产业大脑，不计期限。',
    )
    expect(view.findAll('.main li')).toHaveLength(8)
    expect(view.text()).not.toMatch(/undefined|NaN/)
  })

  it('speaks English throughout', async () => {
    for (const query of ['', 'tab=list', 'tab=calendar', `case=${order}`]) {
      const { view } = await openLifecycle(query, { locale: 'en' })
      const own =
        view.get('.lead').text() + view.findAll('.panel h2, .panel dt').map((e) => e.text())
      expect(own).not.toMatch(/\p{Script=Han}/u)
      view.unmount()
    }
  })
})

describe('the course of a brain', () => {
  const pilot = [...states.values()].find(({ stage }) => stage === 'pilot')
  const piloted = events.find(({ kind, brain }) => kind === 'piloted' && brain === pilot?.brain)
  const early: LifecycleEvent = {
    ...{ id: 'early', brain: pilot?.brain ?? '', kind: 'accepted', date: DEMO_TODAY },
    ...{ document: '验收结果公告', actor: '省工业和信息化厅', recordedBy: 'user:wang' },
  }
  const termEnd = monthsAfter(piloted?.date ?? '', TERMS.pilotMonths)

  it('names the office that acted and the account that recorded it, and tells early acceptance', async () => {
    expect(termEnd > DEMO_TODAY).toBe(true)
    const query = `brain=${early.brain}`
    const { view } = await openLifecycle(query, { events: [early] })
    const first = view.get('aside.panel li').text()
    expect(first).toContain(`提前验收，试点期应至 ${termEnd}`)
    expect(first).toContain('验收结果公告 · 省工业和信息化厅 · 登记：wang')
    const english = await openLifecycle(query, { events: [early], locale: 'en' })
    const told = english.view.get('aside.panel li').text()
    expect(told).toContain(`Early: the pilot’s term would have ended ${termEnd}`)
    expect(told).toContain('recorded by wang')
    expect(
      view
        .get('aside.panel')
        .text()
        .match(/提前验收/g),
    ).toHaveLength(1)
  })
})

describe('a case', () => {
  it('shows its order, its countdown and every step with who did it', async () => {
    const steps = [
      stepOf({ order, n: 1, kind: 'measure', by: 'user:wang', owner: '甲单位', due: '2026-12-01' }),
      stepOf({ order, n: 2, kind: 'evidence', by: 'user:wang', document: '整改报告' }),
    ]
    const { view } = await openLifecycle(`case=${order}`, { steps })
    const panel = view.get('aside.panel').text()
    expect(panel).toMatch(/(剩|剩约|逾期) \d+ 工作日/)
    expect(panel).toContain('wang')
    expect(panel).toContain('整改报告')
    expect(panel).toContain('甲单位 · 2026-12-01 前')
    expect(panel).toContain('登录并有相应权限后可办理')
  })

  it('offers what the signed-in person may do, and says why not the rest', async () => {
    const steps = [
      stepOf({ order, n: 1, kind: 'evidence', by: 'user:li', document: '整改报告' }),
      stepOf({ order, n: 2, kind: 'handedIn', by: 'user:wang' }),
    ]
    const own = await openLifecycle(`case=${order}`, { role: 'office', steps })
    expect(stepButtons(own)).toEqual(['退回'])
    expect(own.view.get('.next').text()).toContain('销号：须由未提请、未提交佐证的另一人办理。')
    const viewer = await openLifecycle(`case=${order}`, { role: 'viewer', steps })
    expect(stepButtons(viewer)).toEqual([])
    expect(viewer.view.get('.next').text()).toContain('没有这项权限')
  })

  it('sends a measure with the steps that were seen', async () => {
    const sent: unknown[] = []
    const page = await openLifecycle(`case=${order}`, {
      role: 'office',
      onStep: (of, step) => Promise.resolve({ steps: [void sent.push(of, step)] as never[] }),
    })
    await page.press('整改措施')
    await page.view.get('.form textarea').setValue('补报三个月')
    await page.view.get('.form input[type="date"]').setValue('2026-12-10')
    await page.view.get('form.form').trigger('submit')
    await page.settle()
    expect(sent).toEqual([
      order,
      { kind: 'measure', seen: 0, text: '补报三个月', due: '2026-12-10' },
    ])
    expect(page.view.find('form.form').exists()).toBe(false)
  })

  it('says that somebody else was first, and shows what they did', async () => {
    const page = await openLifecycle(`case=${order}`, {
      role: 'office',
      onStep: () => {
        page.held.steps = [stepOf({ order, n: 1, kind: 'measure', by: 'user:wang' })]
        const details = { url: '/x', status: 409, problem: 'changedMeanwhile' }
        return Promise.reject(
          new DataError('refused', 'x', { ...details, said: '他人已先办理', issues: [] }),
        )
      },
    })
    await page.press('补充问题')
    await page.view.get('.form textarea').setValue('另有缺报')
    await page.view.get('form.form').trigger('submit')
    await page.settle()
    expect(page.view.get('[role="alert"]').text()).toContain('他人已先办理')
    expect(page.view.get('.steps').text()).toContain('wang')
    expect(page.view.get<HTMLTextAreaElement>('.form textarea').element.value).toBe('另有缺报')
  })
})

describe('the course of a brain', () => {
  it('orders a rectification in work days, and opens its case', async () => {
    const brain = [...states.values()].find(
      ({ stage, measures }) => stage === 'pilot' && measures.length === 0,
    )
    const page = await openLifecycle(`brain=${brain?.brain ?? ''}`, { role: 'office' })
    const [kind, ...rest] = page.view.findAll('.form option').map((one) => one.attributes('value'))
    expect([kind, ...rest]).not.toContain('designated')
    expect(page.view.get('.panel details').text()).toContain('验收通过后正式挂牌')
    const [reason, document] = page.view.findAll('.form > label > input')
    await reason?.setValue('月报连续缺报')
    await document?.setValue('整改通知')
    await page.view.get('.form input[type="number"]').setValue('10')
    await page.view.get('form.form').trigger('submit')
    await page.settle()
    expect(page.events).toMatchObject([
      {
        ...{ kind: 'rectificationOrdered', brain: brain?.brain, date: DEMO_TODAY },
        ...{ dueWorkDays: 10, reason: '月报连续缺报', document: '整改通知' },
      },
    ])
    expect(page.router.currentRoute.value.query).toEqual({ case: page.events[0]?.id })
  })

  it('offers no form to somebody without the right', async () => {
    const { view } = await openLifecycle(`brain=${open?.brain ?? ''}`, { role: 'analyst' })
    expect(view.find('.panel form').exists()).toBe(false)
    expect(view.get('.panel').text()).toContain('有登记权限后')
  })
})
