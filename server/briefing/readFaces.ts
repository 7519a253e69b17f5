/** What a typeface file says of one of its faces. */
export interface Face {
  /** English where the file has that. */
  readonly family: string
  /** 400 regular, 700 bold; of a variable face the weight it has without a choice. */
  readonly weight: number
  /** Its licence bits let a document carry it: OS/2 fsType, without the bit for a restricted licence alone. */
  readonly embeddable: boolean
  readonly has: (character: number) => boolean
}

/** First words of a file: TrueType, CFF outlines, Apple's TrueType. */
const OUTLINES = [0x0001_0000, 0x4f54_544f, 0x7472_7565]
const COLLECTION = 0x7474_6366
/** Tables of outlines, and of colours, which a rasteriser of outlines leaves blank. */
const [DRAWN, COLOURED] = [
  ['glyf', 'CFF ', 'CFF2'],
  ['CBDT', 'COLR', 'SVG ', 'sbix'],
]

/**
 * The faces with outlines of a TTF, OTF or TTC (OpenType 1.9: cmap of format 4 and 12, OS/2, name); none where the
 * bytes are something else, are cut off, or say nothing of what may be done with them.
 */
export function readFaces(bytes: Uint8Array): Face[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  try {
    if (view.getUint32(0) !== COLLECTION) return faceAt(view, 0)
    const starts = list(view.getUint32(8), (i) => view.getUint32(12 + 4 * i))
    return starts.flatMap((start) => faceAt(view, start))
  } catch (error) {
    if (error instanceof RangeError) return []
    throw error
  }
}

const list = <T>(count: number, at: (i: number) => T): T[] => {
  if (count > 65_535) throw new RangeError('More entries than such a file can have.')
  return Array.from({ length: count }, (_, i) => at(i))
}

const part = (view: DataView, start: number, length = view.byteLength - start): DataView =>
  new DataView(view.buffer, view.byteOffset + start, length)

function faceAt(view: DataView, start: number): Face[] {
  if (!OUTLINES.includes(view.getUint32(start))) return []
  const tables = new Map(
    list(view.getUint16(start + 4), (i) => {
      const at = start + 12 + 16 * i
      const tag = String.fromCharCode(...list(4, (j) => view.getUint8(at + j)))
      return [tag, part(view, view.getUint32(at + 8), view.getUint32(at + 12))] as const
    }),
  )
  const [cmap, style, name] = ['cmap', 'OS/2', 'name'].map((tag) => tables.get(tag))
  const has = (tag: string): boolean => tables.has(tag)
  if (!cmap || !style || !name || !DRAWN.some(has) || COLOURED.some(has)) return []
  return [
    {
      family: familyIn(name),
      weight: style.getUint16(4),
      embeddable: (style.getUint16(8) & 0xf) !== 2,
      has: charactersIn(cmap),
    },
  ]
}

const ENGLISH = 0x409
/** Name ids: typographic family, family. */
const FAMILIES = [16, 1]

function familyIn(name: DataView): string {
  const texts = name.getUint16(4)
  const families = list(name.getUint16(2), (i) => {
    const at = 6 + 12 * i
    const [platform, , language, id, length, offset] = list(6, (j) => name.getUint16(at + 2 * j))
    if (platform !== 3 || !FAMILIES.includes(id ?? 0)) return []
    const text = part(name, texts + (offset ?? 0), length)
    const family = new TextDecoder('utf-16be').decode(text)
    return [{ family, rank: FAMILIES.indexOf(id ?? 0) + (language === ENGLISH ? 0 : 2) }]
  }).flat()
  return families.sort((a, b) => a.rank - b.rank)[0]?.family ?? ''
}

/** By the table of all planes where there is one, else by that of the first. */
function charactersIn(cmap: DataView): Face['has'] {
  const tables = list(cmap.getUint16(2), (i) => part(cmap, cmap.getUint32(8 + 8 * i)))
  const of = (format: number): DataView | undefined =>
    tables.find((table) => table.getUint16(0) === format)
  const [all, first] = [of(12), of(4)]
  if (all) return inGroups(all)
  return first ? inSegments(first) : () => false
}

function inGroups(table: DataView): Face['has'] {
  const groups = list(table.getUint32(12), (i) => {
    const at = 16 + 12 * i
    return [table.getUint32(at), table.getUint32(at + 4), table.getUint32(at + 8)] as const
  })
  return (character) =>
    groups.some(
      ([from, to, glyph]) => character >= from && character <= to && glyph + character - from > 0,
    )
}

/** Format 4: ends, starts, deltas and offsets of the segments, one array behind the other. */
function inSegments(table: DataView): Face['has'] {
  const size = table.getUint16(6)
  const segments = list(size / 2, (i) => {
    const at = 14 + 2 * i
    return {
      ...{ to: table.getUint16(at), from: table.getUint16(at + size + 2) },
      ...{ delta: table.getUint16(at + 2 * size + 2), where: at + 3 * size + 2 },
    }
  })
  return (character) => {
    const segment = segments.find(({ to }) => character <= to)
    if (!segment || character < segment.from) return false
    const { from, delta, where } = segment
    const offset = table.getUint16(where)
    const place = where + offset + 2 * (character - from)
    const glyph = offset === 0 ? character : table.getUint16(place)
    return glyph !== 0 && ((glyph + delta) & 0xffff) !== 0
  }
}
