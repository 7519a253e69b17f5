import { alpha } from '../../charts/look.ts'
import { textMark } from '../../charts/marks.ts'
import type { PictureMark } from './drawn.ts'
import { widthOf } from './characters.ts'
import { lookOf, type Page } from './page.ts'

const ANGLE = (22 / 180) * Math.PI
/** Over everything, so that any part that somebody cuts out still says it. */
const Z = 90

/** The words in tiles all over a page, wholly inside it, faint enough to read through. */
export function watermark(page: Page, text: string, height: number): PictureMark[] {
  if (!text) return []
  const { width } = page
  const look = lookOf(page, width, height)
  const size = page.title * 1.15
  const long = Math.min(widthOf(text, size), width * 0.9)
  const [wide, high] = [long * Math.cos(ANGLE) + size, long * Math.sin(ANGLE) + size]
  const columns = Math.max(1, Math.floor(width / (wide * 1.35)))
  const rows = Math.max(1, Math.floor(height / (high * 1.6)))
  return Array.from({ length: columns * rows }, (_, i) => ({
    ...textMark(
      look,
      text,
      ((i % columns) + 0.5) * (width / columns),
      (Math.floor(i / columns) + 0.5) * (height / rows),
      {
        ...{ size, color: alpha(look.palette.text1, 0.055), align: 'center', z: Z, weight: 600 },
      },
    ),
    rotation: ANGLE,
  }))
}
