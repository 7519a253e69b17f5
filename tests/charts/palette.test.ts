import { describe, expect, it } from 'vitest'

import { PALETTES, type LookName } from '../../src/charts/palette.ts'
import { alpha, labelSize, makeLook } from '../../src/charts/look.ts'

/** Relative luminance and contrast after WCAG 2.2. */
function luminance(hex: string): number {
  const [r, g, b] = [1, 3, 5].map((at) => {
    const c = Number.parseInt(hex.slice(at, at + 2), 16) / 255
    return c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * r! + 0.7152 * g! + 0.0722 * b!
}
function contrast(a: string, b: string): number {
  const [dark, light] = [luminance(a), luminance(b)].sort((m, n) => m - n)
  return (light! + 0.05) / (dark! + 0.05)
}

const LOOKS = Object.keys(PALETTES) as LookName[]

describe.each(LOOKS)('the colours of the %s', (name) => {
  const palette = PALETTES[name]
  const on = (hex: string) => contrast(hex, palette.canvas)

  it('print text at 4.5 : 1 at least', () => {
    for (const token of ['text1', 'text2', 'text3', 'goldText', 'warnText'] as const)
      expect(`${token} ${on(palette[token]) >= 4.5}`).toBe(`${token} true`)
    for (const token of ['text1', 'text2', 'text3'] as const)
      expect(contrast(palette[token], palette.raised)).toBeGreaterThanOrEqual(4.5)
    expect(contrast(palette.sealText, palette.seal)).toBeGreaterThanOrEqual(4.5)
  })

  it('draw facts, goals, controls, focus and symbols at 3 : 1 at least', () => {
    for (const token of ['qing', 'gold', 'seal', 'focus', 'control', 'marker'] as const)
      expect(`${token} ${on(palette[token]) >= 3}`).toBe(`${token} true`)
    expect(contrast(palette.marker, palette.markerInk)).toBeGreaterThanOrEqual(3)
  })

  it('draw statuses and domains at 3 : 1 at least', () => {
    for (const [key, hex] of Object.entries({ ...palette.status, ...palette.domain }))
      expect(`${key} ${on(hex) >= 3}`).toBe(`${key} true`)
  })

  it('have five classes that move away from the canvas step by step', () => {
    expect(palette.sequential).toHaveLength(5)
    const steps = palette.sequential.map(on)
    expect([...steps].sort((a, b) => a - b)).toEqual(steps)
  })

  it('let a label on every class be read', () => {
    const inks = [palette.text1, palette.canvas, '#FFFFFF']
    for (const fill of palette.sequential)
      expect(Math.max(...inks.map((ink) => contrast(ink, fill)))).toBeGreaterThanOrEqual(4.5)
  })

  it('keep gold for goals: no status, domain or ramp has it', () => {
    const others = [palette.status, palette.domain, palette.sequential, palette.diverging]
    expect(others.flatMap((group) => Object.values(group))).not.toContain(palette.gold)
    expect(palette.qing).not.toBe(palette.gold)
  })

  it('are plain hex colours', () => {
    const all = Object.values(palette).flatMap((value) =>
      typeof value === 'string' ? [value] : Object.values<string>(value),
    )
    for (const hex of all) expect(hex).toMatch(/^#[0-9A-F]{6}$/)
  })
})

describe('a look', () => {
  it('has the smallest label of its reader: 18 on the wall, 12 at the desk, 22 in print', () => {
    const size = (name: LookName, u = 1, t = 1) =>
      labelSize(makeLook(name, { width: 1, height: 1, u, t }))
    expect(LOOKS.map((name) => size(name))).toEqual([18, 12, 22])
    expect(size('wall', 2, 1.16)).toBeCloseTo(18 * 2 * 1.16)
  })

  it('writes a colour with its opacity', () => {
    expect(alpha('#0B1519', 0.5)).toBe('rgba(11,21,25,0.5)')
  })
})
