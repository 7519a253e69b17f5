import { describe, expect, it } from 'vitest'

import { SIZE_IDS, SIZES } from '../../src/export/sizes.ts'
import type { Figure } from '../../src/figures/figure.ts'
import { LOCALES } from '../figures/scenarios.ts'
import { brokenNumbers, hasHalfCharacter } from '../figures/walk.ts'
import { allFigures, EXPORTED_IDS, firstFigures, isDrawn, type ExportedId } from './exportable.ts'
import { marksAt, pictured, spoken, textsOf } from './pictured.ts'
import {
  covering,
  crowded,
  drawn,
  faultsOf,
  leaving,
  malformed,
  missing,
  tooSmall,
} from './pictureFaults.ts'

/** One figure of each id: selections differ in numbers, seldom in their picture. */
function distinct(figures: readonly Figure[]): Figure[] {
  const byId = new Map(figures.filter(isDrawn).map((figure) => [figure.id, figure]))
  return [...byId.values()]
}

/** Worlds of which everything is drawn; of the others the wall. */
const WHOLE: readonly ExportedId[] = ['small', 'main', 'hostile', 'hostilePublic']

const figuresOf = (id: ExportedId): Figure[] =>
  LOCALES.flatMap((locale) =>
    distinct(WHOLE.includes(id) ? allFigures(id, locale) : firstFigures(id, locale)),
  )

describe.each(EXPORTED_IDS)('the pictures of every figure in the scenario %s', (id) => {
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

  it('keep heading, chart and words below apart, and 44 % of the height for the chart', () => {
    expect(faultsOf(drawings, crowded)).toEqual([])
  })

  it('carry source, 口径, 截至, notes, marking and link whole', () => {
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
    expect(faultsOf(drawings, malformed)).toEqual([])
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
