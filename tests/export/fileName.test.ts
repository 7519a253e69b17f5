import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { fileName } from '../../src/export/fileName.ts'
import { HOSTILE_TEXTS } from './exportable.ts'

const name = (title: string, simulated = false, period = ''): string =>
  fileName(title, { simulated, period, extension: 'xlsx' })

const bytesOf = (text: string): number => new TextEncoder().encode(text).length
const anyText = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string({ unit: 'grapheme', maxLength: 300 }),
  fc.array(fc.nat(0xffff)).map((units) => String.fromCharCode(...units)),
  fc.constantFrom(...HOSTILE_TEXTS),
  fc.constantFrom('CON', 'nul.txt', 'com1', 'LPT¹.a.b', '...', ' . ', '../../etc/passwd', '~'),
)

/** What Windows, macOS or Linux refuse, and what hides or turns a name. */
function faultsOf(file: string): string[] {
  const stem = file.slice(0, -'.xlsx'.length)
  return [
    ...(file.endsWith('.xlsx') ? [] : ['extension']),
    ...(/[<>:"/\\|?*]/.test(file) ? ['character'] : []),
    ...(/[\p{Cc}\p{Cs}\p{Zl}\p{Zp}]/u.test(file) ? ['control'] : []),
    ...(/[\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069\uFEFF]/u.test(file) ? ['direction'] : []),
    ...(/^[.\s]|[.\s]$/u.test(stem) || stem === '' ? ['end'] : []),
    ...(/^(con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])\s*(\.|$)/i.test(file) ? ['device'] : []),
    ...(bytesOf(file) > 120 ? ['length'] : []),
    ...(file === file.normalize('NFC') ? [] : ['form']),
  ]
}

describe('a file name', () => {
  it('is taken by every file system, whatever title and period say', () => {
    fc.assert(
      fc.property(anyText, anyText, fc.boolean(), (title, period, simulated) => {
        expect(faultsOf(name(title, simulated, period))).toEqual([])
      }),
    )
  })

  it('says 演示 of simulated data, once, and of no other', () => {
    expect(name('在用机架', true, '2026年10月')).toBe('演示_在用机架_2026年10月.xlsx')
    expect(name('【演示】在用机架', true)).toBe('演示_在用机架.xlsx')
    expect(name('[Demo] Racks in use', true)).toBe('演示_Racks in use.xlsx')
    expect(name('在用机架')).toBe('在用机架.xlsx')
    fc.assert(fc.property(anyText, (title) => name(title, true).startsWith('演示_')))
  })

  it('keeps 演示 and the period when the title is too long', () => {
    const long = name('长'.repeat(400), true, '2026年1—10月')
    expect(long).toMatch(/^演示_长+_2026年1—10月\.xlsx$/)
    expect(bytesOf(long)).toBeGreaterThan(110)
  })

  it('keeps what a long title says of itself in brackets at its end', () => {
    const long = name(`${'长'.repeat(60)}（测算，非实绩；演示权重）`, true, '2026年1—10月')
    expect(long).toMatch(/^演示_长+（测算，非实绩；演示权重）_2026年1—10月\.xlsx$/)
    expect(bytesOf(long)).toBeGreaterThan(110)
    expect(name(`${'a'.repeat(200)} (what-if)`)).toMatch(/^a+ \(what-if\)\.xlsx$/)
    expect(name(`短（${'长'.repeat(60)}）`)).toMatch(/^短（长+\.xlsx$/)
  })

  it('never cuts a character in two', () => {
    const family = '👩‍👩‍👧‍👦'
    const [stem = ''] = name(family.repeat(30)).split('.')
    expect(stem).toBe(family.repeat(stem.length / family.length))
    expect(name('é'.repeat(200).normalize('NFD'))).toBe(`${'é'.repeat(57)}.xlsx`)
  })

  it('takes the place of what cannot stand in a name', () => {
    expect(name('A/B: «C»?')).toBe('A_B_ «C»_.xlsx')
    expect(name('CON')).toBe('CON_.xlsx')
    expect(name('aux.b')).toBe('aux_.b.xlsx')
    expect(name(' ... ')).toBe('未命名.xlsx')
    expect(name('\u202excod.exe')).toBe('xcod.exe.xlsx')
  })
})
