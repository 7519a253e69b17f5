import { Run, type XmlComponent } from 'docx'

import { ems } from '../ems.ts'
import { xml } from './xml.ts'

/** Word's own shape for text on a path, by which «Remove watermark» knows it. */
const SHAPE_TYPE = '_x0000_t136'
const COLOR = '#d9d9d9'
/** Points that a diagonal text takes on an A4 page, and its greatest height. */
const LENGTH = 440
const HEIGHT = 96

/** Faint diagonal words behind the text of every page, as Word's Design > Watermark makes them. */
export function watermark(text: string, face: string): Run {
  const em = Math.max(1, ems(text))
  const height = Math.min(HEIGHT, Math.round(LENGTH / em))
  const width = Math.min(LENGTH, Math.round(height * em))
  return new WatermarkRun(xml('w:pict', {}, [shapeType(), shape(text, face, { width, height })]))
}

class WatermarkRun extends Run {
  constructor(picture: XmlComponent) {
    super({})
    this.root.push(picture)
  }
}

const shapeType = (): XmlComponent =>
  xml(
    'v:shapetype',
    {
      id: SHAPE_TYPE,
      coordsize: '21600,21600',
      'o:spt': 136,
      adj: '10800',
      path: 'm@7,l@8,m@5,21600l@6,21600e',
    },
    [
      xml(
        'v:formulas',
        {},
        [
          ...['sum #0 0 10800', 'prod #0 2 1', 'sum 21600 0 @1', 'sum 0 0 @2', 'sum 21600 0 @3'],
          ...['if @0 @3 0', 'if @0 21600 @1', 'if @0 0 @2', 'if @0 @4 21600', 'mid @5 @6'],
          ...['mid @8 @5', 'mid @7 @8', 'mid @6 @7', 'sum @6 0 @5'],
        ].map((eqn) => xml('v:f', { eqn })),
      ),
      xml('v:path', {
        textpathok: 't',
        'o:connecttype': 'custom',
        'o:connectlocs': '@9,0;@10,10800;@11,21600;@12,10800',
        'o:connectangles': '270,180,90,0',
      }),
      xml('v:textpath', { on: 't', fitshape: 't' }),
    ],
  )

const shape = (
  text: string,
  face: string,
  { width, height }: { readonly width: number; readonly height: number },
): XmlComponent =>
  xml(
    'v:shape',
    {
      id: 'PowerPlusWaterMarkObject1',
      type: `#${SHAPE_TYPE}`,
      style: [
        'position:absolute;margin-left:0;margin-top:0',
        `width:${width}pt;height:${height}pt;rotation:315;z-index:-251657216`,
        'mso-position-horizontal:center;mso-position-horizontal-relative:margin',
        'mso-position-vertical:center;mso-position-vertical-relative:margin',
      ].join(';'),
      'o:allowincell': 'f',
      fillcolor: COLOR,
      stroked: 'f',
    },
    [
      xml('v:fill', { opacity: '.5' }),
      xml('v:textpath', { style: `font-family:"${face}";font-size:1pt`, string: text }),
    ],
  )
