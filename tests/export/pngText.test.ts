import { crc32, deflateSync } from 'node:zlib'

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { NotPng, textsOf, withProvenance } from '../../src/export/pngText.ts'
import { HOSTILE_TEXTS } from './exportable.ts'

interface Chunk {
  readonly type: string
  readonly data: Buffer
}

const SIGNATURE = Buffer.from([137, 80, 78, 71, 13, 10, 26, 10])

/** A chunk as Node writes it: an implementation of its own. */
function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data])
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)]
  length.writeUInt32BE(data.length)
  sum.writeUInt32BE(crc32(body))
  return Buffer.concat([length, body, sum])
}

/** Two by one grey pixels. */
const PNG = new Uint8Array(
  Buffer.concat([
    SIGNATURE,
    chunk('IHDR', Buffer.from([0, 0, 0, 2, 0, 0, 0, 1, 8, 0, 0, 0, 0])),
    chunk('IDAT', deflateSync(Buffer.from([0, 120, 200]))),
    chunk('IEND', Buffer.alloc(0)),
  ]),
)

/** Chunks read again, every check sum compared with Node's. */
function chunksOf(png: Uint8Array): Chunk[] {
  const file = Buffer.from(png)
  expect(file.subarray(0, 8)).toEqual(SIGNATURE)
  const found: Chunk[] = []
  for (let at = 8; at < file.length;) {
    const length = file.readUInt32BE(at)
    expect(file.readUInt32BE(at + 8 + length)).toBe(crc32(file.subarray(at + 4, at + 8 + length)))
    found.push({
      type: file.toString('latin1', at + 4, at + 8),
      data: file.subarray(at + 8, at + 8 + length),
    })
    at += 12 + length
  }
  return found
}

describe('words in a PNG', () => {
  const texts = [
    ['Title', '【演示】各市集群营业收入'],
    ['Link', 'https://brain.example/demo/desk?i=1&x="<'],
  ] as const

  it('stand after the header, with the resolution, and the pixels stay as they are', () => {
    const png = withProvenance(PNG, texts, 96)
    const chunks = chunksOf(png)
    expect(chunks.map(({ type }) => type)).toEqual(['IHDR', 'pHYs', 'iTXt', 'iTXt', 'IDAT', 'IEND'])
    expect(chunks[1]?.data.readUInt32BE(0)).toBe(3780)
    expect(chunks[1]?.data[8]).toBe(1)
    const data = (file: Uint8Array) => chunksOf(file).find(({ type }) => type === 'IDAT')?.data
    expect(data(png)).toEqual(data(PNG))
    expect(textsOf(png)).toEqual(texts)
  })

  it('are laid out as the standard says', () => {
    const [, , first] = chunksOf(withProvenance(PNG, texts, 96))
    expect(first?.data).toEqual(Buffer.from('Title\0\0\0\0\0【演示】各市集群营业收入', 'utf8'))
  })

  it('come back whatever they are', () => {
    const word = fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom(...HOSTILE_TEXTS))
    fc.assert(
      fc.property(word, (text) => {
        const kept = text.replaceAll('\0', '').replace(/\p{Surrogate}/gu, '\uFFFD')
        expect(textsOf(withProvenance(PNG, [['Query', text]], 300))).toEqual([['Query', kept]])
      }),
    )
  })

  it('of the same name are replaced, others kept', () => {
    const once = withProvenance(PNG, [...texts, ['Space', 'demo']], 96)
    const twice = withProvenance(
      once,
      texts.map(([name]) => [name, 'new'] as const),
      300,
    )
    expect(textsOf(twice)).toEqual([
      ['Title', 'new'],
      ['Link', 'new'],
      ['Space', 'demo'],
    ])
    expect(chunksOf(twice).filter(({ type }) => type === 'pHYs')).toHaveLength(1)
  })

  it('have names that the standard allows', () => {
    const names = ['  two   spaces ', '中文', 'x'.repeat(200), 'a\nb'].map(
      (name) => [name, '1'] as const,
    )
    const kept = textsOf(withProvenance(PNG, names, 96)).map(([name]) => name)
    expect(kept).toEqual(['two spaces', 'Comment', 'x'.repeat(79), 'ab'])
  })

  it('make the same bytes every time', () => {
    expect(withProvenance(PNG, texts, 96)).toEqual(withProvenance(PNG.slice(), texts, 96))
  })

  it('are refused, with the reason, by what is no whole PNG', () => {
    const broken = PNG.slice()
    broken[20] = 99
    const cases: [Uint8Array, RegExp][] = [
      [new Uint8Array(), /signature/],
      [new TextEncoder().encode('<svg/>'), /signature/],
      [PNG.subarray(0, 40), /ends within a chunk/],
      [PNG.subarray(0, PNG.length - 12), /no end/],
      [broken, /check sum/],
      [PNG.subarray(0, 8), /no end/],
    ]
    for (const [bytes, why] of cases) {
      expect(() => withProvenance(bytes, texts, 96)).toThrow(why)
      expect(() => textsOf(bytes)).toThrow(NotPng)
    }
  })
})
