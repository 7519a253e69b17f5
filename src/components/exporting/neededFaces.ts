import type { Face } from './pageFaces.ts'

/** Words as they are painted. */
export interface Lettering {
  readonly text: string
  /** Families in the order of preference, as CSS writes them. */
  readonly family: string
  readonly weight: number
}

/**
 * The faces that words need: for every character the first of its families that has a web font with it. Families of
 * the system have none; where they stand in front, the web font is loaded for nothing, never missing.
 */
export function neededFaces(
  words: readonly Lettering[],
  faces: readonly Face[],
): ReadonlySet<Face> {
  const known = faces.map((face) => ({ face, ranges: rangesOf(face.unicodeRange) }))
  const needed = new Set<Face>()
  const asked = new Set<string>()
  for (const { text, family, weight } of words)
    for (const char of text) {
      const key = `${char}|${weight}|${family}`
      if (asked.has(key)) continue
      asked.add(key)
      const code = char.codePointAt(0) ?? 0
      const having = known.filter(({ ranges }) => ranges.some(([a, b]) => code >= a && code <= b))
      const face = faceFor(
        family,
        weight,
        having.map((one) => one.face),
      )
      if (face) needed.add(face)
    }
  return needed
}

function faceFor(family: string, weight: number, having: readonly Face[]): Face | null {
  for (const name of familiesOf(family)) {
    const [nearest] = having
      .filter((face) => face.family === name)
      .map((face) => ({ face, away: distance(face.weight, weight) }))
      .sort((one, other) => one.away - other.away)
    if (nearest) return nearest.face
  }
  return null
}

const familiesOf = (family: string): string[] =>
  family.split(',').map((name) => name.trim().replace(/^["']|["']$/g, ''))

const WEIGHTS: Readonly<Record<string, number>> = { normal: 400, bold: 700 }

/** How far a weight is from those that a face has; 0 inside. */
function distance(range: string, weight: number): number {
  const [least = 400, most = least] = range
    .split(/\s+/)
    .map((part) => WEIGHTS[part] ?? (Number(part) || 400))
  return Math.max(least - weight, weight - most, 0)
}

type Range = readonly [number, number]

/** First and last character of every part of a `unicode-range`: U+41, U+20-7E, U+4?? (CSS Fonts 4, 4.5). */
const rangesOf = (text: string): Range[] =>
  text.split(',').flatMap((part): Range[] => {
    const [, from, to] = /^\s*U\+([\dA-F?]+)(?:-([\dA-F]+))?\s*$/i.exec(part) ?? []
    if (from === undefined) return []
    const hex = (digits: string): number => Number.parseInt(digits, 16)
    return [[hex(from.replaceAll('?', '0')), hex(to ?? from.replaceAll('?', 'F'))]]
  })
