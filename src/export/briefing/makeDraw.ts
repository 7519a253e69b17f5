import { bodyMarks } from '../picture/bodyMarks.ts'
import { pageOf } from '../picture/page.ts'
import type { DrawPicture } from '../picture.ts'
import { svgOf } from '../svg.ts'
import { provenanceOf, wordsOf } from '../words.ts'

/** Makes a PNG of an SVG with `scale` pixels for each of its own; throws where no face has the characters. */
export type Rasterise = (svg: string, scale: number) => Promise<Uint8Array>

/**
 * Draws figures for slides and documents: always as SVG, and as PNG where something can rasterise it. `dpi` is
 * what an inch of the page has of the box's pixels: type is measured by it.
 */
export const makeDraw =
  (dpi: number, rasterise: Rasterise | null): DrawPicture =>
  async (item, { width, height, scale }) => {
    const page = pageOf({ width, height, dpi, grows: false })
    const { title, badge } = wordsOf(item)
    const svg = svgOf(bodyMarks(item, page, { width, height }), {
      ...{ width, height, title },
      desc: item.figure.finding,
      metadata: [...provenanceOf(item), ...(badge ? ([['Data', badge]] as const) : [])],
      background: '#ffffff',
      lang: item.figure.locale,
    })
    return { svg, png: rasterise ? await rasterise(svg, scale) : null, width, height }
  }
