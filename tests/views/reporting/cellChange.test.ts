import { expect, it } from 'vitest'

import { cellChange } from '../../../src/views/reporting/cellChange.ts'
import { verdictOf } from './openOffice.ts'

const [CELL] = verdictOf().cells
if (!CELL) throw new Error('a verdict without cells')
const stood = (value: number, status: 'preliminary' | 'final') => ({
  ...CELL,
  before: { value, absent: null, status, report: 'R1' },
})

it('a preliminary figure that comes again as final is made final, not new', () => {
  expect(cellChange(stood(12.5, 'preliminary'), { status: 'final' })).toBe('confirmed')
})

it('anything else is what the service says', () => {
  expect(cellChange(CELL, { status: 'final' })).toBe('added')
  expect(cellChange(stood(12.5, 'preliminary'), { status: 'preliminary' })).toBe('added')
  expect(cellChange({ ...stood(9, 'preliminary'), change: 'revised' }, { status: 'final' })).toBe(
    'revised',
  )
})
