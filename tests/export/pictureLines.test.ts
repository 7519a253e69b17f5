import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { clustersOf, widthOf } from '../../src/export/picture/characters.ts'
import { shortened, wrapped } from '../../src/export/picture/lineBreak.ts'
import { hasHalfCharacter } from '../figures/walk.ts'

const SIZE = 10
const text = fc.oneof(
  fc.string({ unit: 'grapheme-composite', maxLength: 120 }),
  fc
    .array(
      fc.constantFrom(
        '中',
        '文',
        '，',
        '。',
        '（',
        '）',
        '“',
        '”',
        ' ',
        '12',
        '.5',
        '%',
        'word',
        '亿元',
      ),
      { maxLength: 60 },
    )
    .map((parts) => parts.join('')),
)
const width = fc.integer({ min: 30, max: 400 })
const bare = (words: string): string => words.replace(/\s/g, '')

describe('a text in lines', () => {
  it('keeps all its characters in order and every line within the width', () => {
    fc.assert(
      fc.property(text, width, (words, room) => {
        const { lines, left } = wrapped(words, room, SIZE)
        expect(left).toBe(0)
        expect(bare(lines.join(''))).toBe(bare(words))
        for (const line of lines)
          if (clustersOf(line).length > 1)
            expect(widthOf(line, SIZE)).toBeLessThanOrEqual(room + 1e-6)
      }),
    )
  })

  it('begins no line with closing punctuation and ends none with an opening one', () => {
    const { lines } = wrapped('甲乙丙，丁（戊己）庚辛“壬癸”子丑。寅卯：辰巳'.repeat(4), 52, SIZE)
    expect(lines.length).toBeGreaterThan(10)
    for (const line of lines) expect(line).not.toMatch(/^[，）”。：]|[（“]$/)
  })

  it('breaks no word, number or date, and leaves no number without its unit', () => {
    const words =
      '营业收入 3,183 亿元，截至 2026-10-31（13/14家），同比 +7.4%，共 54 个 Shandong brains'
    for (let room = 90; room < 240; room += 7) {
      const lines = wrapped(words, room, SIZE).lines
      for (const whole of ['3,183 亿元', '2026-10-31', '13/14家', '+7.4%', '54 个', 'Shandong'])
        expect(
          lines.some((line) => line.includes(whole)),
          `${whole} at ${room}: ${lines.join('|')}`,
        ).toBe(true)
    }
  })

  it('is cut with … and a count of what is gone', () => {
    const long = '长'.repeat(400)
    const { lines, left } = wrapped(long, 200, SIZE, {
      maxLines: 2,
      ending: (n) => `（余 ${n} 字）`,
    })
    expect(lines).toHaveLength(2)
    expect(lines[1]).toMatch(/^长+…（余 \d+ 字）$/)
    expect(lines.join('').match(/长/g)).toHaveLength(400 - left)
    expect(lines[1]).toContain(`${left}`)
  })

  it('still counts where the words for it have no room', () => {
    const { lines, left } = wrapped('长'.repeat(40), 40, SIZE, {
      maxLines: 1,
      ending: (n) => ` (${n} more in the data table)`,
    })
    expect(lines).toEqual([`…+${left}`])
  })

  it('never cuts a character in two, on one line or many', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', maxLength: 60 }),
        fc.integer({ min: 12, max: 90 }),
        (words, room) => {
          for (const line of [
            shortened(words, room, SIZE),
            ...wrapped(words, room, SIZE, { maxLines: 2 }).lines,
          ])
            expect(hasHalfCharacter(line)).toBe(false)
        },
      ),
    )
    const family = '👩‍👩‍👧‍👦'
    expect(shortened(family.repeat(9), 80, SIZE).replaceAll(family, '')).toBe('…')
  })

  it('on one line is whole where it fits, else within the width', () => {
    fc.assert(
      fc.property(text, fc.integer({ min: 20, max: 300 }), (words, room) => {
        const line = shortened(words, room, SIZE)
        if (!line.endsWith('…')) expect(bare(line)).toBe(bare(words))
        expect(line === '…' || widthOf(line, SIZE) <= room + 1e-6).toBe(true)
      }),
    )
  })
})
