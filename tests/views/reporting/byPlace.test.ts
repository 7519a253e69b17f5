import { expect, it } from 'vitest'

import { byPlace } from '../../../src/views/reporting/byPlace.ts'

const at = (cell: string | null, pointer: string | null = null) => ({
  place: { sheet: cell === null ? null : '报送', cell, pointer },
})
const order = (...found: readonly ReturnType<typeof at>[]) =>
  [...found].sort(byPlace).map(({ place }) => place.cell ?? place.pointer)

it('findings of a sheet are read row by row, then column by column', () => {
  expect(order(at('F10'), at('F8'), at('AB8'), at('G8'))).toEqual(['F8', 'G8', 'AB8', 'F10'])
})

it('lines of a form follow the file as a whole', () => {
  expect(order(at(null, '/cells/10'), at(null, '/cells/2'), at(null, '/by'))).toEqual([
    '/by',
    '/cells/2',
    '/cells/10',
  ])
})
