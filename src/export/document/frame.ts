import {
  AlignmentType,
  Footer,
  Header,
  PageNumber,
  Paragraph,
  TabStopType,
  TextRun,
  type ISectionOptions,
} from 'docx'

import { textOf } from '../../domain/text.ts'
import { say } from '../../figures/text/words.ts'
import { cleanText } from '../cleanText.ts'
import { MARKING_TEXT } from '../words.ts'
import { facesOf } from './faces.ts'
import type { DocumentHead } from './head.ts'
import { PAGE, TEXT_WIDTH, TWIPS_A_POINT, twips, TYPE } from './measures.ts'
import { watermark } from './watermark.ts'

/** Page numbers stand 7 mm below the type area (GB/T 9704—2012, 7.5), outside. */
const FOOTER = 23
const HEADER = 22

/** Sheet, margins, header and footer of the one section of a document. */
export const frameOf = (head: DocumentHead): Omit<ISectionOptions, 'children'> => ({
  properties: {
    page: {
      size: { width: twips(PAGE.width), height: twips(PAGE.height) },
      margin: {
        ...{ top: twips(PAGE.top), bottom: twips(PAGE.bottom) },
        ...{ left: twips(PAGE.left), right: twips(PAGE.right) },
        ...{ header: twips(HEADER), footer: twips(FOOTER) },
      },
    },
  },
  headers: { default: headerOf(head), even: headerOf(head) },
  footers: { default: footerOf(AlignmentType.RIGHT), even: footerOf(AlignmentType.LEFT) },
})

/** Left how far the document may go, right that its data are simulated; the watermark behind the page. */
function headerOf(head: DocumentHead): Header {
  const { locale, origin, simulated } = head
  const marking = origin.marking && !simulated ? textOf(MARKING_TEXT[origin.marking], locale) : ''
  const badge = simulated ? say(locale, '演示数据', 'Demonstration data') : ''
  const tiled = cleanText(origin.watermark) || badge
  return new Header({
    children: [
      new Paragraph({
        style: 'Header',
        tabStops: [{ type: TabStopType.RIGHT, position: twips(TEXT_WIDTH) }],
        children: [
          ...(tiled ? [watermark(tiled, facesOf(locale).heading1)] : []),
          new TextRun(badge ? `${marking}\t${badge}` : marking),
        ],
      }),
    ],
  })
}

/** — 1 —, one character away from the edge of the type area. */
function footerOf(alignment: 'left' | 'right'): Footer {
  const indent = TYPE.four * TWIPS_A_POINT
  return new Footer({
    children: [
      new Paragraph({
        style: 'Footer',
        alignment,
        indent: alignment === 'left' ? { left: indent } : { right: indent },
        children: [new TextRun({ children: ['— ', PageNumber.CURRENT, ' —'] })],
      }),
    ],
  })
}
