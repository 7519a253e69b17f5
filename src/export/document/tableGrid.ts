import type { XmlComponent } from 'docx'

import { CELL_PADDING } from './measures.ts'
import { xml } from './xml.ts'

const SIDES = ['top', 'left', 'bottom', 'right', 'insideH', 'insideV'] as const
const LINE = { 'w:val': 'single', 'w:sz': 4, 'w:space': 0, 'w:color': '000000' }

/** Word's own «Normal Table» and «Table Grid»: hairlines, with a little room in each cell. */
export const tableStyles = (): XmlComponent[] => [
  xml('w:style', { 'w:type': 'table', 'w:default': 1, 'w:styleId': 'TableNormal' }, [
    xml('w:name', { 'w:val': 'Normal Table' }),
    xml('w:uiPriority', { 'w:val': 99 }),
    xml('w:semiHidden'),
    xml('w:unhideWhenUsed'),
    xml('w:tblPr', {}, [xml('w:tblInd', { 'w:w': 0, 'w:type': 'dxa' }), cellMargins()]),
  ]),
  xml('w:style', { 'w:type': 'table', 'w:styleId': 'TableGrid' }, [
    xml('w:name', { 'w:val': 'Table Grid' }),
    xml('w:basedOn', { 'w:val': 'TableNormal' }),
    xml('w:uiPriority', { 'w:val': 39 }),
    xml('w:tblPr', {}, [
      xml(
        'w:tblBorders',
        {},
        SIDES.map((side) => xml(`w:${side}`, LINE)),
      ),
    ]),
    xml('w:tcPr', {}, [xml('w:vAlign', { 'w:val': 'center' })]),
  ]),
]

const cellMargins = (): XmlComponent =>
  xml(
    'w:tblCellMar',
    {},
    (['left', 'right'] as const).map((side) =>
      xml(`w:${side}`, { 'w:w': CELL_PADDING, 'w:type': 'dxa' }),
    ),
  )
