import { describe, expect, it } from 'vitest'

import { characterWidth } from '../../src/charts/characterWidth.ts'
import { textWidth } from '../../src/charts/look.ts'

/**
 * Advance widths of U+0020 to U+007E in thousandths of an em of Barlow Semi Condensed: of its weights 400, 500 and
 * 600 the widest, as Chromium measures them.
 */
const WIDTHS =
  '200 313 315 642 501 808 635 153 298 298 380 468 232 364 242 417 509 313 488 478 522 478 479 440 484 480 304 266 468 468 468 456 791 552 542 533 545 515 489 537 560 243 512 549 493 627 588 544 526 521 537 513 516 559 540 771 538 528 480 366 417 366 439 457 213 478 498 477 498 484 333 490 491 235 231 478 219 747 491 490 502 502 342 446 328 489 460 677 466 446 412 334 180 334 501'
    .split(' ')
    .map(Number)

describe('the estimated width', () => {
  it('of Latin type is never below that of the display face', () => {
    const narrow = WIDTHS.flatMap((width, i) => {
      const char = String.fromCharCode(0x20 + i)
      return characterWidth(char) * 1000 < width ? [`${char} ${width}`] : []
    })
    expect(narrow).toEqual([])
  })

  it('of signs beside numbers is never below that of the display face', () => {
    const widths = { '−': 0.468, '–': 0.422, '±': 0.468, '≥': 0.549, '°': 0.4, '‰': 1, '·': 0.22 }
    for (const [char, width] of Object.entries(widths))
      expect(characterWidth(char), char).toBeGreaterThanOrEqual(width)
  })

  it('of a letter is at most a fifth too wide', () => {
    const loose = WIDTHS.flatMap((width, i) => {
      const char = String.fromCharCode(0x20 + i)
      return width > 400 && characterWidth(char) * 1000 > width * 1.2 ? [char] : []
    })
    expect(loose).toEqual([])
  })

  it('of Chinese type is one em for characters, their punctuation, quotes and the middle dot', () => {
    expect(textWidth('山东', 20)).toBe(40)
    expect(textWidth('，。（）—…“”·', 10)).toBe(90)
    expect(textWidth('示例·低温仓储', 10)).toBe(70)
  })

  it('of joined marks is nothing, of other letters less than an em', () => {
    expect(characterWidth('\u0301')).toBe(0)
    expect(characterWidth('\u200D')).toBe(0)
    expect(characterWidth('é')).toBeLessThan(1)
    expect(characterWidth('🏭')).toBeGreaterThan(1)
  })
})
