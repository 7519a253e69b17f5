import type { Briefing } from '../../src/export/briefing.ts'
import type { Rasterise } from '../../src/export/briefing/makeDraw.ts'
import { originOf, toParts, type PartsContext } from '../../src/export/briefing/toParts.ts'
import { writeDocument, type DocumentHead } from '../../src/export/document.ts'
import type { Part } from '../../src/export/part.ts'
import type { DrawPicture } from '../../src/export/picture.ts'
import { writeSheet } from '../../src/export/sheet.ts'
import { writeSlides } from '../../src/export/slides.ts'
import { drawAtNight, type VectorOnly } from './drawAtNight.ts'
import type { Format } from './options.ts'

/** A file, and which of its pictures are vectors alone. */
export interface Made {
  readonly bytes: Uint8Array
  readonly vectorOnly: VectorOnly
}

/** A briefing as the bytes of a file. @throws ExportRefused */
export async function fileOf(
  briefing: Briefing,
  format: Format,
  context: PartsContext,
  rasterise: Rasterise,
): Promise<Made> {
  const parts = toParts(briefing, context)
  const head: DocumentHead = {
    ...{ title: briefing.title, locale: briefing.locale, onePage: briefing.onePage ?? false },
    origin: originOf(briefing, figuresOf(parts)[0]?.origin.query ?? 'wall', context),
    simulated: figuresOf(parts).some(({ figure }) => figure.simulated),
  }
  const { draw, vectorOnly } = drawAtNight(rasterise)
  const bytes = await writers[format](parts, head, draw)
  return { bytes, vectorOnly }
}

const writers: Readonly<
  Record<
    Format,
    (parts: readonly Part[], head: DocumentHead, draw: DrawPicture) => Promise<Uint8Array>
  >
> = {
  docx: writeDocument,
  xlsx: (parts) => writeSheet(figuresOf(parts)),
  pptx: writeSlides,
}

export const figuresOf = (parts: readonly Part[]) =>
  parts.flatMap((part) => (part.kind === 'figure' ? [part.item] : []))
