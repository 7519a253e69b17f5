/** What a made-up typeface says of itself; it has no outlines. */
export interface MadeFace {
  readonly family: string
  readonly weight?: number
  readonly fsType?: number
  /** Characters in order; format 4 knows those of the first plane only. */
  readonly characters: string
  readonly format?: 4 | 12
  /** A further table, empty. */
  readonly table?: string
}

const u16 = (...values: readonly number[]): number[] =>
  values.flatMap((value) => [(value >> 8) & 0xff, value & 0xff])
const u32 = (...values: readonly number[]): number[] =>
  values.flatMap((value) => u16(value >>> 16, value & 0xffff))

/** Every character a segment: by offset into the glyphs where `at` is odd, by delta where it is even. */
function segments(codes: readonly number[]): number[] {
  const ends = [...codes, 0xffff]
  const count = ends.length
  const deltas = ends.map((code, at) => (at % 2 === 1 ? 0 : (at + 1 - code) & 0xffff))
  const offsets = ends.map((_, at) => (at % 2 === 1 ? 2 * (count - at) + 2 * at : 0))
  const glyphs = ends.map((_, at) => at + 1)
  const body = [...u16(...ends), 0, 0, ...u16(...ends, ...deltas, ...offsets, ...glyphs)]
  return [...u16(4, body.length + 14, 0, 2 * count, 0, 0, 0), ...body]
}

const groups = (codes: readonly number[]): number[] => [
  ...u16(12, 0),
  ...u32(16 + 12 * codes.length, 0, codes.length),
  ...codes.flatMap((code, at) => u32(code, code, at + 1)),
]

function tablesOf(face: MadeFace): Record<string, number[]> {
  const { family, weight = 400, fsType = 0, characters, format = 4, table = 'glyf' } = face
  const codes = Array.from(characters, (one) => one.codePointAt(0) ?? 0).sort((a, b) => a - b)
  const words = Array.from(family).flatMap((one) => u16(one.charCodeAt(0)))
  return {
    glyf: [],
    [table]: [],
    'OS/2': [...u16(4, 500, weight, 5, fsType), ...u16(0, 0)],
    cmap: [
      ...u16(0, 1, 3, format === 4 ? 1 : 10),
      ...u32(12),
      ...(format === 4 ? segments(codes) : groups(codes)),
    ],
    name: [...u16(0, 1, 18), ...u16(3, 1, 0x409, 1, words.length, 0), ...words],
  }
}

/** A TTF, which stands `at` so many bytes into its file. */
export function madeFace(face: MadeFace, at = 0): number[] {
  const tables = Object.entries(tablesOf(face))
  const head = [...u32(0x10000), ...u16(tables.length, 0, 0, 0)]
  let place = at + head.length + 16 * tables.length
  const entries = tables.flatMap(([tag, body]) => {
    const entry = [...Buffer.from(tag), ...u32(0, place, body.length)]
    place += body.length
    return entry
  })
  return [...head, ...entries, ...tables.flatMap(([, body]) => body)]
}

/** A TTC of these faces. */
export function madeCollection(faces: readonly MadeFace[]): number[] {
  const start = 12 + 4 * faces.length
  const [starts, bodies] = [[] as number[], [] as number[]]
  for (const face of faces) {
    starts.push(start + bodies.length)
    bodies.push(...madeFace(face, start + bodies.length))
  }
  return [...Buffer.from('ttcf'), ...u32(0x10000, faces.length, ...starts), ...bodies]
}
