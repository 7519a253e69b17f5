import { describe, expect, it } from 'vitest'

import { fillTemplate } from '../../src/export/briefing/fillTemplate.ts'
import { makeDraw } from '../../src/export/briefing/makeDraw.ts'
import { readBriefing } from '../../src/export/briefing/readBriefing.ts'
import { TEMPLATE_IDS, type TemplateId } from '../../src/export/briefing/template.ts'
import { TEMPLATES } from '../../src/export/briefing/templates.ts'
import { toParts } from '../../src/export/briefing/toParts.ts'
import { writeDocument } from '../../src/export/document.ts'
import type { Briefing } from '../../src/export/briefing.ts'
import type { Locale } from '../../src/domain/text.ts'
import { GEOMETRY } from '../charts/drawn.ts'
import { LOCALES, scenario, SCENARIO_IDS, type ScenarioId } from '../figures/scenarios.ts'
import { openedDocument, packageFaults } from './openedDocument.ts'
import { xmlFaults } from './pictured.ts'

const HEAD = {
  ...{ id: 'b', period: '2026-10', asOf: '2026-11-22', createdAt: '2026-11-22T08:00:00Z' },
  ...{ marking: null, watermark: '' },
}
const CONTEXT = {
  ...{ site: 'http://127.0.0.1:8787', madeAt: '2026-11-22T08:00:00Z' },
  geometryOf: () => GEOMETRY,
}

const filledOf = (template: TemplateId, id: ScenarioId, locale: Locale = 'zh-CN') => {
  const context = scenario(id, locale)
  const brain = template === 'brain' ? (context.cube.brains[0] ?? null) : null
  return fillTemplate(TEMPLATES[template], { context, brain }, HEAD, (error) => {
    throw error
  })
}

const briefingOf = (template: TemplateId, id: ScenarioId, locale?: Locale): Briefing => {
  const filled = filledOf(template, id, locale)
  if (filled.kind === 'refused') throw new Error(filled.reason)
  return filled.briefing
}

const textsOf = ({ items }: Briefing): string =>
  items.map((item) => (item.kind === 'text' ? `${item.title}\n${item.text}` : '')).join('\n')

const CASES = TEMPLATE_IDS.flatMap((template) =>
  SCENARIO_IDS.flatMap((id) => LOCALES.map((locale) => [template, id, locale] as const)),
)

describe.each(CASES)('the template %s of %s, %s', (template, id, locale) => {
  const filled = filledOf(template, id, locale)

  it('is written from the numbers and can be stored, or says why it is not', () => {
    if (filled.kind === 'refused') {
      expect(filled.reason.length).toBeGreaterThan(8)
      return
    }
    const { briefing } = filled
    expect(briefing.items.some(({ kind }) => kind === 'figure')).toBe(true)
    expect(textsOf(briefing)).not.toMatch(/undefined|null|NaN|\[object/)
    const read = readBriefing(JSON.parse(JSON.stringify(briefing)), locale)
    expect(read.kind === 'refused' ? read.reason : '').toBe('')
  })

  it('becomes a sound document', async () => {
    if (filled.kind === 'refused') return
    const { briefing } = filled
    const parts = toParts(briefing, CONTEXT)
    const figures = parts.flatMap((part) => (part.kind === 'figure' ? [part.item] : []))
    const bytes = await writeDocument(
      parts,
      {
        ...{ title: briefing.title, locale, origin: figures[0]!.origin },
        simulated: figures.some(({ figure }) => figure.simulated),
      },
      makeDraw(96, null),
    )
    expect(packageFaults(openedDocument(bytes), xmlFaults)).toEqual([])
  })
})

describe('a stored briefing', () => {
  const written = (briefing: Briefing) => {
    const parts = toParts(briefing, CONTEXT)
    const [first] = parts.flatMap((part) => (part.kind === 'figure' ? [part.item] : []))
    const head = { title: briefing.title, locale: briefing.locale, simulated: true } as const
    return writeDocument(parts, { ...head, origin: first!.origin }, makeDraw(96, null))
  }

  it('gives the same bytes after later revisions, which its template shows', async () => {
    const briefing = briefingOf('monthly', 'small')
    const before = await written(briefing)
    const read = readBriefing(JSON.parse(JSON.stringify(briefing)), 'zh-CN')
    expect(read.kind === 'read' && (await written(read.briefing))).toEqual(before)
    expect(await written(briefingOf('monthly', 'absent'))).not.toEqual(before)
  })
})

describe('the monthly briefing', () => {
  it('has its sections in order, each with its figures', () => {
    const { title, items } = briefingOf('monthly', 'demo')
    expect(title).toBe('2026年10月产业大脑运行简报')
    expect(items.flatMap((item) => (item.kind === 'text' ? [item.title] : []))).toEqual([
      ...['总体情况', '建设进展', '产业运行', '算力与平台', '考核与整改', '各产业大脑明细'],
    ])
    const figures = items.flatMap((item) => (item.kind === 'figure' ? [item.figure.id] : []))
    for (const id of ['counted-brains', 'build-out', 'domain-revenue', 'selection-trend'])
      expect(figures).toContain(id)
  })

  it('opens with the conclusion of the wall', () =>
    expect(textsOf(briefingOf('monthly', 'demo'))).toContain(
      '纳入建设 54 个，为 2025 年目标的 108.0%',
    ))

  it('says of real data that are not public why they are missing, and shows what is published', () => {
    const briefing = briefingOf('monthly', 'main')
    expect(textsOf(briefing)).toMatch(/“集群营业收入”.*暂缺：各产业大脑的运行数据尚未公开/)
    expect(textsOf(briefing)).toContain('公开数据')
    expect(briefing.items.some((item) => item.kind === 'figure' && item.figure.simulated)).toBe(
      false,
    )
  })
})

describe('the rectification report', () => {
  it('names every open measure with reason, day and what is left, most urgent first', () => {
    const text = textsOf(briefingOf('rectification', 'demo'))
    expect(text).toMatch(/54 个产业大脑中 4 个处于限期整改，未结事项 4 项，其中逾期 0 项/)
    const days = [...text.matchAll(/期限 (\d{4}-\d\d-\d\d)/g)].map(([, day]) => day)
    expect(days).toHaveLength(4)
    expect(days).toEqual([...days].sort())
    expect(text).toMatch(/1\. 示例·.*原因：.*剩 \d+ 个工作日。2026年1—10月集群营业收入/)
  })
})

describe('the one-brain page', () => {
  it('says who the brain is and how it stands, with the tiles of its profile', () => {
    const { title, items } = briefingOf('brain', 'demo')
    const name = scenario('demo').cube.brains[0]!.name
    expect(title).toBe(`${name}一脑一页（2026年10月）`)
    const figures = items.flatMap((item) => (item.kind === 'figure' ? [item] : []))
    expect(figures[0]).toMatchObject({ query: expect.stringMatching(/^brain\//) })
    expect(figures.filter(({ figure }) => figure.kind === 'kpi')).toHaveLength(6)
  })

  it('needs a brain', () => {
    const context = scenario('demo')
    const filled = fillTemplate(TEMPLATES.brain, { context, brain: null }, HEAD, () => undefined)
    expect(filled).toMatchObject({ kind: 'refused', reason: expect.stringContaining('产业大脑') })
  })
})

it('a template names the slices of all its figures', () => {
  for (const { indicators } of Object.values(TEMPLATES)) {
    expect(indicators).toContain('cluster.revenue')
    expect(new Set(indicators).size).toBe(indicators.length)
  }
})
