import {
  AlignmentType,
  DocumentDefaults,
  LineRuleType,
  type IParagraphStyleOptions,
  type IStylesOptions,
} from 'docx'

import type { Locale } from '../../domain/text.ts'
import { facesOf, fontOf, type Faces } from './faces.ts'
import { HEADINGS } from './headingNumbers.ts'
import { halfPoints, indentOf, TYPE, type TypeScale } from './measures.ts'
import { tableStyles } from './tableGrid.ts'
import { xml } from './xml.ts'

const exact = (line: number, around = 0) => ({
  ...{ line, lineRule: LineRuleType.EXACT },
  ...{ before: around, after: around },
})
const single = (before = 0, after = 0) => ({
  line: 240,
  lineRule: LineRuleType.AUTO,
  before,
  after,
})

const type = (face: string, points: number) => ({ font: fontOf(face), size: halfPoints(points) })

/** Native styles of Word, so that a document can be edited, listed and restyled like any other. */
export const stylesOf = (locale: Locale, scale: TypeScale): IStylesOptions => {
  const faces = facesOf(locale)
  const run = {
    ...type(faces.body, scale.body),
    language: { value: 'en-US', eastAsia: 'zh-CN' },
  }
  const normal = { 'w:type': 'paragraph', 'w:default': 1, 'w:styleId': 'Normal' }
  return {
    importedStyles: [
      new DocumentDefaults({ run }),
      xml('w:style', normal, [xml('w:name', { 'w:val': 'Normal' }), xml('w:qFormat')]),
      ...tableStyles(),
    ],
    paragraphStyles: [
      ...headings(faces, locale, scale),
      ...body(faces, scale),
      ...small(faces, scale),
    ],
  }
}

type Style = Required<Pick<IParagraphStyleOptions, 'run' | 'paragraph'>>

const style = (id: string, name: string, { run, paragraph }: Style): IParagraphStyleOptions => ({
  ...{ id, name, run, paragraph },
  ...{ basedOn: 'Normal', quickFormat: true },
})

/** Twips of a heading's line for a point of its type, where the lines of the body are lower. */
const HEADING_PITCH = 30

/** 二号小标宋 for the title; 三号 黑体, 楷体 and bold body type for the three levels. */
function headings(faces: Faces, locale: Locale, scale: TypeScale): IParagraphStyleOptions[] {
  const bold = locale === 'en'
  const heading = (level: number, face: string, isBold: boolean): IParagraphStyleOptions => ({
    ...style(`Heading${level + 1}`, `heading ${level + 1}`, {
      run: { ...type(face, scale.heading), bold: isBold },
      paragraph: {
        numbering: { reference: HEADINGS, level },
        spacing: exact(Math.max(scale.pitch, scale.heading * HEADING_PITCH)),
        indent: indentOf(scale.heading),
        keepNext: true,
        outlineLevel: level,
      },
    }),
    next: 'BodyText',
  })
  return [
    {
      ...style('Title', 'Title', {
        run: { ...type(faces.title, scale.title), bold },
        paragraph: {
          alignment: AlignmentType.CENTER,
          spacing: exact(scale.titlePitch, scale.titleRoom),
        },
      }),
      next: 'BodyText',
    },
    heading(0, faces.heading1, bold),
    heading(1, faces.heading2, bold),
    heading(2, faces.body, true),
  ]
}

function body(faces: Faces, { body: points, pitch }: TypeScale): IParagraphStyleOptions[] {
  const run = type(faces.body, points)
  const right = { alignment: AlignmentType.RIGHT, spacing: exact(pitch) }
  return [
    style('BodyText', 'Body Text', {
      run,
      paragraph: {
        alignment: AlignmentType.BOTH,
        spacing: exact(pitch),
        indent: indentOf(points),
      },
    }),
    style('Signature', 'Signature', { run, paragraph: { ...right, keepNext: true } }),
    style('Date', 'Date', { run, paragraph: right }),
  ]
}

/** 五号 in tables, 小五 in those that are wide. */
function tableTexts(faces: Faces): IParagraphStyleOptions[] {
  const text = (end: string, name: string, points: number): IParagraphStyleOptions[] => [
    style(`TableText${end}`, `Table Text${name}`, {
      run: type(faces.body, points),
      paragraph: { spacing: single(20, 20) },
    }),
    style(`TableNumber${end}`, `Table Number${name}`, {
      run: type(faces.body, points),
      paragraph: { alignment: AlignmentType.RIGHT, spacing: single(20, 20) },
    }),
    style(`TableHead${end}`, `Table Head${name}`, {
      run: type(faces.heading1, points),
      paragraph: { alignment: AlignmentType.CENTER, spacing: single(40, 40), keepNext: true },
    }),
  ]
  return [...text('', '', TYPE.five), ...text('Small', ' Small', TYPE.smallFive)]
}

/** 五号 for everything around pictures and tables; header and footer. */
function small(faces: Faces, scale: TypeScale): IParagraphStyleOptions[] {
  const run = type(faces.body, scale.small)
  const strong = type(faces.heading1, scale.small)
  const centred = { alignment: AlignmentType.CENTER }
  return [
    style('Caption', 'caption', {
      run: strong,
      paragraph: { ...centred, spacing: single(100, 60) },
    }),
    style('Picture', 'Picture', {
      run,
      paragraph: { ...centred, spacing: single(120), keepNext: true },
    }),
    ...tableTexts(faces),
    style('TableUnit', 'Table Unit', {
      run,
      paragraph: { alignment: AlignmentType.RIGHT, spacing: single(0, 20), keepNext: true },
    }),
    style('Notes', 'Notes', {
      run,
      paragraph: { alignment: AlignmentType.BOTH, spacing: single(40), keepLines: true },
    }),
    style('Header', 'header', {
      run: type(faces.heading1, TYPE.smallFour),
      paragraph: { spacing: single() },
    }),
    style('Footer', 'footer', {
      run: type(faces.page, TYPE.four),
      paragraph: { spacing: single() },
    }),
  ]
}
