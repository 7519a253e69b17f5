import writeExcelFile from 'write-excel-file/universal'

import { say } from '../figures/text/words.ts'
import { stampZip } from './office/stampZip.ts'
import { ExportRefused, type Exported } from './exported.ts'
import { aboutSheet } from './sheet/aboutSheet.ts'
import { bookFeature } from './sheet/bookFeature.ts'
import { figureSheet } from './sheet/figureSheet.ts'
import { sheetNames } from './sheet/sheetNames.ts'
import { wordsOf } from './words.ts'

/**
 * A workbook (XLSX): one sheet a figure with its values as numbers, then 说明, which says of every figure what it
 * is, where it comes from and where it can be seen. The same items give the same bytes.
 *
 * The library packs parts above 160 kB in workers of its own, which it makes from blobs: in a browser call this
 * inside a worker. On the page itself our content security policy forbids them, and the promise never settles.
 * @throws ExportRefused of the first figure that must not leave the screen, or where there is none.
 */
export async function writeSheet(items: readonly Exported[]): Promise<Uint8Array> {
  const [first] = items
  if (!first) throw new ExportRefused('', '没有要导出的图 · Nothing to export')
  const about = say(first.figure.locale, '说明', 'About')
  const names = sheetNames(
    items.map((item) => wordsOf(item).title),
    [about],
  )
  const placed = items.map((item, at) => ({ item, sheet: names[at] ?? '' }))
  const sheets = [
    ...placed.map(({ item, sheet }) => figureSheet(item, sheet)),
    aboutSheet(placed, about),
  ]
  const book = writeExcelFile(sheets, { features: [bookFeature(items)] })
  const bytes = new Uint8Array(await (await book.toBlob()).arrayBuffer())
  return stampZip(bytes, first.origin.madeAt)
}
