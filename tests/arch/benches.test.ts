import { describe, expect, it } from 'vitest'

import { resultOf, tableOf } from '../bench/run.ts'

const budget = { name: 'rows a second', value: 0.6123, limit: 0.5, better: 'higher', ok: true }
const printed = `warm up\n${JSON.stringify({ bench: 'intake', budgets: [budget] })}\n`

describe('the run of all benches', () => {
  it('reads the result in the last line', () => {
    expect(resultOf('intake', printed).budgets).toEqual([budget])
  })

  it('counts a bench without a result as not kept', () => {
    expect(resultOf('slice', 'Error: no port\n').budgets.every(({ ok }) => ok)).toBe(false)
  })

  it('prints one row a budget', () => {
    const rows = tableOf([resultOf('intake', printed), resultOf('slice', '')]).split('\n')
    expect(rows[2]).toBe('| intake | rows a second | 0.612 | ≥ 0.5 | yes |')
    expect(rows[3]).toBe('| slice | a result in the last line | 0 | ≥ 1 | NO |')
  })
})
