import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { sheetNames } from '../../src/export/sheet/sheetNames.ts'
import { HOSTILE_TEXTS } from './exportable.ts'

const title = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 80 }),
  fc.string({ unit: 'grapheme', maxLength: 80 }),
  fc.constantFrom(...HOSTILE_TEXTS, '说明', 'History', "'quoted'", 'Racks', 'RACKS', '', ' '),
)

describe('the names of sheets', () => {
  it('are all taken by Excel, and different whatever the case', () => {
    fc.assert(
      fc.property(fc.array(title, { maxLength: 40 }), (titles) => {
        const names = sheetNames(titles, ['说明'])
        expect(names).toHaveLength(titles.length)
        expect(new Set(names.map((name) => name.toLowerCase())).size).toBe(titles.length)
        for (const name of names) {
          expect(name.length).toBeGreaterThan(0)
          expect(name.length).toBeLessThanOrEqual(31)
          expect(name).not.toMatch(/[[\]:*?/\\]|^'|'$|[\p{Cc}\p{Cs}]/u)
          expect(['说明', 'history']).not.toContain(name.toLowerCase())
        }
      }),
    )
  })

  it('are the titles where they can be', () => {
    expect(sheetNames(['机架', '机架', 'A/B', '【演示】各市集群营业收入'])).toEqual([
      ...['机架', '机架 (2)', 'A B', '【演示】各市集群营业收入'],
    ])
  })

  it('never cut a character in two', () => {
    const family = '👩‍👩‍👧‍👦'
    expect(sheetNames([family.repeat(9), family.repeat(9)])).toEqual([
      ...[family.repeat(2), `${family.repeat(2)} (2)`],
    ])
  })
})
