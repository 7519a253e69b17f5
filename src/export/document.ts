import { Document, HeadingLevel, Packer, Paragraph, TextRun, type FileChild } from 'docx'

import { closing } from './document/closing.ts'
import { fontTable } from './document/faces.ts'
import { figureParagraphs } from './document/figureParagraphs.ts'
import { frameOf } from './document/frame.ts'
import { headingNumbers } from './document/headingNumbers.ts'
import { kpiParagraphs } from './document/kpiParagraphs.ts'
import { scaleOf } from './document/measures.ts'
import { onePage } from './document/onePage.ts'
import { outlineOf, type Block } from './document/outline.ts'
import { textBlock } from './document/prose.ts'
import { stylesOf } from './document/styles.ts'
import type { DocumentHead } from './documentHead.ts'
import { CORE, coreXml } from './office/coreProperties.ts'
import { headCore, headProperties } from './office/headProperties.ts'
import { stampZip } from './office/stampZip.ts'
import type { Part } from './part.ts'
import type { DrawPicture } from './picture.ts'
import { tellNobody, type Tell } from './tell.ts'
import { titleOf } from './titleOf.ts'

export type { DocumentHead } from './documentHead.ts'

/**
 * A Word document in the layout of GB/T 9704—2012: numbered native headings, pictures with their tables, page
 * numbers outside. The same input gives the same bytes.
 * @throws ExportRefused for a figure that must not leave the screen; nothing is written then.
 */
export async function writeDocument(
  parts: readonly Part[],
  head: DocumentHead,
  draw: DrawPicture,
  tell = tellNobody,
): Promise<Uint8Array> {
  const { locale } = head
  const blocks = outlineOf(parts)
  const body = head.onePage
    ? await onePage(blocks, head, draw, tell)
    : await inSequence(blocks, head, draw, tell)
  const file = new Document({
    styles: stylesOf(locale, scaleOf(head)),
    numbering: headingNumbers(locale, scaleOf(head)),
    customProperties: headProperties(head, parts).map(([name, value]) => ({ name, value })),
    evenAndOddHeaderAndFooters: true,
    sections: [
      {
        ...frameOf(head),
        children: [
          new Paragraph({ heading: HeadingLevel.TITLE, children: [new TextRun(titleOf(head))] }),
          ...body,
        ],
      },
    ],
  })
  const overrides = [
    { path: CORE, data: coreXml(headCore(head)) },
    { path: 'word/fontTable.xml', data: fontTable() },
  ]
  const bytes = await Packer.pack(file, 'uint8array', undefined, overrides)
  return stampZip(bytes, head.origin.madeAt)
}

/** Block after block, then what stands behind the last one. */
async function inSequence(
  blocks: readonly Block[],
  head: DocumentHead,
  draw: DrawPicture,
  tell: Tell,
): Promise<FileChild[]> {
  const body: FileChild[] = []
  for (const [at, block] of blocks.entries()) {
    body.push(...(await paragraphsOf(block, draw)))
    tell(at + 1, blocks.length + 1)
  }
  return [...body, ...closing(head, blocks)]
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
