import { describe, expect, it } from 'vitest'

import { characterWidth } from '../../src/charts/characterWidth.ts'
import { textWidth } from '../../src/charts/look.ts'

/** Advance widths of U+0020 to U+007E in thousandths of an em, from the table hmtx of each face. */
const FACES: Readonly<Record<string, string>> = {
  'DejaVu Sans':
    '318 401 460 838 636 950 780 275 390 390 500 838 318 361 318 337 636 636 636 636 636 636 636 636 636 636 337 337 838 838 838 531 1000 684 686 698 770 632 575 775 752 295 295 656 557 863 748 787 603 787 695 635 611 732 684 989 685 611 685 390 337 390 838 500 500 613 635 550 635 615 352 635 634 278 278 579 278 974 634 612 635 635 411 521 392 634 592 818 592 592 525 636 337 636 838',
  'Arial (Liberation Sans)':
    '278 278 355 556 556 889 667 191 333 333 389 584 278 333 278 278 556 556 556 556 556 556 556 556 556 556 278 278 584 584 584 556 1015 667 667 722 722 667 611 778 722 278 500 667 556 833 722 778 667 778 722 667 611 722 667 944 667 667 611 278 278 278 469 556 333 556 556 500 556 556 278 556 556 222 222 500 222 833 556 556 556 556 333 500 278 556 500 722 500 500 500 334 260 334 584',
}

describe('the estimated width', () => {
  it.each(Object.entries(FACES))('of Latin type is never below that of %s', (_, widths) => {
    const narrow = widths.split(' ').flatMap((width, i) => {
      const char = String.fromCharCode(0x20 + i)
      return characterWidth(char) * 1000 < Number(width) ? [`${char} ${width}`] : []
    })
    expect(narrow).toEqual([])
  })

  it('of signs beside numbers is never below that of DejaVu Sans', () => {
    const widths = {
      '−': 0.838,
      '–': 0.5,
      '±': 0.838,
      '≥': 0.838,
      '°': 0.5,
      '‰': 1.342,
      '·': 0.318,
    }
    for (const [char, width] of Object.entries(widths))
      expect(characterWidth(char), char).toBeGreaterThanOrEqual(width)
  })

  it('of a letter is at most a third above the wider face', () => {
    const [wide = [], other = []] = Object.values(FACES).map((text) => text.split(' ').map(Number))
    const most = wide.map((width, i) => Math.max(width, other[i] ?? 0))
    const loose = most.filter((width, i) => {
      const estimate = characterWidth(String.fromCharCode(0x20 + i)) * 1000
      return width > 400 && estimate > width * (4 / 3)
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
