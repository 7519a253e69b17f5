/**
 * The import matrix as the architecture prints it (rows import columns, directly).
 * Written out a second time on purpose: the rules are checked against it, not against themselves.
 */
const TABLE = `
           | domain contract figures charts export data stores components views
contract   |   x
figures    |   x
charts     |   x               x
export     |   x               x      x
data       |   x      x
stores     |   x      x                             x
components |   x               x      x      x           x
views      |   x               x             x           x        x
app        |   x      x        x      x      x      x    x        x         x
server     |   x      x        x      x      x
mock       |   x      x
maps       |   x
`

const [head = '', ...rows] = TABLE.trim()
  .split('\n')
  .map((line) => line.slice(line.indexOf('|') + 1))
const names = TABLE.trim()
  .split('\n')
  .slice(1)
  .map((line) => line.slice(0, line.indexOf('|')).trim())

const LAYERS = head.trim().split(/\s+/)
const OUTSIDE_SRC = ['server', 'mock', 'maps', 'tests']

/** The column whose heading covers the mark at this offset. */
function columnAt(offset: number): string {
  const column = LAYERS.find((layer) => {
    const start = head.indexOf(layer)
    return offset >= start - 2 && offset <= start + layer.length
  })
  if (!column) throw new Error(`no column at ${offset}`)
  return column
}

const ALLOWED = new Map<string, ReadonlySet<string>>(
  rows.map((row, index) => [
    names[index] ?? '',
    new Set([...row.matchAll(/x/g)].map((mark) => columnAt(mark.index))),
  ]),
)

/** A folder of the tree: `src/domain`, `server`. */
export function folderOf(layer: string): string {
  return OUTSIDE_SRC.includes(layer) ? layer : `src/${layer}`
}

/** One cell of the matrix between two different folders. */
export interface Cell {
  readonly from: string
  readonly to: string
  readonly allowed: boolean
}

/** Every ordered pair of folders; tests import anything and are no row. */
export const CELLS: readonly Cell[] = ['domain', ...names].flatMap((from) =>
  [...LAYERS, 'app', ...OUTSIDE_SRC]
    .filter((to) => to !== from)
    .map((to) => ({ from, to, allowed: ALLOWED.get(from)?.has(to) ?? false })),
)
