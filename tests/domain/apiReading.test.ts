import { describe, expect, it } from 'vitest'

import { readApi } from '../../src/domain/apiReading.ts'
import { schemaExample } from '../../src/domain/schemaExample.ts'

describe('an example of a schema', () => {
  it.each([
    [{ type: 'number' }, 1],
    [{ type: ['string', 'null'] }, '…'],
    [{ enum: ['b', 'a'] }, 'b'],
    [{ anyOf: [{ type: 'boolean' }, { type: 'null' }] }, false],
    [{ type: 'string', pattern: '^37\\d{4}$' }, '370200'],
    [{ type: 'string', format: 'date-time' }, '2026-11-16T08:00:00.000Z'],
    [{ type: 'array', items: { type: 'integer', minimum: 3 } }, [3]],
    [
      { type: 'object', properties: { a: { const: 1 }, b: { default: 'x', type: 'string' } } },
      { a: 1, b: 'x' },
    ],
    [
      {
        type: 'object',
        propertyNames: { enum: ['withheld'] },
        additionalProperties: { type: 'number' },
      },
      { withheld: 1 },
    ],
    [undefined, null],
  ])('%j is %j', (schema, example) => {
    expect(schemaExample(schema)).toEqual(example)
  })

  it('of a schema that holds itself ends', () => {
    const schema: Record<string, unknown> = { type: 'array' }
    schema['items'] = schema
    expect(JSON.stringify(schemaExample(schema)).length).toBeLessThan(40)
  })
})

it('a document is read by its groups, with Chinese beside English', () => {
  const groups = readApi({
    tags: [
      { name: 'one', description: 'One', 'x-zh': '一' },
      { name: 'empty', description: 'Empty' },
    ],
    paths: {
      '/api/{space}/x': {
        get: {
          summary: 'X',
          'x-zh': '甲',
          tags: ['one'],
          security: [{ brainToken: [] }],
          parameters: [
            { name: 'q', in: 'query', schema: { enum: ['a'], default: 'a' } },
            { name: 'space', in: 'path', required: true },
          ],
          responses: {
            200: { content: { 'application/json': { example: { a: 1 } } } },
            400: {},
          },
        },
      },
    },
  })
  expect(groups).toMatchObject([
    {
      title: { zh: '一', en: 'One' },
      routes: [
        {
          id: 'GET /api/{space}/x',
          summary: { zh: '甲', en: 'X' },
          rights: ['brainToken'],
          parameters: [{ name: 'space' }, { name: 'q', values: ['a'], fallback: 'a' }],
          answers: ['200', '400'],
          examples: [{ type: 'application/json', text: '{\n  "a": 1\n}' }],
        },
      ],
    },
  ])
})
