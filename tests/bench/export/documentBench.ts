import {
  Document,
  encodeUtf8,
  ImageRun,
  Packer,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  WidthType,
} from 'docx'

import { fillTemplate } from '../../../src/export/briefing/fillTemplate.ts'
import { makeDraw } from '../../../src/export/briefing/makeDraw.ts'
import { TEMPLATES } from '../../../src/export/briefing/templates.ts'
import { toParts } from '../../../src/export/briefing/toParts.ts'
import { writeDocument, type DocumentHead } from '../../../src/export/document.ts'
import type { Part } from '../../../src/export/part.ts'
import type { DrawPicture, Picture } from '../../../src/export/picture.ts'
import { GEOMETRY } from '../../charts/drawn.ts'
import {
  openedDocument,
  type OpenedDocument,
  type OpenedTable,
} from '../../export/openedDocument.ts'
import { scenario } from '../../figures/scenarios.ts'
import { budget, median, type Budget } from '../harness.ts'

const ROUNDS = 9
const LIMIT = 1.3
/** As large as a picture of a printed page is. */
const PNG_BYTES = 120_000

/** The monthly briefing of the demo: 18 pages with eight pictures as LibreOffice lays it out. */
function monthlyParts(): readonly Part[] {
  const filled = fillTemplate(
    TEMPLATES.monthly,
    { context: scenario('demo'), brain: null },
    {
      ...{ id: 'bench', period: '2026-10', asOf: '2026-11-22', marking: null, watermark: '' },
      createdAt: '2026-11-22T08:00:00Z',
    },
    (error) => {
      throw error
    },
  )
  if (filled.kind === 'refused') throw new Error(filled.reason)
  const madeAt = filled.briefing.createdAt
  return toParts(filled.briefing, { site: 'http://x', madeAt, geometryOf: () => GEOMETRY })
}

/** Pictures drawn before anything is measured: drawing has a bench of its own. */
async function drawnBefore(parts: readonly Part[]) {
  const draw = makeDraw(96, null)
  const pictures: Picture[] = []
  const png = Uint8Array.from({ length: PNG_BYTES }, (_, at) => (at * 7919) % 251)
  const keep: DrawPicture = async (item, box) => {
    const picture = { ...(await draw(item, box)), png }
    pictures.push(picture)
    return picture
  }
  const document = openedDocument(await writeDocument(parts, HEAD, keep))
  let at = 0
  const again: DrawPicture = async () => pictures[at++ % pictures.length]!
  return { document, pictures, again }
}

const HEAD: DocumentHead = {
  ...{ title: '2026年10月产业大脑运行简报', locale: 'zh-CN', simulated: true },
  origin: {
    ...{ space: 'demo', query: 'wall', link: 'http://x/demo/wall', asOf: '2026-11-22' },
    ...{ madeAt: '2026-11-22T08:00:00Z', marking: null, watermark: '' },
  },
}

/**
 * What somebody would write who has all words, styles, widths and pictures at hand: the same paragraphs, cells and
 * pictures, and nothing to work out.
 */
async function bareLoop(
  { blocks }: OpenedDocument,
  pictures: readonly Picture[],
): Promise<Uint8Array> {
  let at = 0
  const children = blocks.map((block) => {
    if (block.kind === 'table') return bareTable(block)
    const { style, text } = block
    if (style !== 'Picture') return new Paragraph({ style, children: [new TextRun(text)] })
    const { svg, png, width, height } = pictures[at++]!
    const run = new ImageRun({
      ...{ type: 'svg', data: encodeUtf8(svg), transformation: { width, height } },
      fallback: { type: 'png', data: png! },
    })
    return new Paragraph({ style, children: [run] })
  })
  return Packer.pack(new Document({ sections: [{ children }] }), 'uint8array')
}

const WIDTH = 8844

function bareTable({ rows }: OpenedTable): Table {
  const count = rows[0]?.length ?? 1
  return new Table({
    layout: TableLayoutType.FIXED,
    width: { size: WIDTH, type: WidthType.DXA },
    columnWidths: Array.from({ length: count }, () => Math.floor(WIDTH / count)),
    rows: rows.map(
      (row, i) =>
        new TableRow({
          ...{ tableHeader: i === 0, cantSplit: true },
          children: row.map(
            (text) =>
              new TableCell({
                children: [new Paragraph({ style: 'TableText', children: [new TextRun(text)] })],
              }),
          ),
        }),
    ),
  })
}

/** Processor time of this process, in microseconds: other programs on the machine do not count. */
async function costOf(run: () => Promise<Uint8Array>): Promise<number> {
  const before = process.cpuUsage()
  await run()
  const { user, system } = process.cpuUsage(before)
  return user + system
}

/**
 * A document of about 20 pages by `writeDocument`, from the frozen figures to the bytes, against a bare loop over
 * the library that writes the same words, cells and pictures: the median ratio of interleaved rounds after one to
 * warm up.
 */
export async function documentBench(): Promise<Budget> {
  const parts = monthlyParts()
  const { document, pictures, again } = await drawnBefore(parts)
  const ours = (): Promise<Uint8Array> => writeDocument(parts, HEAD, again)
  const bare = (): Promise<Uint8Array> => bareLoop(document, pictures)
  await costOf(bare)
  await costOf(ours)
  const ratios: number[] = []
  for (let round = 0; round < ROUNDS; round++) {
    const plain = await costOf(bare)
    ratios.push((await costOf(ours)) / plain)
  }
  return budget('DOCX of 20 pages, times a bare loop', median(ratios), LIMIT)
}
