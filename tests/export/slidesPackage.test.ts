import PptxGenJS from 'pptxgenjs'
import { afterEach, describe, expect, it, vi } from 'vitest'

import { makeDraw } from '../../src/export/briefing/makeDraw.ts'
import { ExportRefused } from '../../src/export/exported.ts'
import { writeSlides } from '../../src/export/slides.ts'
import { deckOf, distinct, drawNothing, figureParts, headOf } from './decks.ts'
import { exported, HOSTILE_TEXTS, wallFigures } from './exportable.ts'
import { ooxmlFaults } from './ooxmlFaults.ts'
import { decoded, openDeck } from './openedDeck.ts'
import { pictured } from './pictured.ts'
import { elementsOf } from './xmlElements.ts'

const wall = wallFigures('demo', 'zh-CN')
const plain = wall.find(({ kind }) => kind === 'bar')!
const map = wall.find(({ kind }) => kind === 'map')!

afterEach(() => {
  vi.useRealTimers()
  vi.restoreAllMocks()
})

describe('the checks of packages', () => {
  it('find what the bare library writes against the rules', async () => {
    const file = new PptxGenJS()
    for (const text of ['a', 'b'])
      file
        .addSlide()
        .addText([{ text, options: { bold: true } }, { text }])
        .addChart('bar', [{ name: 'x', labels: ['a', 'b'], values: [1, 2] }])
    const faults = ooxmlFaults(
      (await file.write({ outputType: 'uint8array' })) as Uint8Array,
    ).join()
    expect(faults).toContain('slideMaster2.xml is not there')
    expect(faults).toContain('properties inside a paragraph')
    expect(faults).toContain('c:barChart with 3 axes')
  })

  it.each([
    ['<a><b></a></b>', 'closes'],
    ['<a>1 < 2</a>', 'Not escaped'],
    ['<a>\u0001</a>', 'forbids'],
    ['<a x="1" x="2"/>', 'twice'],
    ['<a>', 'is not closed'],
  ])('refuse %s', (xml, fault) => {
    expect(() => elementsOf(xml)).toThrow(fault)
  })
})

describe('a deck as a file', () => {
  it('is the same to the byte for the same input, whatever the clock and chance', async () => {
    const items = distinct(wall)
    const first = await deckOf(items)
    vi.useFakeTimers({ now: new Date('2031-05-06T07:08:09Z'), toFake: ['Date'] })
    vi.spyOn(Math, 'random').mockReturnValue(0.123)
    expect(await deckOf(items)).toEqual(first)
  })

  it('says what it is, of which view and day, and when it was asked for', async () => {
    const { parts } = await openDeck(await deckOf([exported(plain, { asOf: '2026-10-31' })]))
    const core = decoded(parts.get('docProps/core.xml') ?? '')
    expect(core).toContain('<dc:title>【演示】运行简报</dc:title>')
    expect(core).toContain('<dc:subject>Space: demo; Query: desk?i=cluster.revenue&x="<; As-of: ')
    expect(core).toContain('2026-11-22T00:00:00Z')
    const custom = decoded(parts.get('docProps/custom.xml') ?? '')
    expect(custom).toContain(`Figure: ${plain.id}`)
    expect(parts.get('docProps/app.xml')).toContain('<Company></Company>')
  })

  it('leads back to its view, with an address that a package may hold', async () => {
    const link = 'https://brain.example/demo/desk?i=a b&x="<>'
    const bytes = await deckOf([exported(plain, { link })])
    expect(ooxmlFaults(bytes)).toEqual([])
    const { parts, slides } = await openDeck(bytes)
    expect(parts.get('ppt/slides/_rels/slide1.xml.rels')).toContain('desk?i=a%20b&amp;x=%22%3C%3E')
    expect(slides[0]?.texts).toContain(link)
    const none = await deckOf([exported(plain, { link: 'javascript:alert(1)' })])
    expect((await openDeck(none)).parts.get('ppt/slides/_rels/slide1.xml.rels')).not.toContain(
      'javascript',
    )
  })

  it('has the faces and the language of its deck', async () => {
    const { parts, slides } = await openDeck(await deckOf([exported(plain)]))
    expect(parts.get('ppt/theme/theme1.xml')).toContain('<a:ea typeface="Microsoft YaHei"/>')
    expect(slides[0]?.xml).toContain('lang="zh-CN"')
    expect(slides[0]?.xml).not.toMatch(/\slang="en-US"/)
    const english = wallFigures('demo', 'en').find(({ id }) => id === plain.id)!
    expect((await openDeck(await deckOf([exported(english)]))).slides[0]?.xml).toContain(
      'lang="en-US"',
    )
  })

  it('holds a hundred figures', async () => {
    const bytes = await deckOf(Array.from({ length: 100 }, () => exported(plain)))
    const { slides } = await openDeck(bytes)
    expect(slides).toHaveLength(101)
    expect(slides.filter(({ charts }) => charts.length === 1)).toHaveLength(100)
    expect(ooxmlFaults(bytes)).toEqual([])
  })

  it('is not written where a figure must not leave the screen', async () => {
    const nameless = exported({ ...plain, source: '' })
    await expect(deckOf([exported(plain), nameless])).rejects.toThrow(ExportRefused)
    const absent = wallFigures('absent', 'zh-CN').find(({ kind }) => kind === 'absent')!
    await expect(deckOf([exported(plain), exported(absent)])).rejects.toThrow(ExportRefused)
  })

  it('takes hostile words everywhere', async () => {
    const items = HOSTILE_TEXTS.map((text) => ({
      ...exported(
        {
          ...{ ...plain, title: text, period: text, scope: text, definition: text },
          ...{ source: text, notes: [text, text], finding: text },
        },
        { watermark: text, query: text },
      ),
      ...{ title: text, sentence: text },
    }))
    const head = { ...headOf(items), title: HOSTILE_TEXTS.join(' ') }
    const parts = [
      ...figureParts(items),
      ...HOSTILE_TEXTS.map((text) => ({ kind: 'text' as const, title: text, paragraphs: [text] })),
    ]
    expect(ooxmlFaults(await writeSlides(parts, head, drawNothing))).toEqual([])
  })
})

describe('a picture in a deck', () => {
  const item = pictured(map)

  it('is the drawing and, for programs that know none, its PNG', async () => {
    const draw = makeDraw(96, () => Promise.resolve(Uint8Array.of(137, 80, 78, 71)))
    const deck = await openDeck(await writeSlides(figureParts([item]), headOf([item]), draw))
    expect(deck.paths).toContain('ppt/media/picture1.png')
    expect(deck.parts.get('ppt/media/picture1.svg')).toContain('<svg')
    expect(deck.slides[0]?.xml).toContain('<asvg:svgBlip')
    expect(deck.slides[0]?.xml).toContain(`descr="${map.finding}"`)
    expect(deck.slides[0]?.texts.join()).not.toContain('矢量图')
  })

  it('is the drawing over words that say so, where it has no PNG', async () => {
    const bytes = await writeSlides(figureParts([item]), headOf([item]), makeDraw(96, null))
    const deck = await openDeck(bytes)
    expect(ooxmlFaults(bytes)).toEqual([])
    expect(deck.slides[0]?.texts.join()).toContain('此图为矢量图')
    expect(deck.slides[0]?.texts.join()).toContain('示意图')
  })

  it('passes on why it could not be drawn', async () => {
    const draw = () => Promise.reject(new Error('no face has the characters'))
    await expect(writeSlides(figureParts([item]), headOf([item]), draw)).rejects.toThrow('no face')
  })
})
