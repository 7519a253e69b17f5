import { plainText } from '../../src/export/plainText.ts'
import { makeDraw } from '../../src/export/briefing/makeDraw.ts'
import type { Locale } from '../../src/domain/text.ts'
import { writeDocument, type DocumentHead } from '../../src/export/document.ts'
import type { Exported } from '../../src/export/exported.ts'
import type { Part } from '../../src/export/part.ts'
import type { Figure } from '../../src/figures/figure.ts'
import { exported, firstFigures, isDrawn, type ExportedId } from './exportable.ts'
import { openedDocument } from './openedDocument.ts'

export const draw = makeDraw(96, null)

/** A figure as a part of a document. */
export const figurePart = (item: Exported): Part => ({ kind: 'figure', item })
export const textPart = (title: string, ...paragraphs: string[]): Part => ({
  ...{ kind: 'text', title, paragraphs },
})

/** The head of a report on the demonstration. */
export const headOf = (head: Partial<DocumentHead> = {}): DocumentHead => ({
  ...{ title: '2026年10月产业大脑运行简报', locale: 'zh-CN', simulated: true },
  origin: exported(demo[0]!).origin,
  ...head,
})

/** The figures of the wall, or of the programme, that can be exported. */
export const exportable = (id: ExportedId, locale: Locale): Figure[] =>
  firstFigures(id, locale).filter(isDrawn)

/** The figures of the wall in the demonstration. */
export const demo = exportable('demo', 'zh-CN')

export const found = (id: string, figures: readonly Figure[] = demo): Figure => {
  const figure = figures.find((one) => one.id === id)
  if (!figure) throw new Error(`There is no figure ${id}`)
  return figure
}

/** The document of some parts, opened again. */
export const written = async (parts: readonly Part[], head: DocumentHead = headOf()) =>
  openedDocument(await writeDocument(parts, head, draw))

/** A text as one line of a document. */
export const oneLine = (text: string): string => plainText(text).replace(/\s*\n\s*/g, ' ')
