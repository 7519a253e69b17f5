import { describe, expect, it } from 'vitest'
import * as z from 'zod/mini'

import { listOf } from '../../src/contract/listOf.ts'

const Numbers = listOf({
  is: (value): value is number => Number.isFinite(value),
  expected: 'number',
  items: { type: 'number' },
})
const Document = z.object({ values: Numbers })

describe('a long list of plain values', () => {
  it('keeps the list as it came', () => {
    const values = [1, 2.5, -3]
    expect(Document.parse({ values }).values).toBe(values)
    expect(Document.parse({ values: [] }).values).toEqual([])
  })

  it('names the first wrong element, and what it should be', () => {
    const { error } = Document.safeParse({ values: [1, '2', null] })
    expect(error?.issues).toMatchObject([{ path: ['values', 1], expected: 'number' }])
  })

  it('refuses what is no list', () => {
    for (const values of [undefined, null, {}, 'list', 7])
      expect(Document.safeParse({ values }).error?.issues).toMatchObject([
        { path: ['values'], expected: 'array' },
      ])
  })

  it('describes itself as an array', () => {
    expect(z.toJSONSchema(Document)).toMatchObject({
      properties: { values: { type: 'array', items: { type: 'number' } } },
    })
  })
})
