import { describe, expect, it } from 'vitest'

import type { CellPlace, IntakeCell, IntakeFinding } from '../../../server/intake/intakeCell.ts'
import { readUpload } from '../../../server/intake/readUpload.ts'
import { BRAINS, CORPUS, INDICATORS, TODAY } from './corpus.ts'
import type { OddFile } from './oddFile.ts'

const PERIOD = '2026-10'
const OURS = { brain: 'tyre', period: PERIOD }

const read = ({ file, expect: expected }: OddFile) =>
  readUpload({
    ...file(),
    ...{ contentType: '', brains: BRAINS, indicators: INDICATORS, today: TODAY },
    expect: expected ?? OURS,
  })

const placeText = ({ sheet, cell, pointer }: CellPlace): string =>
  pointer ?? [sheet, cell].filter(Boolean).join('!')

const told = ({ rule, place, severity }: IntakeFinding): string =>
  `${rule} ${placeText(place)}`.trim() + (severity === 'warn' ? '?' : '')

const said = ({ indicator, value, absent, period }: IntakeCell): string =>
  [indicator, value ?? absent, ...(period === PERIOD ? [] : [period])].join(' ')

describe('the corpus of odd files', () => {
  it('holds at least 60 files with a finding, each case once', () => {
    expect(CORPUS.filter((one) => one.told).length).toBeGreaterThanOrEqual(60)
    expect(new Set(CORPUS.map(({ name }) => name)).size).toBe(CORPUS.length)
  })

  it.each(CORPUS)('$name', (odd) => {
    const { cells, findings, ignored } = read(odd)
    const rules = findings.map(told)
    const few = rules.length > 100 ? [rules[0], rules.at(-1)] : rules
    expect(few).toEqual(odd.told ?? [])
    expect(cells.map(said)).toEqual(odd.cells ?? [])
    expect(ignored).toEqual(odd.ignored ?? [])
    const notes = cells.map(({ note }) => note?.zh ?? '').join(' ')
    if (odd.note === undefined) expect(notes.trim()).toBe('')
    else expect(notes).toContain(odd.note)
  })

  it('says what is wrong and what to do in both languages', () => {
    const light = CORPUS.filter(({ name, told: rules }) => rules && !name.startsWith('200,000'))
    for (const { text, remedy } of light.flatMap((odd) => read(odd).findings)) {
      expect(text.zh).toMatch(/\p{Script=Han}/u)
      expect(remedy.zh).toMatch(/\p{Script=Han}/u)
      expect(text.en).toMatch(/^[A-Z"“]|^\d/)
      expect(remedy.en.length).toBeGreaterThan(8)
    }
  })
})
