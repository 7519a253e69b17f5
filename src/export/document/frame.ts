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

import { plainText } from '../plainText.ts'
import { badgeOf, markingOf } from '../words.ts'
import { facesOf } from './faces.ts'
import type { DocumentHead } from '../documentHead.ts'
import { PAGE, scaleOf, textWidth, TWIPS_A_POINT, twips, TYPE, type TypeScale } from './measures.ts'
import { watermark } from './watermark.ts'

/** Page numbers stand 7 mm below the type area (GB/T 9704—2012, 7.5), outside. */
const FOOTER = 23
const HEADER = 22
/** Millimetres of header or footer beside the type area. */
const LEAST = 10

/** Sheet, margins, header and footer of the one section of a document. */
export const frameOf = (head: DocumentHead): Omit<ISectionOptions, 'children'> => ({
  properties: {
    page: {
      size: { width: twips(PAGE.width), height: twips(PAGE.height) },
      margin: {
        ...marginsOf(scaleOf(head)),
      },
    },
  },
  headers: { default: headerOf(head), even: headerOf(head) },
  footers: { default: footerOf(AlignmentType.RIGHT), even: footerOf(AlignmentType.LEFT) },
})

function marginsOf({ top, bottom, left, right }: TypeScale) {
  const [header, footer] = [Math.min(HEADER, top - LEAST), Math.min(FOOTER, bottom - LEAST)]
  return {
    ...{ top: twips(top), bottom: twips(bottom), left: twips(left), right: twips(right) },
    ...{ header: twips(header), footer: twips(footer) },
  }
}

/** Left how far the document may go, right that its data are simulated; the watermark behind the page. */
function headerOf(head: DocumentHead): Header {
  const { locale, origin } = head
  const marking = markingOf(origin.marking, head)
  const badge = badgeOf(head)
  const tiled = plainText(origin.watermark) || badge
  return new Header({
    children: [
      new Paragraph({
        style: 'Header',
        tabStops: [{ type: TabStopType.RIGHT, position: twips(textWidth(scaleOf(head))) }],
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
