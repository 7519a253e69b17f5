import { parseXml } from './parseXml.ts'

/** How a cell style shows numbers. */
export type NumberLook = 'plain' | 'percent' | 'date' | 'scaled'

/** Formats that have no code in the file (ECMA-376 part 1, §18.8.30, with those of Chinese Excel). */
const isBuiltInDate = (id: number): boolean =>
  (id >= 14 && id <= 22) ||
  (id >= 27 && id <= 36) ||
  (id >= 45 && id <= 47) ||
  (id >= 50 && id <= 58)
const BUILT_IN_PERCENT: ReadonlySet<number> = new Set([9, 10])

/** The look of each cell style of a workbook, by its index. */
export function readNumberLooks(styles: Uint8Array): readonly NumberLook[] {
  const codes = new Map<number, string>()
  const looks: NumberLook[] = []
  let isCellStyles = false
  parseXml(styles, {
    open: (name, attributes) => {
      if (name === 'numFmt') codes.set(Number(attributes.numFmtId), attributes.formatCode ?? '')
      if (name === 'cellXfs') isCellStyles = true
      if (name === 'xf' && isCellStyles) looks.push(lookOf(Number(attributes.numFmtId ?? 0), codes))
      return undefined
    },
    close: (name) => {
      if (name === 'cellXfs') isCellStyles = false
    },
  })
  return looks
}

function lookOf(id: number, codes: ReadonlyMap<number, string>): NumberLook {
  const code = codes.get(id)
  if (code !== undefined) return lookOfCode(code)
  if (isBuiltInDate(id)) return 'date'
  return BUILT_IN_PERCENT.has(id) ? 'percent' : 'plain'
}

const SCALING_COMMA = /[0#?],+(?![0#?,])/u
/** A point that is only drawn, as in `0\\.0000`, which shows 12345 as 1.2345. */
const LITERAL_POINT = /(?:\\|!)\.|"\."/u

/** What a format code does with a number: texts in quotes, escaped signs and conditions apart. */
export function lookOfCode(code: string): NumberLook {
  const [positive = ''] = code.split(';')
  const bare = positive.replace(/"[^"]*"|\\.|_.|\*.|\[(?!h+\]|m+\]|s+\])[^\]]*\]/giu, '')
  if (bare.includes('%')) return 'percent'
  if (/[ymdhs]/iu.test(bare.replace(/general/giu, ''))) return 'date'
  return SCALING_COMMA.test(bare) || LITERAL_POINT.test(positive) ? 'scaled' : 'plain'
}
