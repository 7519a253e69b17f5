import { drawFigure, type PaintDrawing } from '../drawFigure.ts'
import type { DrawPicture } from '../picture.ts'

/** Makes a PNG of an SVG with `scale` pixels for each of its own; throws where no face has the characters. */
export type Rasterise = (svg: string, scale: number) => Promise<Uint8Array>

/**
 * Draws figures for slides and documents: always as SVG, and as PNG where something can rasterise it. `dpi` is
 * what an inch of the page has of the box's pixels: type is measured by it.
 */
export function makeDraw(dpi: number, rasterise: Rasterise | null): DrawPicture {
  const paint: PaintDrawing | null = rasterise && (({ svg }, { scale }) => rasterise(svg, scale))
  return (item, box) => drawFigure(item, box, paint, dpi)
}
