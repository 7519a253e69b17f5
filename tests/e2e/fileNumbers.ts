import type { Page } from '@playwright/test'
import { strFromU8, unzipSync } from 'fflate'
import { readSheet } from 'read-excel-file/node'

import { wordsIn } from '../export/openedDocument.ts'
import { printedIn } from '../export/numbersIn.ts'

const matches = (text: string, pattern: RegExp): string[] =>
  [...text.matchAll(pattern)].map(([, found = '']) => found)

/** Parts of an office file whose path matches, as one text. */
function partsOf(bytes: Uint8Array, path: RegExp): string {
  const parts = Object.entries(unzipSync(bytes)).filter(([name]) => path.test(name))
  return parts.map(([, part]) => strFromU8(part)).join('\n')
}

/** Numbers of a slide: its words and tables, its charts, and what the speaker's notes say. */
function slideNumbers(bytes: Uint8Array): number[] {
  const charts = matches(partsOf(bytes, /charts\/chart\d+\.xml$/), /<c:v>([^<]+)<\/c:v>/g)
  const words = matches(partsOf(bytes, /(slides|notesSlides)\/[^/]+\.xml$/), /<a:t>([^<]*)<\/a:t>/g)
  return [...charts.map(Number), ...words.flatMap(printedIn)]
}

/** Numbers of a file, read by other means than it was written with; a picture of pixels has none. */
export async function fileNumbers(format: string, bytes: Uint8Array): Promise<number[]> {
  switch (format) {
    case 'SVG':
      return matches(strFromU8(bytes), /<text[^>]*>([^<]*)<\/text>/g).flatMap(printedIn)
    case 'CSV':
      return strFromU8(bytes)
        .split(/[,\r\n]/)
        .flatMap(printedIn)
    case 'XLSX':
      return (await readSheet(Buffer.from(bytes), 1)).flat().flatMap((cell) => {
        if (typeof cell === 'number') return cell
        return typeof cell === 'string' ? printedIn(cell) : []
      })
    case 'DOCX':
      return partsOf(bytes, /^word\/document\.xml$/)
        .split('</w:p>')
        .flatMap((paragraph) => printedIn(wordsIn(paragraph)))
    case 'PPTX':
      return slideNumbers(bytes)
    default:
      return []
  }
}

/** Size in pixels of a picture, as the browser decodes it. */
export const pictureSize = (page: Page, bytes: Uint8Array): Promise<readonly [number, number]> =>
  page.evaluate(async (all) => {
    const picture = await createImageBitmap(new Blob([new Uint8Array(all)], { type: 'image/png' }))
    return [picture.width, picture.height] as const
  }, Array.from(bytes))
