import type { FileChild, Paragraph } from 'docx'

import type { DocumentHead } from '../documentHead.ts'
import type { DrawPicture } from '../picture.ts'
import { sharedFacts, type Told } from '../sharedFacts.ts'
import type { Tell } from '../tell.ts'
import { credit } from './closing.ts'
import { kpiTable } from './kpiParagraphs.ts'
import { ONE_PAGE, textWidth, twips } from './measures.ts'
import type { Block, FigureBlock } from './outline.ts'
import { factsAndNotes, textBlock } from './prose.ts'
import { sideBySide } from './sideBySide.ts'

/** Blocks set to fit one page: figures in pairs without headings, what they rest on once below all. */
export async function onePage(
  blocks: readonly Block[],
  head: DocumentHead,
  draw: DrawPicture,
  tell: Tell,
): Promise<FileChild[]> {
  const body: FileChild[] = []
  const groups = pairsOf(blocks)
  for (const [at, group] of groups.entries()) {
    body.push(...(await groupParagraphs(group, draw)))
    tell(at + 1, groups.length + 1)
  }
  return [...body, ...sources(blocks, head), credit(head)]
}

type Group = Exclude<Block, FigureBlock> | { readonly kind: 'row'; readonly blocks: FigureBlock[] }

/** Figures that follow each other stand two and two, pictures with pictures and tables with tables. */
function pairsOf(blocks: readonly Block[]): Group[] {
  const groups: Group[] = []
  for (const block of blocks) {
    const last = groups.at(-1)
    if (block.kind !== 'figure') groups.push(block)
    else if (last?.kind === 'row' && fits(last.blocks, block)) last.blocks.push(block)
    else groups.push({ kind: 'row', blocks: [block] })
  }
  return groups
}

const fits = ([first, second]: readonly FigureBlock[], next: FigureBlock): boolean =>
  first !== undefined && !second && (first.picture === null) === (next.picture === null)

async function groupParagraphs(group: Group, draw: DrawPicture): Promise<FileChild[]> {
  switch (group.kind) {
    case 'text':
      return textBlock(group)
    case 'kpis':
      return kpiTable(group, { width: twips(textWidth(ONE_PAGE)), isSmall: true })
    case 'row':
      return sideBySide(group.blocks, draw)
  }
}

/** Source, 口径 and 截至 of everything on the page, each said once, then all notes in one paragraph. */
function sources(blocks: readonly Block[], { locale }: DocumentHead): Paragraph[] {
  const items = blocks.flatMap((block): readonly Told[] =>
    block.kind === 'text' ? [] : block.kind === 'kpis' ? block.items : [block],
  )
  const facts = sharedFacts(items, locale)
  const notes = [...new Set(items.flatMap(({ words }) => words.notes))]
  const joined = notes.map((text, i) => (notes.length > 1 ? `${i + 1}. ${text}` : text)).join('　')
  return factsAndNotes({ facts, notes: joined ? [joined] : [] }, locale)
}
