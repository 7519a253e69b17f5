import { FILE_LIMITS } from './limits.ts'
import { parseXml } from './parseXml.ts'

/** The texts that the cells of a workbook share: runs of rich text joined, phonetic hints left out. */
export function readSharedStrings(part: Uint8Array): readonly string[] {
  const strings: string[] = []
  let text = ''
  let isText = false
  let isHint = false
  parseXml(part, {
    open: (name) => {
      if (name === 'si') text = ''
      else if (name === 'rPh') isHint = true
      else if (name === 't') isText = !isHint
      return undefined
    },
    text: (run) => {
      if (isText && text.length < FILE_LIMITS.text) text += run
    },
    close: (name) => {
      if (name === 't') isText = false
      else if (name === 'rPh') isHint = false
      else if (name === 'si') strings.push(decodedText(text))
    },
  })
  return strings
}

/** A text as a cell shows it: `_x000D_` decoded (ST_Xstring, ECMA-376 part 1, §22.9.2.19), bounded. */
export const decodedText = (text: string): string =>
  text
    .slice(0, FILE_LIMITS.text)
    .replace(/_x([\dA-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(parseInt(code, 16)))
