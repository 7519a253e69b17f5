import { describe, expect, it } from 'vitest'

import { sliceDocument } from '../../../server/space/sliceDocument.ts'
import { unpackSlice } from '../../../src/domain/cube.ts'
import {
  MATRIX_COLUMNS,
  platformMatrix,
  sortMatrix,
} from '../../../src/figures/platforms/platformMatrix.ts'
import { fullScenario } from '../fullScenario.ts'
import { scenario } from '../scenarios.ts'

const demo = fullScenario()
const matrix = platformMatrix(demo, null)

describe('the platforms matrix', () => {
  it('has four platforms and three warehouses', () => {
    expect(matrix.columns.map(({ warehouse }) => warehouse)).toEqual([
      ...[false, false, false, false],
      ...[true, true, true],
    ])
  })

  it('says how many brains each total covers', () => {
    for (const { coverage } of matrix.columns) expect(coverage).toMatch(/^\d+\/\d+ 家报送$/)
  })

  it('draws the largest value of a column at full length and absent ones at none', () => {
    matrix.columns.forEach((_, i) => {
      const shares = matrix.rows.map(({ cells }) => cells[i]!.share)
      expect(Math.max(...shares)).toBe(1)
    })
    for (const { cells } of matrix.rows)
      for (const { value, share } of cells) if (value === null) expect(share).toBe(0)
  })

  it('says that slices are on their way instead of that nothing was reported', () => {
    const bare = { ...demo, cube: { ...demo.cube, slices: new Map() } }
    expect(platformMatrix(bare, null).rows[0]?.reason).toBe('读取中')
  })

  it('sorts by any column, absent values always last', () => {
    for (const ascending of [true, false]) {
      const rows = sortMatrix(matrix, 'algorithms', ascending)
      const values = rows.map(({ cells }) => cells[2]!.value)
      const known = values.filter((value) => value !== null)
      expect(values.slice(0, known.length)).toEqual(known)
      expect(known).toEqual([...known].sort((a, b) => (ascending ? a - b : b - a)))
    }
  })

  it('of one domain holds its brains only, and totals of them', () => {
    const one = platformMatrix(demo, 'chemicals')
    expect(new Set(one.rows.map(({ domain }) => domain))).toEqual(new Set(['chemicals']))
    expect(one.rows.length).toBeLessThan(matrix.rows.length)
    expect(one.columns[0]?.total).not.toBe(matrix.columns[0]?.total)
  })

  it('of brains known from the press gives one reason a row and no invented figure', () => {
    const main = scenario('main')
    const nothing = MATRIX_COLUMNS.map(({ indicator }) =>
      unpackSlice(sliceDocument(indicator, 0, [])),
    )
    const slices = new Map(nothing.map((slice) => [slice.indicator, slice]))
    const open = platformMatrix({ ...main, cube: { ...main.cube, slices } }, null)
    expect(open.reporting).toBe(0)
    expect(open.rows).toHaveLength(8)
    expect(new Set(open.rows.map(({ reason }) => reason))).toEqual(new Set(['未公开']))
  })
})
