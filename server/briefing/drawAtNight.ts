import { makeDraw, type Rasterise } from '../../src/export/briefing/makeDraw.ts'
import type { DrawPicture } from '../../src/export/picture.ts'
import { FaceError } from './faceError.ts'

/** CSS pixels of an inch of paper or of a slide: type in pictures is measured by them. */
const DPI = 96

/** Pictures that have no PNG, counted by the reason. */
export type VectorOnly = ReadonlyMap<string, number>

/** Draws with a PNG, and as vectors alone where no face has the characters: their writer says so beside them. */
export function drawAtNight(rasterise: Rasterise): {
  readonly draw: DrawPicture
  readonly vectorOnly: VectorOnly
} {
  const vectorOnly = new Map<string, number>()
  const [both, vector] = [makeDraw(DPI, rasterise), makeDraw(DPI, null)]
  const draw: DrawPicture = (item, box) =>
    both(item, box).catch((error: unknown) => {
      if (!(error instanceof FaceError)) throw error
      vectorOnly.set(error.message, (vectorOnly.get(error.message) ?? 0) + 1)
      return vector(item, box)
    })
  return { draw, vectorOnly }
}
