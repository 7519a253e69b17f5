import { strToU8 } from 'fflate'

import { chartXml, WORKBOOK_RELATION } from '../chart/chartXml.ts'
import { workbook } from '../chart/workbook.ts'
import type { Insert } from '../deck.ts'
import type { Box } from '../paper.ts'
import { tag, XML_HEAD } from '../../xml.ts'
import { NO_PIXEL } from './noPixel.ts'

const RELATIONS = 'http://schemas.openxmlformats.org/package/2006/relationships'
const TYPES = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const DRAWING = 'http://schemas.openxmlformats.org/drawingml/2006'
/** Where PowerPoint looks for the drawing behind a picture ([MS-ODRAWXML] 2.3.3.6). */
const SVG_URI = '{96DAC541-7B7A-43D3-8B79-37D633B846F1}'
const SVG = 'http://schemas.microsoft.com/office/drawing/2016/SVG/main'

const EMU = 914_400

/** The shape that stands in for an insert, as `insertName` calls it, with the number of the insert. */
const STAND_IN = /<p:sp><p:nvSpPr><p:cNvPr id="(\d+)" name="INSERT-(\d+)"[\s\S]*?<\/p:sp>/g

/** A slide with its charts and pictures in their places, and the relations that they add to its own. */
export function placeInserts(
  xml: string,
  inserts: readonly Insert[],
): { readonly xml: string; readonly relations: string } {
  const relations: string[] = []
  const placed = xml.replace(STAND_IN, (_, id: string, number: string) => {
    const insert = inserts[Number(number) - 1]
    if (!insert) return ''
    for (const { Id, Type, Target } of relationsOf(insert, number))
      relations.push(tag('Relationship', { Id, Type, Target }))
    return insert.kind === 'chart'
      ? frameXml(insert, id, `chart${number}`)
      : pictureXml(insert, id, number)
  })
  return { xml: placed, relations: relations.join('') }
}

/** Charts with their workbooks, and pictures, as parts of the package by their paths. */
export const insertParts = (
  inserts: readonly Insert[],
  instant: Date,
): readonly (readonly [string, Uint8Array])[] =>
  inserts.flatMap((insert, i) => contentsOf(insert, i + 1, instant))

interface Relation {
  readonly Id: string
  readonly Type: string
  readonly Target: string
}

const relationsOf = (insert: Insert, number: string): readonly Relation[] =>
  insert.kind === 'chart'
    ? [{ Id: `chart${number}`, Type: `${TYPES}/chart`, Target: `../charts/chart${number}.xml` }]
    : ['png', 'svg'].map((end) => ({
        ...{ Id: `${end}${number}`, Type: `${TYPES}/image` },
        Target: `../media/picture${number}.${end}`,
      }))

/** The parts of an insert by their paths. */
function contentsOf(
  insert: Insert,
  number: number,
  instant: Date,
): readonly (readonly [string, Uint8Array])[] {
  if (insert.kind === 'picture') {
    const { svg, png } = insert.picture
    return [
      [`ppt/media/picture${number}.png`, png ?? NO_PIXEL],
      [`ppt/media/picture${number}.svg`, strToU8(svg)],
    ]
  }
  const book = `workbook${number}.xlsx`
  const relation = tag('Relationship', {
    ...{ Id: WORKBOOK_RELATION, Type: `${TYPES}/package`, Target: `../embeddings/${book}` },
  })
  return [
    [`ppt/charts/chart${number}.xml`, strToU8(chartXml(insert.chart))],
    [
      `ppt/charts/_rels/chart${number}.xml.rels`,
      strToU8(XML_HEAD + tag('Relationships', { xmlns: RELATIONS }, relation)),
    ],
    [`ppt/embeddings/${book}`, workbook(insert.chart, insert.about, instant)],
  ]
}

const emu = (inches: number): number => Math.round(inches * EMU)

const placeXml = (name: 'p:xfrm' | 'a:xfrm', { x, y, w, h }: Box): string =>
  tag(name, {}, tag('a:off', { x: emu(x), y: emu(y) }), tag('a:ext', { cx: emu(w), cy: emu(h) }))

/** The frame of a chart on a slide. */
const frameXml = ({ box, altText }: Insert, id: string, relation: string): string =>
  tag(
    'p:graphicFrame',
    {},
    tag(
      'p:nvGraphicFramePr',
      {},
      tag('p:cNvPr', { id, name: `Chart ${id}`, descr: altText }),
      '<p:cNvGraphicFramePr/><p:nvPr/>',
    ),
    placeXml('p:xfrm', box),
    tag(
      'a:graphic',
      {},
      tag(
        'a:graphicData',
        { uri: `${DRAWING}/chart` },
        tag('c:chart', { 'xmlns:c': `${DRAWING}/chart`, 'r:id': relation }),
      ),
    ),
  )

/** A picture: the drawing, and its PNG for programs that know no drawings. */
const pictureXml = ({ box, altText }: Insert, id: string, number: string): string =>
  tag(
    'p:pic',
    {},
    tag(
      'p:nvPicPr',
      {},
      tag('p:cNvPr', { id, name: `Picture ${id}`, descr: altText }),
      tag('p:cNvPicPr', {}, tag('a:picLocks', { noChangeAspect: 1 })),
      '<p:nvPr/>',
    ),
    tag(
      'p:blipFill',
      {},
      tag(
        'a:blip',
        { 'r:embed': `png${number}` },
        tag(
          'a:extLst',
          {},
          tag(
            'a:ext',
            { uri: SVG_URI },
            tag('asvg:svgBlip', { 'xmlns:asvg': SVG, 'r:embed': `svg${number}` }),
          ),
        ),
      ),
      '<a:stretch><a:fillRect/></a:stretch>',
    ),
    tag('p:spPr', {}, placeXml('a:xfrm', box), tag('a:prstGeom', { prst: 'rect' }, '<a:avLst/>')),
  )
