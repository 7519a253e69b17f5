import { REPORT_LIMITS } from '../../src/contract/index.ts'
import type { ReadIntake } from './intakeCell.ts'
import { readJsonReport } from './readJsonReport.ts'
import { readBook, reportHeader, type ReportBook } from './table/readBook.ts'
import { TABLE_FAULTS } from './table/tableFaults.ts'
import { fileKind } from './workbook/fileKind.ts'
import { FileRefused, orRefused } from './workbook/fileRefused.ts'
import { FILE_LIMITS } from './workbook/limits.ts'
import { readCsv } from './workbook/readCsv.ts'
import { workbookTables } from './workbook/workbookTables.ts'
import type { Upload } from './upload.ts'

/**
 * Reads an uploaded report (XLSX, CSV or JSON): whose it is and of when, its cells in the dictionary's units, each
 * with its place, and everything that is wrong with it. Never throws for what a file holds; time and memory are
 * bounded by FILE_LIMITS. What an indicator allows is checked later, by checkCells.
 */
export function readUpload(upload: Upload): ReadIntake {
  const read = orRefused(() => readFile(upload))
  return bounded(read instanceof FileRefused ? refused(read) : read)
}

function readFile(upload: Upload): ReadIntake {
  const { bytes, fileName, contentType } = upload
  if (bytes.length > FILE_LIMITS.bytes) throw new FileRefused('tooLarge')
  switch (fileKind(bytes, fileName, contentType)) {
    case 'xlsx':
      return readBook(
        workbookTables(bytes, (rows) => reportHeader(rows, upload)),
        upload,
      )
    case 'csv':
      return readBook(csvBook(upload), upload)
    case 'json':
      return readJsonReport(upload)
  }
}

function csvBook(upload: Upload): ReportBook {
  const table = readCsv(upload.bytes)
  const header = reportHeader(table.rows, upload)
  if (header) return { tables: [{ table, header }], ignored: [], findings: [] }
  return { tables: [], ignored: [], findings: table.findings }
}

const refused = ({ finding }: FileRefused): ReadIntake => ({
  ...{ brain: null, period: null, status: null, cells: [], findings: [finding], ignored: [] },
})

/** No more cells than a report takes, no more findings than somebody reads. */
function bounded(read: ReadIntake): ReadIntake {
  const { cells, findings } = read
  const most = REPORT_LIMITS.cells
  const told =
    cells.length > most ? [TABLE_FAULTS.tooManyCells(cells.length, most), ...findings] : findings
  const rest = told.length - FILE_LIMITS.findings
  return {
    ...read,
    cells: cells.slice(0, most),
    findings:
      rest > 0 ? [...told.slice(0, FILE_LIMITS.findings), TABLE_FAULTS.moreFindings(rest)] : told,
  }
}
