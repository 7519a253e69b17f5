import { describe, expect, it } from 'vitest'

import { fillTemplate } from '../../src/export/briefing/fillTemplate.ts'
import { makeDraw } from '../../src/export/briefing/makeDraw.ts'
import { TEMPLATES } from '../../src/export/briefing/templates.ts'
import { originOf, toParts } from '../../src/export/briefing/toParts.ts'
import { writeDocument } from '../../src/export/document.ts'
import type { Locale } from '../../src/domain/text.ts'
import { fullScenario } from '../figures/fullScenario.ts'
import { LOCALES } from '../figures/scenarios.ts'
import { openedDocument, packageFaults, wordsIn } from './openedDocument.ts'
import { xmlFaults } from './pictured.ts'

const HEAD = {
  ...{ id: 'b', period: '2026-10', asOf: '2026-11-22', createdAt: '2026-11-22T08:00:00Z' },
  ...{ marking: null, watermark: '' },
}
const CONTEXT = {
  ...{ site: 'http://127.0.0.1:8787', madeAt: '2026-11-22T08:00:00Z', geometryOf: () => null },
}

/** The page of the brain with the most events, which is the fullest. */
async function pageOf(locale: Locale) {
  const context = fullScenario(locale)
  const count = (id: string): number =>
    context.cube.events.filter(({ brain }) => brain === id).length
  const brain = [...context.cube.brains].sort((a, b) => count(b.id) - count(a.id))[0]!
  const filled = fillTemplate(TEMPLATES.brain, { context, brain }, HEAD, (error) => {
    throw error
  })
  if (filled.kind === 'refused') throw new Error(filled.reason)
  const { briefing } = filled
  const parts = toParts(briefing, CONTEXT)
  const head = {
    ...{ title: briefing.title, locale, simulated: true },
    origin: originOf(briefing, 'briefing', CONTEXT),
  }
  const write = async (onePage: boolean) =>
    openedDocument(await writeDocument(parts, { ...head, onePage }, makeDraw(96, null)))
  return { briefing, parts, write }
}

describe.each(LOCALES)('the one-brain page as a document, in %s', (locale) => {
  it('is asked for by its template and is a sound package', async () => {
    const { briefing, write } = await pageOf(locale)
    expect(briefing.onePage).toBe(true)
    expect(packageFaults(await write(true), xmlFaults)).toEqual([])
  })

  it('has one table of KPIs, a pair of pictures, and lifecycle beside thresholds', async () => {
    const { parts, write } = await pageOf(locale)
    const xml = (await write(true)).text('word/document.xml')
    expect(xml.match(/<w:tbl>/g)).toHaveLength(5)
    expect(xml.match(/<pic:pic/g)).toHaveLength(2)
    const words = wordsIn(xml)
    for (const part of parts) {
      if (part.kind !== 'figure' || part.item.figure.kind !== 'kpi') continue
      expect(words).toContain(part.item.figure.value.text)
    }
  })

  it('keeps source, definition and notes of every figure', async () => {
    const { parts, write } = await pageOf(locale)
    const words = wordsIn((await write(true)).text('word/document.xml'))
    for (const part of parts) {
      if (part.kind !== 'figure') continue
      const { source, definition, notes } = part.item.figure
      for (const text of [source, definition.replace(/[。.]$/, ''), ...notes])
        expect(words).toContain(text)
    }
  })

  it('has no type below nine points, and lines that are lower than those of other documents', async () => {
    const { write } = await pageOf(locale)
    const [page, formal] = [await write(true), await write(false)]
    const sizes = (document: typeof page): number[] =>
      [...document.text('word/styles.xml').matchAll(/<w:sz w:val="(\d+)"/g)].map(
        ([, half]) => Number(half) / 2,
      )
    expect(Math.min(...sizes(page))).toBe(9)
    expect(Math.max(...sizes(page))).toBeLessThan(Math.max(...sizes(formal)))
    expect(formal.tables.length).toBeGreaterThan(page.tables.length)
  })

  it('says how many events of a long course are left out, and shows the last ones', async () => {
    const { parts, write } = await pageOf(locale)
    const course = parts.flatMap((part) =>
      part.kind === 'figure' && part.item.figure.kind === 'timeline' ? [part.item.figure] : [],
    )[0]!
    expect(course.entries.length).toBeGreaterThan(7)
    const words = wordsIn((await write(true)).text('word/document.xml'))
    const shown = course.entries.filter(({ date, text }) => words.includes(`${date}${text}`))
    expect(shown).toEqual(course.entries.slice(-7))
    expect(words).toMatch(
      locale === 'en' ? /(One more row is|\d more rows are) left out here/ : /另有 \d 行未列入本表/,
    )
  })
})
