import { REPORT_LIMITS, ReportSubmission } from '../../src/contract/index.ts'
import { UNITS } from '../../src/domain/indicator.ts'
import { decimalOf } from '../../src/domain/decimal.ts'
import { HttpProblem } from '../http/problem.ts'
import type { CheckedSubmission } from './checkCells.ts'
import type { CellPlace, IntakeCell, IntakeFinding, ReadIntake } from './intakeCell.ts'
import { parseJson } from './readJson.ts'
import type { Upload } from './upload.ts'
import { requireSchema } from './schemaFindings.ts'
import { blocking } from './table/cellFinding.ts'
import { indicatorNames } from './table/indicatorNames.ts'
import { readEntry } from './table/readEntry.ts'
import { TABLE_FAULTS } from './table/tableFaults.ts'
import { FileRefused } from './workbook/fileRefused.ts'

const at = (pointer: string): CellPlace => ({ sheet: null, cell: null, pointer })

/**
 * Reads a report in JSON: the body of POST /api/:space/reports as a file. Faults become findings; throws FileRefused
 * where it is larger than such a body may be.
 */
export function readJsonReport(upload: Upload): ReadIntake {
  if (upload.bytes.length > REPORT_LIMITS.bytes) throw new FileRefused('tooLarge')
  const submission = checked(upload.bytes)
  if (Array.isArray(submission))
    return { brain: null, period: null, status: null, cells: [], findings: submission, ignored: [] }
  const { brain, period, status } = submission
  const cells: IntakeCell[] = []
  const findings = [...identityFindings(submission, upload)]
  submission.cells.forEach((cell, i) => {
    const read = readCell(cell, i, period, upload)
    if ('rule' in read) findings.push(read)
    else cells.push(read)
  })
  return { brain, period, status, cells, findings, ignored: [] }
}

function checked(bytes: Uint8Array): CheckedSubmission | IntakeFinding[] {
  try {
    return requireSchema(ReportSubmission, parseJson(bytes))
  } catch (error) {
    if (!(error instanceof HttpProblem)) throw error
    return error.findings.map(({ place, rule, remedy }) =>
      place === '/by' && rule === 'type'
        ? nobodyNamed()
        : blocking(at(place), rule, error.text, remedy),
    )
  }
}

const nobodyNamed = (): IntakeFinding =>
  blocking(
    at('/by'),
    'by',
    { zh: '没有写明由谁报送。', en: 'It does not say who reports.' },
    {
      zh: '在 by 字段写上报送人姓名或系统名称，如 "by": "李敏"。',
      en: 'Name the person or system that reports in "by", such as "by": "Li Min".',
    },
  )

function identityFindings(
  { brain, period }: CheckedSubmission,
  { expect, brains }: Upload,
): IntakeFinding[] {
  const findings: IntakeFinding[] = []
  if (expect.brain !== null && expect.brain !== brain)
    findings.push(
      TABLE_FAULTS.otherBrain(at('/brain'), brain, brains.get(expect.brain) ?? expect.brain),
    )
  if (expect.brain === null && !brains.has(brain))
    findings.push(TABLE_FAULTS.unknownBrain(at('/brain'), brain, null))
  if (expect.period !== null && expect.period !== period)
    findings.push(TABLE_FAULTS.otherPeriod(at('/period'), period, expect.period))
  return findings
}

/** A value in another unit is converted as in a workbook; what its indicator allows is checked later. */
function readCell(
  cell: CheckedSubmission['cells'][number],
  i: number,
  ofReport: string,
  { indicators }: Upload,
): IntakeCell | IntakeFinding {
  const place = at(`/cells/${i}`)
  const indicator = indicators.get(cell.indicator)
  if (!indicator) {
    const close = indicatorNames(indicators).suggest(cell.indicator)
    return TABLE_FAULTS.unknownIndicator(at(`/cells/${i}/indicator`), cell.indicator, close)
  }
  const own = { place, indicator: indicator.id, period: cell.period ?? ofReport }
  if ((cell.value === undefined) === (cell.absent === undefined)) return bothOrNeither(place)
  if (cell.value === undefined)
    return { ...own, value: null, absent: cell.absent ?? null, note: null }
  const known: readonly string[] = [
    indicator.unit,
    UNITS[indicator.unit].zh,
    UNITS[indicator.unit].en,
  ]
  if (known.includes(cell.unit)) return { ...own, value: cell.value, absent: null, note: null }
  const read = readEntry({
    ...{ indicator, unit: cell.unit, reason: '' },
    cell: {
      row: i,
      column: 1,
      kind: 'number',
      text: decimalOf(cell.value),
      look: 'plain',
      formula: 'none',
    },
    places: { value: place, reason: place, unit: at(`/cells/${i}/unit`) },
  })
  if (read.kind === 'fault') return read.finding
  if (read.kind === 'value') return { ...own, value: read.value, absent: null, note: read.note }
  return bothOrNeither(place)
}

const bothOrNeither = (place: CellPlace): IntakeFinding =>
  blocking(
    place,
    'valueOrAbsent',
    { zh: '没有给出一个数值或一个原因。', en: 'There is not exactly one of a value and a reason.' },
    { zh: '给出 value 或 absent 之一。', en: 'Give either "value" or "absent".' },
  )
