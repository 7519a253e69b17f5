import { enableAutoUnmount, flushPromises, mount } from '@vue/test-utils'
import type { Pinia } from 'pinia'
import { defineComponent, h, inject } from 'vue'
import { afterEach, describe, expect, it } from 'vitest'

import type { ScoreWrite } from '../../../src/contract/programme.ts'
import { DataError } from '../../../src/data/dataError.ts'
import { demoCard } from '../../../src/domain/assessment/cards/demoCard.ts'
import { scoreBrain } from '../../../src/domain/assessment/score.ts'
import { leavesOf } from '../../../src/domain/assessment/scoreLeaf.ts'
import type { ScoreRecord } from '../../../src/domain/assessment/scoreRecord.ts'
import type { Role } from '../../../src/domain/rights.ts'
import { NO_PROGRAMME } from '../../../src/figures/programme/programmeData.ts'
import { scoreView } from '../../../src/figures/programme/scoreView.ts'
import { percentText, scoreText } from '../../../src/figures/programme/scoreWords.ts'
import { PORTS } from '../../../src/stores/ports.ts'
import { useProgramme } from '../../../src/stores/programme.ts'
import { useSpace } from '../../../src/stores/space.ts'
import ScoreForm from '../../../src/views/assessment/ScoreForm.vue'
import { makeI18n } from '../../components/mounted.ts'
import { scoreContext, storedScore } from '../../figures/programme/scoreWorld.ts'
import { openPage } from '../../stores/fakeService.ts'
import { FilledService } from '../wall/openWall.ts'

enableAutoUnmount(afterEach)

const PERIOD = '2026-10'
const zh = scoreContext()
const view = scoreView(zh, demoCard, PERIOD)
const brain = zh.cube.byId.get(view.ranking[0]?.brain ?? '')!
const judgedItems = leavesOf(demoCard).filter(({ item }) => item.kind === 'judged')
const [FIRST] = judgedItems
const stored = (version: number): ScoreRecord => storedScore(zh, view, brain.id, version)
const scoreWith = (points: number) =>
  scoreBrain(zh.cube, demoCard, brain.id, PERIOD, [
    { item: FIRST?.item.id ?? '', points, document: '评审意见', note: null },
  ])

interface Options {
  readonly role?: Role | null
  readonly scores?: readonly ScoreRecord[]
  /** How the service answers a score; what it holds may change meanwhile. */
  readonly onScore?: (held: { scores: readonly ScoreRecord[] }) => Promise<unknown>
}

/** The form of the best brain as the page shows it: over what the service holds. */
async function open({ role = 'assessor', scores = [], onScore }: Options = {}) {
  const service = new FilledService('demo')
  const held = { scores }
  const sent: ScoreWrite[] = []
  Object.assign(service.programme, {
    programme: () =>
      Promise.resolve({
        ...{ version: 1, ruleSets: [], scoreCards: [], lists: [], statements: [], caseSteps: [] },
        scores: held.scores,
      }),
    score: (_: string, written: ScoreWrite) => {
      sent.push(written)
      return onScore?.(held) ?? Promise.resolve({})
    },
  })
  const grants = role ? [{ role, space: 'demo' as const, city: null, brain: null }] : []
  service.session.session = () =>
    Promise.resolve({
      ...{ kind: role ? 'user' : 'anonymous', grants, separateDuties: false },
      user: role ? { id: 'u', name: 'li' } : null,
    })
  const page = openPage(service)
  page.run(() => useSpace().lookAt('demo'))
  const Page = defineComponent(() => {
    const programme = useProgramme()
    void programme.follow()
    return () => {
      const read = programme.read?.scores
      const context = { ...zh, programme: { ...NO_PROGRAMME, scores: read ?? [] } }
      return read ? h(ScoreForm, { context, view, brain, year: 2026 }) : null
    }
  })
  const form = mount(Page, {
    attachTo: document.body,
    global: {
      plugins: [page.app.config.globalProperties['$pinia'] as Pinia, makeI18n()],
      provide: { [PORTS as symbol]: page.run(() => inject(PORTS)) },
    },
  })
  const settle = async () => {
    for (let turn = 0; turn < 4; turn++) await page.settle()
    await flushPromises()
  }
  await settle()
  const field = (label: string) => {
    const found = form.findAll('label').find((one) => one.text().startsWith(label))
    if (!found) throw new Error(`no field ${label}`)
    return found.get('input')
  }
  const button = (text: string) => form.findAll('button').find((one) => one.text() === text)!
  const press = async (text: string) => {
    ;(button(text).element as HTMLButtonElement).click()
    await settle()
  }
  const typed = (label: string) => (field(label).element as HTMLInputElement).value
  return { form, sent, held, field, button, press, typed }
}

const previewOf = ({ form }: Awaited<ReturnType<typeof open>>) => form.get('.preview').text()

describe('the form of a score', () => {
  it('asks for points of the judged items alone, and says what each asks for', async () => {
    const { form } = await open()
    expect(judgedItems.length).toBeGreaterThan(0)
    expect(form.findAll('legend').map((one) => one.text())).toEqual(
      judgedItems.map(({ item }) => item.name.zh),
    )
    expect(form.findAll('.asks').every((one) => one.text() !== '')).toBe(true)
  })

  it('works the score out as points are typed, with nothing sent; no points are not zero points', async () => {
    const opened = await open()
    const without = previewOf(opened)
    await opened.field('评定得分').setValue('0')
    const zero = previewOf(opened)
    const { score, coverage } = scoreWith(0)
    expect(zero).toContain(`得分 ${scoreText(score)}`)
    expect(zero).toContain(`已知权重 ${percentText(coverage)}`)
    expect(zero).not.toBe(without)
    await opened.field('评定得分').setValue('')
    expect(previewOf(opened)).toBe(without)
    expect(opened.sent).toEqual([])
  })

  it('takes no points without the document that they rest on', async () => {
    const { form, sent, field, press } = await open()
    expect(field('依据文件').attributes('required')).toBeUndefined()
    await field('评定得分').setValue('80')
    expect(field('依据文件').attributes('required')).toBeDefined()
    await press('保存评分')
    expect(sent).toEqual([])
    await field('依据文件').setValue(' 评审意见 ')
    await press('保存评分')
    expect(sent).toEqual([
      {
        ...{ brain: brain.id, year: 2026, card: 'demo', period: PERIOD, publish: false },
        judged: [{ item: FIRST?.item.id, points: 80, document: '评审意见', note: null }],
        ...{ version: 0, reason: null, document: null },
      },
    ])
    expect(form.text()).toContain('评分已保存。')
  })

  it('publishes on a document', async () => {
    const { form, sent, field, button, press } = await open()
    expect(button('公布等级').attributes('disabled')).toBeDefined()
    await field('公布依据文件').setValue('考核结果通报')
    expect(button('公布等级').attributes('disabled')).toBeUndefined()
    await press('公布等级')
    expect(sent).toMatchObject([{ publish: true, document: '考核结果通报', judged: [] }])
    expect(form.text()).toContain('等级已公布')
  })

  it('again begins with what was judged before and needs its reason', async () => {
    const { sent, field, press, typed } = await open({ scores: [stored(1), stored(2)] })
    expect([typed('评定得分'), typed('依据文件')]).toEqual(['90', '核查单2'])
    await press('保存评分')
    expect(sent).toEqual([])
    await field('重评原因').setValue('材料补正')
    await press('保存评分')
    expect(sent).toMatchObject([{ version: 2, reason: '材料补正' }])
  })

  it('that somebody was before reads their version and keeps what was typed', async () => {
    const details = { url: '/x', status: 409, problem: 'changedMeanwhile', issues: [] }
    const taken = new DataError('refused', 'x', { ...details, said: '他人已先评分' })
    const refusals = [taken]
    const { form, sent, field, press, typed } = await open({
      onScore: (held) => {
        held.scores = [stored(1)]
        const refusal = refusals.pop()
        return refusal ? Promise.reject(refusal) : Promise.resolve({})
      },
    })
    await field('评定得分').setValue('70')
    await field('依据文件').setValue('评审意见')
    await press('保存评分')
    expect(form.get('[role="alert"]').text()).toContain('他人已先评分')
    expect(form.text()).toContain('最新版本列在下方评分记录中')
    expect(form.text()).not.toContain('评分已保存')
    expect([typed('评定得分'), typed('依据文件')]).toEqual(['70', '评审意见'])
    await field('重评原因').setValue('与前一版核对后重评')
    await press('保存评分')
    expect(sent.map(({ version }) => version)).toEqual([0, 1])
    expect(form.find('[role="alert"]').exists()).toBe(false)
  })

  it('is not there for somebody without the right to assess', async () => {
    for (const role of ['viewer', null] as const) {
      const { form } = await open({ role })
      expect(form.find('form').exists()).toBe(false)
    }
  })
})
