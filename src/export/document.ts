import { Document, HeadingLevel, Packer, Paragraph, TextRun, type FileChild } from 'docx'

import { closing } from './document/closing.ts'
import { fontTable } from './document/faces.ts'
import { figureParagraphs } from './document/figureParagraphs.ts'
import { frameOf } from './document/frame.ts'
import type { DocumentHead } from './document/head.ts'
import { headingNumbers } from './document/headingNumbers.ts'
import { kpiParagraphs } from './document/kpiParagraphs.ts'
import { outlineOf, type Block } from './document/outline.ts'
import { coreProperties, customProperties, titleOf } from './document/properties.ts'
import { textBlock } from './document/prose.ts'
import { stampZip } from './document/stampZip.ts'
import { stylesOf } from './document/styles.ts'
import type { Part } from './part.ts'
import type { DrawPicture } from './picture.ts'

export type { DocumentHead } from './document/head.ts'

/**
 * A Word document in the layout of GB/T 9704—2012: numbered native headings, pictures with their tables, page
 * numbers outside. The same input gives the same bytes.
 * @throws ExportRefused for a figure that must not leave the screen; nothing is written then.
 */
export async function writeDocument(
  parts: readonly Part[],
  head: DocumentHead,
  draw: DrawPicture,
): Promise<Uint8Array> {
  const { locale } = head
  const blocks = outlineOf(parts)
  const body: FileChild[] = []
  for (const block of blocks) body.push(...(await paragraphsOf(block, draw)))
  const file = new Document({
    styles: stylesOf(locale),
    numbering: headingNumbers(locale),
    customProperties: customProperties(head, parts),
    evenAndOddHeaderAndFooters: true,
    sections: [
      {
        ...frameOf(head),
        children: [
          new Paragraph({ heading: HeadingLevel.TITLE, children: [new TextRun(titleOf(head))] }),
          ...body,
          ...closing(head, blocks),
        ],
      },
    ],
  })
  const overrides = [
    { path: 'docProps/core.xml', data: coreProperties(head) },
    { path: 'word/fontTable.xml', data: fontTable() },
  ]
  const bytes = await Packer.pack(file, 'uint8array', undefined, overrides)
  return stampZip(bytes, head.origin.madeAt)
}

async function paragraphsOf(block: Block, draw: DrawPicture): Promise<FileChild[]> {
  switch (block.kind) {
    case 'text':
      return textBlock(block)
    case 'kpis':
      return kpiParagraphs(block)
    case 'figure':
      return figureParagraphs(block, draw)
  }
}
