import { strFromU8, strToU8, unzipSync, zipSync, type Zippable } from 'fflate'
import readExcelFile from 'read-excel-file/node'

import { dictionaryFindings } from '../../server/intake/dictionaryFindings.ts'
import type { ReadIntake } from '../../server/intake/intakeCell.ts'
import { makeTemplate } from '../../server/intake/makeTemplate.ts'
import { readArchive } from '../../server/intake/readArchive.ts'
import { readUpload } from '../../server/intake/readUpload.ts'
import { CATALOGUE, REPORTED_INDICATORS } from '../../src/domain/catalogue/index.ts'
import { budget, calibrate, median, report } from './harness.ts'
import { wholeIntake } from './intakeXlsx/wholeIntake.ts'

const ROUNDS = 5
const RUNS = 20
const FILES = 5_000
const SHEET = 'xl/worksheets/sheet1.xml'

const INDICATORS = new Map(CATALOGUE.map((entry) => [entry.id, entry]))
const BRAINS = new Map([['bench', '示例产业大脑']])

/** The template of a month with every value filled in. */
async function filledTemplate(): Promise<Uint8Array> {
  const template = await makeTemplate({
    ...{ brain: { id: 'bench', name: '示例产业大脑' }, period: '2026-10', locale: 'zh-CN' },
    ...{ indicators: REPORTED_INDICATORS, lastValues: new Map() },
  })
  const parts = unzipSync(template)
  const xml = strFromU8(parts[SHEET] ?? new Uint8Array()).replace(
    /<c r="F(\d+)" s="(\d+)"\/>/g,
    (_, row: string, style: string) =>
      `<c r="F${row}" s="${style}"><v>${valueOf(Number(row) - 8)}</v></c>`,
  )
  return zipSync({ ...parts, [SHEET]: strToU8(xml) })
}

const valueOf = (at: number): number => Math.ceil(REPORTED_INDICATORS[at]?.min ?? 0) + 1

const read = (bytes: Uint8Array): ReadIntake =>
  readUpload({
    ...{ bytes, fileName: 'report.xlsx', contentType: '', expect: { brain: null, period: null } },
    ...{ brains: BRAINS, indicators: INDICATORS, today: '2026-11-15' },
  })

/** A report read and held to the dictionary. */
function ours(bytes: Uint8Array): void {
  const { cells, findings } = read(bytes)
  const asked = { brain: 'bench', period: '2026-10', status: 'final', cells } as const
  const faults = dictionaryFindings(asked, { indicators: INDICATORS, today: '2026-11-15' })
  if (cells.length !== REPORTED_INDICATORS.length || findings.length + faults.length > 0)
    throw new Error('The report was not read as it was written.')
}

const bare = async (bytes: Uint8Array): Promise<unknown> => readExcelFile(Buffer.from(bytes))

async function milliseconds(run: () => unknown): Promise<number> {
  const start = performance.now()
  for (let i = 0; i < RUNS; i++) await run()
  return (performance.now() - start) / RUNS
}

/** Cells a second over an archive of workbooks, read one by one. */
async function archiveRate(bytes: Uint8Array): Promise<number> {
  const files: Zippable = {}
  for (let i = 0; i < FILES; i++) files[`brain${i}.xlsx`] = [bytes, { level: 0 }]
  const archive = zipSync(files)
  const start = performance.now()
  let cells = 0
  for await (const file of readArchive(archive))
    if (file.bytes) cells += read(file.bytes).cells.length
  return (cells / (performance.now() - start)) * 1000
}

const bytes = await filledTemplate()
const scale = calibrate()
const first = performance.now()
ours(bytes)
const cold = (performance.now() - first) * scale
await bare(bytes)
const [times, ratios]: [number[], number[]] = [[], []]
for (let round = 0; round < ROUNDS; round++) {
  const plain = await milliseconds(() => bare(bytes))
  const own = await milliseconds(() => ours(bytes))
  times.push(own * scale)
  ratios.push(own / plain)
}
report('intakeXlsx', [
  budget(`a report of ${REPORTED_INDICATORS.length} cells for the first time, ms`, cold, 150),
  budget('the same again, ms', median(times), 25),
  budget('the same, times read-excel-file', median(ratios), 1.5),
  budget(
    `cells a second, ${FILES} workbooks in one archive`,
    (await archiveRate(bytes)) / scale,
    10_000,
    'higher',
  ),
  ...(await wholeIntake(scale)),
])
