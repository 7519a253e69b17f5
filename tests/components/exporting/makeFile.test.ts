// @vitest-environment node
import { strFromU8, unzipSync } from 'fflate'
import { describe, expect, it } from 'vitest'

import type { ExportJob, FileFormat } from '../../../src/components/exporting/exportJob.ts'
import { makeFile, type PaintPng } from '../../../src/components/exporting/makeFile.ts'
import { ExportRefused } from '../../../src/export/exported.ts'
import { textsOf } from '../../../src/export/pngText.ts'
import { SIZES } from '../../../src/export/sizes.ts'
import type { Figure } from '../../../src/figures/figure.ts'
import { FIGURES } from '../../../src/figures/registry.ts'
import { pictured } from '../../export/pictured.ts'
import { scenario, type ScenarioId } from '../../figures/scenarios.ts'
import { onePixel } from './onePixel.ts'

const figureOf = (id: string, of: ScenarioId = 'small'): Figure =>
  FIGURES.find((definition) => definition.id === id)!.build(scenario(of, 'zh-CN'))

const MAP = FIGURES.map(({ build }) => build(scenario('small', 'zh-CN'))).find(
  ({ kind }) => kind === 'map',
)!

function jobOf(format: FileFormat, figures: readonly Figure[]): ExportJob {
  const items = figures.map((figure) => pictured(figure))
  const { origin } = items[0]!
  return {
    format,
    parts: items.map((item) => ({ kind: 'figure', item })),
    head: { title: '图', locale: 'zh-CN', origin, simulated: true },
    size: SIZES.slideFull,
    scale: 3,
    faces: [],
  }
}

async function made(format: FileFormat, figures: readonly Figure[]) {
  const painted: Parameters<PaintPng>[] = []
  const told: [number, number][] = []
  const paint: PaintPng = (...asked) => {
    painted.push(asked)
    return Promise.resolve(onePixel())
  }
  const bytes = await makeFile(jobOf(format, figures), paint, (done, of) => told.push([done, of]))
  return { bytes, painted, told }
}

describe('a file of one figure', () => {
  const figure = figureOf('domain-revenue')

  it('is a PNG of the page at its scale, which says where it comes from and that it is a demonstration', async () => {
    const { bytes, painted } = await made('png', [figure])
    expect(painted).toHaveLength(1)
    const [marks, size, scale] = painted[0]!
    expect(marks.length).toBeGreaterThan(10)
    expect([size.width, size.height, scale]).toEqual([1600, 900, 3])
    const texts = new Map(textsOf(bytes))
    expect(texts.get('Figure')).toBe('domain-revenue')
    expect(texts.get('Link')).toMatch(/^https:\/\//)
    expect(texts.get('Query')).toContain('desk?')
    expect(texts.get('Data')).toBe('演示数据')
    expect(texts.get('Title')).toMatch(/^【演示】/)
    expect(texts.has('Marking')).toBe(false)
  })

  it('is an SVG with the same words', async () => {
    const { bytes, painted } = await made('svg', [figure])
    const svg = strFromU8(bytes)
    expect(painted).toEqual([])
    expect(svg).toMatch(/^<svg /)
    expect(svg).toContain('<entry name="Data">演示数据</entry>')
    expect(svg).toContain('<entry name="Link">')
  })

  it('is CSV text or an office file', async () => {
    expect(strFromU8((await made('csv', [figure])).bytes)).toContain('演示')
    for (const [format, part] of [
      ['xlsx', 'xl/workbook.xml'],
      ['docx', 'word/document.xml'],
      ['pptx', 'ppt/presentation.xml'],
    ] as const)
      expect(Object.keys(unzipSync((await made(format, [figure])).bytes))).toContain(part)
  })
})

describe('a file of several figures', () => {
  it('tells how many of its pieces are made, pictures or not', async () => {
    const figures = [MAP, figureOf('domain-revenue'), figureOf('cluster-revenue')]
    for (const format of ['pptx', 'docx'] as const)
      expect((await made(format, figures)).told, format).toEqual([
        [0, 4],
        [1, 4],
        [2, 4],
        [3, 4],
      ])
    expect((await made('pptx', figures)).painted).toHaveLength(1)
  })
})

it('is refused with its reason where there is nothing to show', async () => {
  const absent = figureOf('cluster-revenue', 'main')
  for (const format of ['png', 'svg', 'csv', 'xlsx', 'docx', 'pptx'] as const)
    await expect(made(format, [absent]), format).rejects.toThrow(ExportRefused)
})
