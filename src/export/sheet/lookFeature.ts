import type { Feature } from 'write-excel-file/universal'

import { PLAIN_HEIGHT, SIZE } from './rowHeight.ts'

/** One face for all cells, with Chinese; where it is missing every program has its own. */
const FACE = 'Microsoft YaHei'

/**
 * What the library leaves to the reader, who reads it in different ways: fonts without face and size, cells
 * without a font, no style «Normal», rows without a height, a frozen pane that names a side it does not have.
 * Printed, a sheet is as wide as its page.
 */
export const lookFeature: Feature<Blob> = {
  files: {
    transform: {
      'xl/styles.xml': { transform: (xml) => withNormal(withFonts(xml)) },
      'xl/worksheets/sheet{id}.xml': { transform: withFrame },
    },
  },
}

/** Parts of a font in the order of CT_Font as Office writes it (ECMA-376 part 1, §18.8.22). */
function withFonts(xml: string): string {
  return xml.replace(/<font>(.*?)<\/font>/gs, (_, parts: string) => {
    const [, size = String(SIZE)] = /<sz val="([\d.]+)"\/>/.exec(parts) ?? []
    const [color = ''] = /<color rgb="\w+"\/>/.exec(parts) ?? []
    const weight = parts.includes('<b/>') ? '<b/>' : ''
    return `<font>${weight}<sz val="${size}"/>${color}<name val="${FACE}"/><family val="2"/></font>`
  })
}

/** What stands before and behind the cells, which are many and are left alone. */
function withFrame(xml: string): string {
  const [from, to] = [xml.indexOf('<sheetData'), xml.lastIndexOf('</sheetData>')]
  const head = xml
    .slice(0, from)
    .replace(/<worksheet [^>]*>/, '$&<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>')
    .replace(
      /<pane ySplit="(\d+)" xSplit="0" topLeftCell="(\w+)" [^>]*>/,
      '<pane ySplit="$1" topLeftCell="$2" activePane="bottomLeft" state="frozen"/>',
    )
    .replace('<cols>', `<sheetFormatPr defaultRowHeight="${PLAIN_HEIGHT}" customHeight="1"/><cols>`)
  const tail = xml
    .slice(to)
    .replace(/<pageSetup ([^>]*?)\s*\/>/, '<pageSetup $1 fitToWidth="1" fitToHeight="0"/>')
  return head + xml.slice(from, to) + tail
}

/** The style that every cell starts from: the first font, nothing else. */
const withNormal = (xml: string): string =>
  xml
    .replace(/<xf (?![^>]*fontId)/g, '<xf fontId="0" applyFont="1" ')
    .replace(/<xf /g, '<xf xfId="0" ')
    .replace(
      /<cellXfs .*?<\/cellXfs>/s,
      '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>$&' +
        '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles>',
    )
