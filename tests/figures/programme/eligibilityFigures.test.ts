import { describe, expect, it } from 'vitest'

import { judge } from '../../../src/domain/eligibility/judge.ts'
import { evidenceOf } from '../../../src/domain/eligibility/evidence.ts'
import { NOTICES } from '../../../src/domain/eligibility/notices.ts'
import type { FigureContext } from '../../../src/figures/definition.ts'
import {
  countsOf,
  eligibilityBatch,
  passing,
} from '../../../src/figures/programme/eligibilityBatch.ts'
import { eligibilityTable } from '../../../src/figures/programme/eligibilityTable.ts'
import {
  amountText,
  thresholdText,
  verdictName,
} from '../../../src/figures/programme/eligibilityWords.ts'
import { statedBy, statedOn } from '../../../src/figures/programme/statementWords.ts'
import { NO_PROGRAMME } from '../../../src/figures/programme/programmeData.ts'
import { statementOf } from '../../domain/eligibility/madeEvidence.ts'
import { LOCALES, scenario, SCENARIO_IDS } from '../scenarios.ts'
import { brokenNumbers, textsOf } from '../walk.ts'
import {
  stated,
  simulated,
  viewOf,
  harder,
  easier,
  kindOf,
  whatIfs,
  figuresOf,
  YEAR,
} from './eligibilityWorld.ts'

describe('the figures of eligibility', () => {
  const worlds = [
    ...LOCALES.flatMap((locale) => [stated(locale), simulated(locale)]),
    ...SCENARIO_IDS.flatMap((id) => LOCALES.map((locale) => scenario(id, locale))),
  ]

  it('say in every scenario and language what they show, or why there is nothing', () => {
    for (const context of worlds)
      for (const figure of figuresOf(context)) {
        expect(figure.locale).toBe(context.locale)
        if (figure.kind === 'absent') {
          expect(figure.reason).toMatch(/\S/)
          continue
        }
        for (const field of ['title', 'finding', 'definition', 'source', 'period'] as const)
          expect(`${figure.id} ${field}: ${figure[field]}`).not.toMatch(/: $/)
        if (figure.kind !== 'table') continue
        for (const row of figure.rows) {
          expect(row).toHaveLength(figure.columns.length)
          for (const cell of row) expect(cell).not.toBe('')
        }
      }
  })

  it('leak no programming word, no broken number, and no Chinese punctuation into English', () => {
    for (const context of worlds) {
      const figures = figuresOf(context)
      const texts = figures.flatMap((figure) => [...textsOf(figure)])
      expect(texts.filter((text) => /undefined|NaN|\bnull\b|Infinity|\[object/.test(text))).toEqual(
        [],
      )
      expect(figures.flatMap((figure) => [...brokenNumbers(figure)])).toEqual([])
    }
    const english = figuresOf(stated('en')).flatMap((figure) =>
      textsOf({ ...figure, citations: [] }),
    )
    expect(english.filter((text) => /[（），；：。]/.test(text))).toEqual([])
  })

  it('judge no brain that only publications name, and none before its readings are there', () => {
    expect(figuresOf(scenario('main'))[0]).toMatchObject({ kind: 'absent' })
    const unread = new Map([['cluster.revenue', { zh: '正在读取数据', en: 'Reading data' }]])
    const waiting = { ...stated(), unread }
    const [brain] = waiting.cube.brains
    const view = viewOf(waiting)
    for (const figure of [
      eligibilityBatch(waiting, view),
      eligibilityTable(waiting, view, brain?.id ?? ''),
      ...whatIfs(waiting, harder, easier),
    ])
      expect(figure).toMatchObject({ kind: 'absent', reason: '正在读取数据' })
  })
})

it('words count as their language does', () => {
  expect(amountText('cluster.aboveScaleFirms', 1, 'en')).toBe('1 firm')
  expect(amountText('cluster.aboveScaleFirms', 2, 'en')).toBe('2 firms')
  const kinds = { kind: 'count', id: 'w', indicators: ['a', 'b', 'c'], least: 3 } as const
  expect(thresholdText(kinds, 'en')).toBe('≥ 3 of 3 kinds')
  expect(thresholdText(kinds, 'zh-CN')).toBe('≥ 3 类（共 3 类）')
  const made = statementOf('plan', 'met', { by: 'simulator', document: '模拟说明材料' })
  expect([statedBy(made, 'zh-CN'), statedOn(made, 'zh-CN')]).toEqual(['模拟系统', '模拟说明材料'])
  expect([statedBy(made, 'en'), statedOn(made, 'en')]).toEqual(['simulator', 'simulated statement'])
})

describe('one brain', () => {
  const context = stated()
  const at = (b: number): string => context.cube.brains[b]?.id ?? ''
  const rows = (b: number, batch = 2023, of = context) =>
    kindOf(eligibilityTable(of, viewOf(of, batch), at(b)), 'table').rows

  it('shows what a clause rests on: reading and period, document, person and day', () => {
    const table = kindOf(eligibilityTable(context, viewOf(context), at(2)), 'table')
    expect(table.rows[0]?.[2]).toMatch(/^[\d.,]+ 亿元（2025年1—12月）$/)
    expect(table.rows.at(-1)?.[2]).toBe(Array(3).fill('证明（li，2024-05-08）').join('；'))
    expect(table.traces?.[0]).toEqual({
      ...{ indicator: 'cluster.revenue', entity: at(2), period: '2025-12' },
    })
    expect(table.traces?.at(-1)).toBeNull()
  })

  it('names what is denied or missing, and not what is met', () => {
    expect(rows(0)[1]?.[3]).toBe('未通过：产业链完整、链主企业引领的说明（不满足）')
    expect(rows(1)[1]?.[3]).toBe('待补：产业链完整、链主企业引领的说明')
    expect(rows(2)[1]?.[3]).toBe('通过')
  })

  /** With the revenue clause asking for so much. */
  const asking = (least: number, soft = false): FigureContext => {
    const [first] = NOTICES
    if (!first) throw new Error('no notice')
    const clauses = first.clauses.map((clause) =>
      clause.need.kind === 'reading' && clause.id === 'revenue'
        ? { ...clause, need: { ...clause.need, least, soft }, waivable: true }
        : clause,
    )
    const ruleSets = [{ ...first, clauses }]
    return { ...context, programme: { ...NO_PROGRAMME, ruleSets } }
  }
  const revenue = evidenceOf(context.cube, [], at(2), { batch: 2023, year: YEAR, month: '2026-10' })
  const known = revenue.reading('cluster.revenue', 'lastYear')
  const value = 'value' in known ? known.value : NaN

  it('says how much is short, exactly, hard or in principle', () => {
    expect(rows(2, 2023, asking(value + 12.4))[0]?.[3]).toBe('未通过：差 12.4 亿元')
    expect(rows(2, 2023, asking(value + 12.4, true))[0]?.[3]).toBe('原则上通过：差 12.4 亿元')
    expect(rows(2, 2023, asking(value + 0.004))[0]?.[3]).toBe('未通过：差不足 0.01 亿元')
    expect(rows(2, 2023, asking(value))[0]?.[3]).toBe('通过')
  })

  it('says who waived a clause, on what and why', () => {
    const short = asking(value + 1)
    const statements = [statementOf('revenue', 'waived', { brain: at(2), batch: 2023 })]
    const waived = { ...short, programme: { ...NO_PROGRAMME, ...short.programme, statements } }
    const [row] = rows(2, 2023, waived)
    expect(row?.[2]).toMatch(/；豁免：证明（li，2024-05-08）$/)
    expect(row?.[3]).toBe('豁免：联席会议同意')
  })

  it('counts its clauses in one sentence', () => {
    const { finding } = eligibilityTable(context, viewOf(context), at(1))
    expect(finding).toMatch(/按 2023 年条件待补：共 7 条，5 条通过，2 条待补。$/)
  })
})

describe('a whole batch', () => {
  it.each(NOTICES.map(({ batch }) => batch))('of %i is what each brain is by itself', (batch) => {
    const context = stated()
    const view = viewOf(context, batch)
    const { ids = [], rows } = kindOf(eligibilityBatch(context, view), 'table')
    expect([...ids].sort()).toEqual(context.cube.brains.map(({ id }) => id).sort())
    const statements = context.programme?.statements ?? []
    ids.forEach((id, r) => {
      const alone = judge(view.set, evidenceOf(context.cube, statements, id, view.time))
      const verdicts = [alone, ...alone.clauses].map(({ verdict }) => verdictName(verdict, 'zh-CN'))
      expect(rows[r]?.slice(1)).toEqual(verdicts)
    })
  })

  it('has those that ask for work first', () => {
    const context = stated()
    const whole = kindOf(eligibilityBatch(context, viewOf(context)), 'table').rows.map(
      ([, verdict = '']) => ['未通过', '待补', '原则上通过', '豁免', '通过'].indexOf(verdict),
    )
    expect(whole).toEqual([...whole].sort((a, b) => a - b))
    expect(new Set(whole).size).toBeGreaterThan(2)
  })
})

describe('the demo', () => {
  const counts = (context: FigureContext) => countsOf(viewOf(context).outcomes)

  it('has brains that pass, that fail and of which papers are missing', () => {
    const all = counts(simulated())
    expect(passing(all)).toBeGreaterThan(20)
    expect(Math.min(all.fail, all.unknown)).toBeGreaterThan(0)
  })

  it('without statements knows nothing of what they say', () => {
    expect(passing(counts({ ...simulated(), programme: NO_PROGRAMME }))).toBe(0)
  })
})
