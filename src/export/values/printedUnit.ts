import { UNITS } from '../../domain/indicator.ts'

/** Units that have a word of their own besides those of the dictionary (figures/text/number.ts). */
const SCALED = ['CNY bn', 'CNY tn', 'bn kWh', '个百分点', 'pp']

/** An index is a measure of its own: 指数 names it. */
const { index: _, ...DIMENSIONS } = UNITS

const KNOWN: ReadonlySet<string> = new Set(
  [
    ...Object.values(DIMENSIONS).flatMap(({ zh, en }) => [zh, `万${zh}`, en, `k ${en}`]),
    ...SCALED,
  ].filter((unit) => unit !== '' && unit !== '万' && unit !== 'k '),
)

/** Whether a text is a unit as figures print it: 亿元, 万家, CNY bn, %. */
export const isPrintedUnit = (text: string): boolean => KNOWN.has(text)

/** Head of a column in name and unit: 同比 % is 同比 in %, 亿元 alone has no name, 位次 no unit. */
export function splitUnit(head: string): { readonly title: string; readonly unit: string } {
  if (KNOWN.has(head)) return { title: '', unit: head }
  if (head.startsWith('% ')) return { title: head.slice(2), unit: '%' }
  for (let at = head.indexOf(' '); at > 0; at = head.indexOf(' ', at + 1))
    if (KNOWN.has(head.slice(at + 1))) return { title: head.slice(0, at), unit: head.slice(at + 1) }
  return { title: head, unit: '' }
}
