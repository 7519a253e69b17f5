import type { Briefing } from '../../src/export/briefing.ts'
import { makeDraw, type Rasterise } from '../../src/export/briefing/makeDraw.ts'
import { originOf, toParts, type PartsContext } from '../../src/export/briefing/toParts.ts'
import { writeDocument, type DocumentHead } from '../../src/export/document.ts'
import type { Part } from '../../src/export/part.ts'
import { writeSheet } from '../../src/export/sheet.ts'
import { writeSlides } from '../../src/export/slides.ts'
import type { Format } from './options.ts'

/** CSS pixels of an inch of paper or of a slide: type in pictures is measured by them. */
const DPI = 96

/** A briefing as the bytes of a file. @throws ExportRefused */
export async function fileOf(
  briefing: Briefing,
  format: Format,
  context: PartsContext,
  rasterise: Rasterise | null,
): Promise<Uint8Array> {
  const parts = toParts(briefing, context)
  const head: DocumentHead = {
    ...{ title: briefing.title, locale: briefing.locale },
    origin: originOf(briefing, figuresOf(parts)[0]?.origin.query ?? 'wall', context),
    simulated: figuresOf(parts).some(({ figure }) => figure.simulated),
  }
  const draw = makeDraw(DPI, rasterise)
  switch (format) {
    case 'docx':
      return writeDocument(parts, head, draw)
    case 'xlsx':
      return writeSheet(figuresOf(parts))
    case 'pptx':
      return writeSlides(parts, head, draw)
  }
}

export const figuresOf = (parts: readonly Part[]) =>
  parts.flatMap((part) => (part.kind === 'figure' ? [part.item] : []))
