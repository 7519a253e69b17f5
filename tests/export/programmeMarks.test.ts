import { strFromU8, unzipSync } from 'fflate'
import { describe, expect, it } from 'vitest'

import { writeDelimited } from '../../src/export/delimited.ts'
import { fileName } from '../../src/export/fileName.ts'
import { fileTitle } from '../../src/export/fileTitle.ts'
import { pictureMarks } from '../../src/export/pictureMarks.ts'
import { writeSheet } from '../../src/export/sheet.ts'
import { SIZE_IDS, SIZES } from '../../src/export/sizes.ts'
import { pictureProvenance, wordsOf } from '../../src/export/words.ts'
import type { Figure } from '../../src/figures/figure.ts'
import { PROGRAMME_FIGURES } from '../../src/figures/programme/registry.ts'
import { programmeExamples, whatIfExamples } from '../figures/programme/programmeExamples.ts'
import { LOCALES } from '../figures/scenarios.ts'
import { deckOf, slidesOf } from './decks.ts'
import { figurePart, headOf, written } from './documents.ts'
import { exported } from './exportable.ts'
import { openDeck } from './openedDeck.ts'
import { pictured, spoken } from './pictured.ts'

/** Figures that foresee or suppose whatever the weights are. */
const ALWAYS_TRIED = ['assessment-lifts', 'assessment-forecast', 'assessment-forecast-items']

const escaped = (text: string): string => text.replaceAll('&', '&amp;')
const bare = (text: string): string => text.replace(/\s/g, '')

describe('the examples of the programme', () => {
  it('are drawn, every one, and hold every registered figure', () => {
    const plain = programmeExamples('zh-CN')
    const absent = [...plain, ...whatIfExamples('zh-CN')].filter(({ kind }) => kind === 'absent')
    expect(absent.map(({ id, finding }) => `${id}: ${finding}`)).toEqual([])
    const ids = plain.map(({ id }) => id)
    expect(PROGRAMME_FIGURES.map(({ id }) => id).filter((id) => !ids.includes(id))).toEqual([])
    expect(new Set(ids).size).toBe(ids.length)
  })
})

describe.each(LOCALES)('what a reader must not miss, in %s', (locale) => {
  const [whatIf, weights] =
    locale === 'en' ? ['what-if, not a result', 'demo weights'] : ['测算，非实绩', '演示权重']
  const [plain, tried] = [programmeExamples(locale), whatIfExamples(locale)]
  /** Every figure with the marks that it must carry. */
  const marked = [
    ...plain.map((figure) => ({ figure, isTried: ALWAYS_TRIED.includes(figure.id) })),
    ...tried.map((figure) => ({ figure, isTried: true })),
  ].map(({ figure, isTried }) => ({
    figure,
    marks: [
      ...(isTried ? [whatIf] : []),
      ...(figure.id.startsWith('assessment-') ? [weights] : []),
    ],
  }))
  const check = (figure: Figure, text: string, marks: readonly string[], where: string): void => {
    for (const mark of [whatIf, weights])
      expect(bare(text).includes(bare(mark)), `${figure.id} ${where}: ${mark}`).toBe(
        marks.includes(mark),
      )
  }

  it('stands in title, words, file name and what a picture says about itself', () => {
    for (const { figure, marks } of marked) {
      const { simulated, period } = figure
      check(figure, figure.title, marks, 'title')
      check(figure, wordsOf(exported(figure)).title, marks, 'words')
      check(figure, pictureProvenance(exported(figure)).join(), marks, 'provenance')
      const file = fileName(fileTitle(figure), { simulated, period, extension: 'xlsx' })
      check(figure, file, marks, file)
    }
  })

  it('stays in a file name whatever the brain is called', () => {
    const name = `示例·${'采矿、冶金、建筑专用设备制造'.repeat(3)}`
    for (const { figure, marks } of marked) {
      const { simulated, period } = figure
      const title = `${name} ${figure.title}`
      check(figure, fileName(title, { simulated, period, extension: 'pptx' }), marks, 'long name')
    }
  })

  it('stays in the notes and 口径 where somebody writes another title', () => {
    for (const { figure, marks } of marked) {
      const { title, notes, facts } = wordsOf({ ...exported(figure), title: '另一标题' })
      const rest = [...notes, ...facts.map(({ text }) => text)].join()
      expect(title).not.toContain(weights)
      if (marks.includes(whatIf))
        expect(rest, figure.id).toMatch(/测算|非实绩|what-if|not a result/i)
      if (marks.includes(weights)) expect(rest.toLowerCase(), figure.id).toContain(weights)
    }
  })

  it('is printed on every picture of every size', () => {
    for (const { figure, marks } of marked)
      for (const size of SIZE_IDS)
        check(figure, spoken(pictureMarks(pictured(figure), SIZES[size]).marks), marks, size)
  })

  it('goes into CSV, workbook, document and slides', async () => {
    for (const figures of [plain, tried]) {
      const items = figures.map((figure) => pictured(figure))
      const marksOf = (figure: Figure) => marked.find((one) => one.figure === figure)!.marks
      const document = await written(items.map(figurePart), headOf({ locale }))
      const book = strFromU8(unzipSync(await writeSheet(items))['xl/sharedStrings.xml']!)
      const { slides } = await openDeck(await deckOf(items))
      for (const item of items) {
        const { figure } = item
        const marks = marksOf(figure)
        const { title: own } = wordsOf(item)
        check(figure, writeDelimited(item), marks, 'CSV')
        expect(book).toContain(escaped(own))
        expect(
          document.tables.some(({ caption }) => caption.endsWith(own)),
          own,
        ).toBe(true)
        for (const { title, texts } of slidesOf(slides, item))
          check(figure, [title, ...texts].join(), marks, 'slide')
      }
    }
  })
})
