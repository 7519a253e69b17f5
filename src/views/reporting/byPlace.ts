import type { IntakeFindingEntry } from '../../stores/intake.ts'

type Place = IntakeFindingEntry['place']

/** 6 of F, 28 of AB. */
const columnOf = (letters: string): number =>
  Array.from(letters).reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0)

/** Row and column of F8, or the line of a list; what concerns the whole file comes first. */
function rank({ cell, pointer }: Place): readonly [row: number, column: number] {
  const [, letters = '', row = '0'] = /^([A-Z]+)(\d+)$/.exec(cell ?? '') ?? []
  const line = /^\/\w+\/(\d+)/.exec(pointer ?? '')?.[1] ?? '-1'
  return cell === null ? [Number(line), 0] : [Number(row), columnOf(letters)]
}

/** Orders what was found as a reader goes through a sheet; sheets stay in the order in which they came. */
export function byPlace(
  { place: one }: { readonly place: Place },
  { place: other }: { readonly place: Place },
): number {
  if (one.sheet !== other.sheet) return 0
  const [a, b] = [rank(one), rank(other)]
  return a[0] - b[0] || a[1] - b[1]
}
