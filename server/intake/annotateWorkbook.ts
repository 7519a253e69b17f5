import writeExcelFile, { type Row, type Sheet } from 'write-excel-file/universal'

import { textOf, type Locale } from '../../src/domain/text.ts'
import { lookFeature } from '../../src/export/sheet/lookFeature.ts'
import { textCell } from '../../src/export/sheet/textCell.ts'
import { annotateXlsx } from './annotate/annotateXlsx.ts'
import { severityText } from './annotate/comment.ts'
import type { IntakeFinding } from './intakeCell.ts'
import { FILE_FAULTS } from './workbook/fileFaults.ts'
import { fileKind } from './workbook/fileKind.ts'
import { FileRefused, orRefused } from './workbook/fileRefused.ts'
import { FILE_LIMITS } from './workbook/limits.ts'
import { readCsv } from './workbook/readCsv.ts'
import type { Table, TableCell } from './workbook/table.ts'

/**
 * The uploaded file as a workbook (XLSX) with its findings as comments in red cells. A CSV becomes a workbook of its
 * texts; of a file that cannot be opened, or of JSON, there is a list of the findings.
 */
export async function annotateWorkbook(
  bytes: Uint8Array,
  findings: readonly IntakeFinding[],
  locale: Locale,
): Promise<Uint8Array> {
  const isRefused = findings.some(({ rule }) => Object.hasOwn(FILE_FAULTS, rule))
  if (isRefused) return written(listSheet(findings, locale))
  const table = orRefused(() => csvTable(bytes))
  if (table instanceof FileRefused) return written(listSheet(findings, locale))
  const book = table ? await written(csvSheet(table)) : bytes
  const annotated = orRefused(() => annotateXlsx(book, findings, locale))
  return annotated instanceof FileRefused ? written(listSheet(findings, locale)) : annotated
}

/** The table of a CSV, null for a workbook. Throws FileRefused for anything else. */
function csvTable(bytes: Uint8Array): Table | null {
  if (bytes.length > FILE_LIMITS.bytes) throw new FileRefused('tooLarge')
  const kind = fileKind(bytes, '', '')
  if (kind === 'json') throw new FileRefused('notSupported')
  return kind === 'csv' ? readCsv(bytes) : null
}

async function written(sheet: Sheet<Blob>): Promise<Uint8Array> {
  const book = writeExcelFile([sheet], { features: [lookFeature] })
  return new Uint8Array(await (await book.toBlob()).arrayBuffer())
}

/** Texts stay texts, whatever they begin with. */
function csvSheet({ rows }: Table): Sheet<Blob> {
  const byRow = new Map(rows.map((cells) => [cells[0]?.row, cells]))
  const last = rows.at(-1)?.[0]?.row ?? 0
  const data = Array.from({ length: last }, (_, i) => textRow(byRow.get(i + 1) ?? []))
  return { sheet: 'CSV', columns: Array.from({ length: 8 }, () => ({ width: 18 })), data }
}

function textRow(cells: readonly TableCell[]): Row {
  const texts = new Map(cells.map(({ column, text }) => [column, text]))
  return Array.from({ length: cells.at(-1)?.column ?? 0 }, (_, i) => {
    const text = texts.get(i + 1)
    return text === undefined ? null : textCell(text)
  })
}

const LIST_WORDS = {
  'zh-CN': { sheet: '问题清单', titles: ['位置', '类别', '问题', '处理办法'] },
  en: { sheet: 'Findings', titles: ['Place', 'Kind', 'What is wrong', 'What to do'] },
} as const satisfies Record<Locale, unknown>

function listSheet(findings: readonly IntakeFinding[], locale: Locale): Sheet<Blob> {
  const { sheet, titles } = LIST_WORDS[locale]
  return {
    sheet,
    columns: [24, 14, 60, 60].map((width) => ({ width })),
    data: [
      titles.map((title) => textCell(title, { fontWeight: 'bold' })),
      ...findings.map((finding): Row => [
        textCell(placeText(finding)),
        textCell(severityText(finding.severity, locale).trim()),
        textCell(textOf(finding.text, locale), { wrap: true }),
        textCell(textOf(finding.remedy, locale), { wrap: true }),
      ]),
    ],
  }
}

const placeText = ({ place: { sheet, cell, pointer } }: IntakeFinding): string =>
  pointer ?? [sheet, cell].filter(Boolean).join('!')
