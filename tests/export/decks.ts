import type { DocumentHead } from '../../src/export/document.ts'
import type { Exported } from '../../src/export/exported.ts'
import type { Part } from '../../src/export/part.ts'
import type { DrawPicture } from '../../src/export/picture.ts'
import { writeSlides } from '../../src/export/slides.ts'
import type { Figure } from '../../src/figures/figure.ts'
import { exported, isDrawn, wallFigures } from './exportable.ts'
import type { OpenedSlide } from './openedDeck.ts'

/** An empty drawing of the asked size, and no PNG. */
export const drawNothing: DrawPicture = (_, { width, height }) =>
  Promise.resolve({
    svg: `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"/>`,
    ...{ png: null, width, height },
  })

export const headOf = (items: readonly Exported[]): DocumentHead => ({
  title: '运行简报',
  locale: items[0]?.figure.locale ?? 'zh-CN',
  origin: items[0]?.origin ?? exported(wallFigures('demo', 'zh-CN')[0]!).origin,
  simulated: items.some(({ figure }) => figure.simulated),
})

export const figureParts = (items: readonly Exported[]): Part[] =>
  items.map((item): Part => ({ kind: 'figure', item }))

export const deckOf = (items: readonly Exported[]): Promise<Uint8Array> =>
  writeSlides(figureParts(items), headOf(items), drawNothing)

/** The slides of a figure, in order: they carry its id in the notes. */
export const slidesOf = (slides: readonly OpenedSlide[], { figure }: Exported): OpenedSlide[] =>
  slides.filter(({ notes }) => notes.includes(`Figure: ${figure.id}\n`))

/** One figure of each id: panels that only differ by selection are drawn by the same code. */
export function distinct(figures: readonly Figure[]): Exported[] {
  const seen = new Set<string>()
  return figures.filter(isDrawn).flatMap((figure) => {
    const key = `${figure.id} ${figure.kind}`
    if (seen.has(key)) return []
    seen.add(key)
    return [exported(figure)]
  })
}
