import { linesOf } from '../../../src/export/sheet/rowHeight.ts'
import { tag } from '../../../src/export/xml.ts'
import { readReference } from '../workbook/reference.ts'
import type { Comment } from './comment.ts'

const SPACES = {
  'xmlns:v': 'urn:schemas-microsoft-com:vml',
  'xmlns:o': 'urn:schemas-microsoft-com:office:office',
  'xmlns:x': 'urn:schemas-microsoft-com:office:excel',
}
const TYPE = '_x0000_t202'
/** Width of a note, in characters. */
const WIDTH = 40

const SHAPE_TYPE = tag(
  'v:shapetype',
  { id: TYPE, coordsize: '21600,21600', 'o:spt': 202, path: 'm,l,21600r21600,l21600,xe' },
  tag('v:stroke', { joinstyle: 'miter' }),
  tag('v:path', { gradientshapeok: 't', 'o:connecttype': 'rect' }),
)

/**
 * The drawing that shows comments as notes, as Excel writes it (VML, ECMA-376 part 4, §8); shapes of an older one
 * that are no notes, such as buttons, stay.
 */
export function noteShapes(comments: readonly Comment[], older: string | null): string {
  const kept = older?.replace(
    /<v:shape\b(?:(?!<\/v:shape>)[\s\S])*?ObjectType="Note"[\s\S]*?<\/v:shape>/g,
    '',
  )
  const first =
    Math.max(1024, ...[...(kept ?? '').matchAll(/_s(\d+)"/g)].map(([, id]) => Number(id))) + 1
  const shapes = comments.map((comment, i) => shapeOf(comment, first + i)).join('')
  if (kept === undefined || !/<v:shape\b/.test(kept))
    return tag('xml', SPACES, layout(), SHAPE_TYPE, shapes)
  const type = kept.includes(`id="${TYPE}"`) ? '' : SHAPE_TYPE
  return kept.replace(/<\/xml>\s*$/, `${type}${shapes}</xml>`)
}

const layout = (): string =>
  tag('o:shapelayout', { 'v:ext': 'edit' }, tag('o:idmap', { 'v:ext': 'edit', data: 1 }))

function shapeOf({ reference, text }: Comment, id: number): string {
  const { row, column } = readReference(reference) ?? { row: 1, column: 1 }
  const height = Math.min(20, linesOf(text, WIDTH) + 1)
  const anchor = [column, 15, Math.max(0, row - 2), 10, column + 4, 15, row - 1 + height, 4]
  return tag(
    'v:shape',
    {
      ...{ id: `_x0000_s${id}`, type: `#${TYPE}`, fillcolor: '#ffffe1', 'o:insetmode': 'auto' },
      style:
        'position:absolute;margin-left:60pt;margin-top:1.5pt;width:220pt;height:80pt;z-index:1;visibility:hidden',
    },
    tag('v:fill', { color2: '#ffffe1' }),
    tag('v:shadow', { on: 't', color: 'black', obscured: 't' }),
    tag('v:path', { 'o:connecttype': 'none' }),
    tag('v:textbox', { style: 'mso-direction-alt:auto' }, '<div style="text-align:left"></div>'),
    tag(
      'x:ClientData',
      { ObjectType: 'Note' },
      ...['<x:MoveWithCells/>', '<x:SizeWithCells/>', `<x:Anchor>${anchor.join(', ')}</x:Anchor>`],
      ...['<x:AutoFill>False</x:AutoFill>', `<x:Row>${row - 1}</x:Row>`],
      `<x:Column>${column - 1}</x:Column>`,
    ),
  )
}
