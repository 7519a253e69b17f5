import { describe, expect, it } from 'vitest'

import { ExportRefused, type Exported } from '../../src/export/exported.ts'
import { pictureMarks, type PictureMarks } from '../../src/export/pictureMarks.ts'
import { customSize, SIZE_IDS, SIZES, type PictureSize } from '../../src/export/sizes.ts'
import { svgOf } from '../../src/export/svg.ts'
import { provenanceOf, wordsOf } from '../../src/export/words.ts'
import type { Figure, MapFigure } from '../../src/figures/figure.ts'
import { LOCALES, SCENARIO_IDS, type ScenarioId } from '../figures/scenarios.ts'
import { brokenNumbers, hasHalfCharacter } from '../figures/walk.ts'
import { allFigures, HOSTILE_TEXTS, isDrawn, wallFigures } from './exportable.ts'
import {
  chartExtent,
  cover,
  extentOf,
  isInside,
  marksAt,
  pictured,
  spoken,
  textsOf,
  xmlFaults,
} from './pictured.ts'

const LEAST_POINTS = 9

/** One figure of each id: selections differ in numbers, seldom in their picture. */
function distinct(figures: readonly Figure[]): Figure[] {
  const byId = new Map(figures.filter(isDrawn).map((figure) => [figure.id, figure]))
  return [...byId.values()]
}

/** Worlds of which everything is drawn; of the others the wall. */
const WHOLE: readonly ScenarioId[] = ['small', 'main', 'hostile', 'hostilePublic']

const figuresOf = (id: ScenarioId): Figure[] =>
  LOCALES.flatMap((locale) =>
    distinct(WHOLE.includes(id) ? allFigures(id, locale) : wallFigures(id, locale)),
  )

interface Drawing {
  readonly item: Exported
  readonly size: PictureSize
  readonly picture: PictureMarks
  readonly where: string
}

/** The picture of an item; nothing where it is refused with a reason. */
function drawn(item: Exported, size: PictureSize, where: string): Drawing[] {
  try {
    return [{ item, size, picture: pictureMarks(item, size), where }]
  } catch (error) {
    if (error instanceof ExportRefused && error.message.length > 5) return []
    throw error
  }
}

const faultsOf = (
  drawings: readonly Drawing[],
  of: (drawing: Drawing) => readonly string[],
): string[] =>
  drawings.flatMap((drawing) => of(drawing).map((fault) => `${drawing.where}: ${fault}`))

const tooSmall = ({ picture, size }: Drawing): string[] =>
  textsOf(picture.marks)
    .filter((text) => text.size < LEAST_POINTS * (size.dpi / 72) - 0.01)
    .map(({ text, size: pixels }) => `${text} ${pixels}`)

/** Words of the page that leave their block, and words of the chart that leave the page. */
function leaving({ picture }: Drawing): string[] {
  const { heading, body, footing } = picture.blocks
  const own = textsOf(marksAt(picture, (z) => z >= 50 && z < 90)).map((text) => extentOf(text))
  const chart = textsOf(marksAt(picture, (z) => z < 50)).map(chartExtent)
  const watermark = textsOf(marksAt(picture, (z) => z >= 90))
  const page = { x: 0, y: 0, width: picture.width, height: picture.height }
  return [
    ...own.filter((words) => ![heading, body, footing].some((block) => isInside(words, block))),
    ...chart.filter((words) => !isInside(words, page)),
    ...watermark.map((text) => extentOf(text)).filter((words) => !isInside(words, page)),
  ].map(({ text, ...at }) => `${text.slice(0, 30)} ${JSON.stringify(at)}`)
}

/** Words of the page that cover each other. */
function covering({ picture }: Drawing): string[] {
  const own = textsOf(marksAt(picture, (z) => z >= 50 && z < 90)).map((text) => extentOf(text))
  return own.flatMap((a, i) =>
    own.slice(i + 1).flatMap((b) => (cover(a, b) ? [`${a.text} on ${b.text}`] : [])),
  )
}

function crowded({ picture, size }: Drawing): string[] {
  const { heading, body, footing } = picture.blocks
  const order = [0, heading.y, heading.y + heading.height, body.y, body.y + body.height, footing.y]
  const ends = [...order, footing.y + footing.height, picture.height]
  return [
    ...(ends.every((at, i) => i === 0 || at >= (ends[i - 1] ?? 0))
      ? []
      : [`blocks ${ends.join()}`]),
    ...(body.height >= size.height * 0.58 - 0.01 ? [] : [`body ${body.height} of ${size.height}`]),
    ...(size.grows || picture.height === size.height ? [] : ['higher than asked for']),
    ...(picture.width === size.width ? [] : ['another width']),
  ]
}

/** Source, 口径, 截至, 已知至, marking and link: whole, or cut with a count. */
function missing({ item, picture }: Drawing): string[] {
  const said = spoken(marksAt(picture, (z) => z === 50))
  const { facts, marking, badge } = wordsOf(item)
  const wanted = [...facts.flatMap(({ name, text }) => [name, text]), marking, badge]
  const counts = /余\d+字见数据表|moreinthedatatable|…\+\d+/
  return wanted
    .map((text) => text.replace(/[\s\u202A-\u202E]/g, ''))
    .filter((text) => !said.includes(text) && !counts.test(said))
}

describe.each(SCENARIO_IDS)('the pictures of every figure in the scenario %s', (id) => {
  const drawings = figuresOf(id).flatMap((figure) =>
    SIZE_IDS.flatMap((size) =>
      drawn(pictured(figure), SIZES[size], `${figure.id} ${figure.locale} ${size}`),
    ),
  )

  it('print nothing below 9 points', () => {
    expect(faultsOf(drawings, tooSmall)).toEqual([])
  })

  it('print nothing outside their page and blocks', () => {
    expect(faultsOf(drawings, leaving)).toEqual([])
  })

  it('never set words on words', () => {
    expect(faultsOf(drawings, covering)).toEqual([])
  })

  it('keep heading, chart and words below apart, and 58 % of the height for the chart', () => {
    expect(faultsOf(drawings, crowded)).toEqual([])
  })

  it('carry source, 口径, 截至 and marking, whole or counted', () => {
    expect(faultsOf(drawings, missing)).toEqual([])
  })

  it('have only finite numbers and whole characters', () => {
    const broken = faultsOf(drawings, ({ picture }) => [
      ...brokenNumbers(picture),
      ...textsOf(picture.marks)
        .map(({ text }) => text)
        .filter((text) => hasHalfCharacter(text) || /undefined|NaN|Infinity/.test(text)),
    ])
    expect(broken).toEqual([])
  })

  it('are well-formed SVG', () => {
    const faults = faultsOf(drawings, ({ item, picture }) =>
      xmlFaults(
        svgOf(picture.marks, {
          ...{ width: picture.width, height: picture.height, background: '#FFFFFF' },
          ...{ title: wordsOf(item).title, desc: wordsOf(item).sentence },
          metadata: provenanceOf(item),
        }),
      ),
    )
    expect(faults).toEqual([])
  })

  it('say 演示 in title, badge and watermark where the data are simulated, and carry no marking', () => {
    for (const { item, picture, where } of drawings) {
      const { simulated } = item.figure
      const said = spoken(marksAt(picture, (z) => z === 50))
      const tiles = textsOf(marksAt(picture, (z) => z >= 90))
      expect(/演示数据|Demonstrationdata/.test(said), where).toBe(simulated)
      expect(/【演示】|\[Demo\]/.test(said), where).toBe(simulated)
      expect(tiles.length > 0, where).toBe(simulated)
      if (simulated) expect(/内部使用|Internaluse/.test(said), where).toBe(false)
    }
  })

  it('keep the approval number or 示意 note of a map whole', () => {
    for (const { item, picture, where } of drawings)
      if (item.figure.kind === 'map')
        expect(spoken(marksAt(picture, (z) => z === 50)), where).toContain(
          item.figure.approval.replace(/\s/g, ''),
        )
  })
})

const small = (kind: Figure['kind']): Figure => {
  const figure = allFigures('small', 'zh-CN').find((one) => one.kind === kind)
  if (!figure) throw new Error(`No ${kind} in the small world`)
  return figure
}

describe('a picture', () => {
  it('is the same every time', () => {
    for (const figure of wallFigures('small', 'zh-CN').filter(isDrawn))
      expect(JSON.stringify(pictureMarks(pictured(figure), SIZES.slideFull))).toBe(
        JSON.stringify(pictureMarks(pictured(figure), SIZES.slideFull)),
      )
  })

  it('is refused with its reason where there is nothing to draw', () => {
    const bar = { ...small('bar'), rows: [] } as Figure
    const map = { ...pictured(small('map')), context: { geometry: null } }
    const absent = allFigures('empty', 'zh-CN').find(({ kind }) => kind === 'absent')!
    expect(() => pictureMarks(pictured(bar), SIZES.slideFull)).toThrow(/没有可画的数据/)
    expect(() => pictureMarks(map, SIZES.slideFull)).toThrow(/底图尚未载入/)
    expect(() => pictureMarks(pictured(absent), SIZES.slideFull)).toThrow(ExportRefused)
    expect(() => pictureMarks(pictured({ ...small('bar'), source: '' }), SIZES.square)).toThrow(
      /数据来源/,
    )
  })

  it('prints a title that somebody wrote, their sentence below it and the name before the unit', () => {
    const item = { ...pictured(small('bar')), title: '我的标题', sentence: '我的一句话' }
    const said = spoken(pictureMarks(item, SIZES.slideFull).marks)
    expect(said).toContain('【演示】我的标题')
    expect(said).toContain('我的一句话')
    expect(said).toContain(item.figure.title.replace(/\s/g, ''))
  })

  it('bears a watermark and a marking that the site asks for, of real data', () => {
    const figure = wallFigures('main', 'zh-CN').find(({ kind }) => kind === 'table')!
    const item = pictured(figure, { watermark: '张三 2026-11-22', marking: 'internalKeep' })
    const said = spoken(pictureMarks(item, SIZES.slideFull).marks)
    expect(said).toContain('内部资料注意保管')
    expect(said).toContain('张三2026-11-22')
  })

  it('counts the rows that it has no room for, and keeps the one in focus', () => {
    const bar = small('bar') as Extract<Figure, { kind: 'bar' }>
    const [row] = bar.rows
    const rows = Array.from({ length: 80 }, (_, i) => ({ ...row!, id: `r${i}`, label: `第${i}行` }))
    const figure = { ...bar, rows, breakAfter: null, focus: 'r70' }
    const said = spoken(pictureMarks(pictured(figure), SIZES.slideFull).marks)
    expect(said).toContain('第0行')
    expect(said).toContain('第70行')
    expect(said).toMatch(/其余\d+行见数据表/)
  })

  it('of a table keeps names and numbers longest and counts the columns that are gone', () => {
    const figure = allFigures('small', 'zh-CN').find(({ id }) => id === 'selection-table')!
    const said = spoken(pictureMarks(pictured(figure), SIZES.a4Half).marks)
    expect(said).toContain('产业大脑')
    expect(said).toContain('集群营业收入')
    expect(said).toMatch(/其余\d+列见数据表/)
  })

  it('of a small map says what it does not draw', () => {
    const map = small('map') as MapFigure
    expect(map.markers.length).toBeGreaterThan(0)
    const said = spoken(pictureMarks(pictured(map), SIZES.a4Half).marks)
    expect(said).toContain('大脑符号未画，见数据表')
    expect(said).toContain('数值见数据表')
  })
})

describe('hostile words', () => {
  const kinds = ['kpi', 'bar', 'table', 'timeline', 'units', 'map'] as const
  const sizes = [SIZES.slideFull, SIZES.a4Half, customSize(700, 500, 150)]
  const drawings = kinds.flatMap((kind) =>
    HOSTILE_TEXTS.flatMap((text) =>
      sizes.flatMap((size, i) =>
        drawn(
          {
            ...pictured(
              {
                ...small(kind),
                source: text,
                definition: text,
                notes: [text, '甲', text],
                period: text,
              },
              { link: `https://x.example/?q=${text}` },
            ),
            title: text,
            sentence: text,
          },
          size,
          `${kind} ${text.slice(0, 12)} ${i}`,
        ),
      ),
    ),
  )

  it('stay on their page and never cover each other', () => {
    expect(drawings.length).toBe(kinds.length * HOSTILE_TEXTS.length * sizes.length)
    expect(faultsOf(drawings, leaving)).toEqual([])
    expect(faultsOf(drawings, covering)).toEqual([])
    expect(faultsOf(drawings, crowded)).toEqual([])
    expect(faultsOf(drawings, tooSmall)).toEqual([])
  })

  it('arrive as text in well-formed SVG', () => {
    const faults = faultsOf(drawings, ({ item, picture: { marks, width, height } }) =>
      xmlFaults(
        svgOf(marks, {
          ...{ width, height, background: '#FFFFFF', metadata: provenanceOf(item) },
          ...{ title: wordsOf(item).title, desc: wordsOf(item).sentence },
        }),
      ),
    )
    expect(faults).toEqual([])
  })

  it('never make a page that grows more than twice as high', () => {
    for (const { picture, size } of drawings)
      expect(picture.height).toBeLessThanOrEqual(size.height * 2)
  })
})
