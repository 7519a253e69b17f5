import { describe, expect, it } from 'vitest'

import { plainText } from '../../src/export/plainText.ts'
import { writeDocument, type DocumentHead } from '../../src/export/document.ts'
import { ExportRefused } from '../../src/export/exported.ts'
import type { Part } from '../../src/export/part.ts'
import type { Figure } from '../../src/figures/figure.ts'
import {
  demo,
  draw,
  exportable,
  figurePart,
  found,
  headOf,
  oneLine,
  textPart,
  written,
} from './documents.ts'
import { HOSTILE_TEXTS, wallFigures } from './exportable.ts'
import { packageFaults, wordsIn } from './openedDocument.ts'
import { pictured, xmlFaults } from './pictured.ts'

describe('how far a document may go', () => {
  const real = exportable('main', 'zh-CN').map((figure) => pictured(figure))
  const headers = async (parts: readonly Part[], head: Partial<DocumentHead>) => {
    const document = await written(parts, headOf(head))
    return [1, 2].map((n) => document.text(`word/header${n}.xml`))
  }

  it('real data carry the marking and the watermark on every page', async () => {
    const origin = { ...headOf().origin, marking: 'internalKeep', watermark: '征求意见稿' } as const
    for (const xml of await headers(real.map(figurePart), { origin, simulated: false })) {
      expect(wordsIn(xml)).toBe('内部资料 注意保管')
      expect(xml).toContain('string="征求意见稿"')
    }
  })

  it('simulated data carry no marking but say 演示 in title, header, watermark and headings', async () => {
    const parts = demo.map((figure) => figurePart(pictured(figure)))
    for (const xml of await headers(parts, {})) {
      expect(wordsIn(xml).trim()).toBe('演示数据')
      expect(xml).toContain('string="演示数据"')
    }
    const document = await written(parts)
    expect(document.paragraphs[0]?.text).toBe('【演示】2026年10月产业大脑运行简报')
    expect(document.text('docProps/core.xml')).toContain('<dc:title>【演示】')
    for (const { style, text } of document.paragraphs)
      if (style === 'Heading1' && !text.startsWith('附件')) expect(text).toContain('【演示】')
  })

  it('a figure that must not leave the screen stops the whole document', async () => {
    const sourceless = { ...found('domain-revenue'), source: '' } as Figure
    const absent = wallFigures('main', 'zh-CN').find(({ kind }) => kind === 'absent')!
    for (const figure of [sourceless, absent])
      await expect(writeDocument([figurePart(pictured(figure))], headOf(), draw)).rejects.toThrow(
        ExportRefused,
      )
  })

  it('a map without its geometry is refused, never blank', async () => {
    const item = { ...pictured(found('city-map-cluster.revenue')), context: { geometry: null } }
    await expect(writeDocument([figurePart(item)], headOf(), draw)).rejects.toThrow('底图')
  })
})

describe('hostile texts', () => {
  const base = pictured(found('domain-revenue'))

  it.each(HOSTILE_TEXTS)('arrives as text: %j', async (text) => {
    const item = {
      ...base,
      ...{ title: text, sentence: text },
      figure: { ...base.figure, notes: [text], source: text, definition: text },
    }
    const origin = { ...headOf().origin, watermark: text, query: text }
    const head = headOf({ title: text, simulated: false, origin })
    const document = await written([textPart(text, text), figurePart(item)], head)
    expect(packageFaults(document, xmlFaults)).toEqual([])
    expect(document.paragraphs[0]?.text).toBe(oneLine(text))
    const lines = plainText(text)
      .split('\n')
      .filter((line) => line.trim() !== '')
    const body = document.paragraphs.filter(({ style }) => style === 'BodyText')
    for (const line of lines) expect(body.filter((one) => one.text === line)).toHaveLength(2)
    const fields = document.text('word/document.xml').match(/w:instr="[^"]*"|<w:instrText/g) ?? []
    for (const field of fields) expect(field).toMatch(/SEQ/)
  })

  it('a hundred figures and texts fill one document', async () => {
    const parts = Array.from({ length: 50 }, (_, i) => [
      textPart(HOSTILE_TEXTS[i % HOSTILE_TEXTS.length]!, `第${i}段`),
      figurePart(pictured(demo[i % demo.length]!)),
    ]).flat()
    const document = await written(parts)
    expect(packageFaults(document, xmlFaults)).toEqual([])
    expect(document.paragraphs.filter(({ style }) => style === 'Heading1').length).toBeGreaterThan(
      40,
    )
  })
})
