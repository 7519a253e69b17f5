import type { Upload } from '../../../server/intake/upload.ts'
import { CATALOGUE } from '../../../src/domain/catalogue/index.ts'
import { csvCases } from './corpusCsv.ts'
import { fileCases } from './corpusFiles.ts'
import { identityCases } from './corpusIdentity.ts'
import { jsonCases } from './corpusJson.ts'
import type { OddFile } from './oddFile.ts'
import { layoutCases } from './corpusLayout.ts'
import { sheetCases } from './corpusSheets.ts'
import { tableCases } from './corpusTables.ts'
import { valueCases } from './corpusValues.ts'

export const BRAINS: ReadonlyMap<string, string> = new Map([
  ['tyre', '轮胎产业大脑'],
  ['crane', '起重机产业大脑'],
  ['glass-1', '玻璃产业大脑'],
  ['glass-2', '玻璃产业大脑'],
])

export const INDICATORS: Upload['indicators'] = new Map(CATALOGUE.map((one) => [one.id, one]))

export const TODAY = '2026-11-15'

/** Odd and broken files, each with what must come of it. */
export const CORPUS: readonly OddFile[] = [
  ...fileCases,
  ...sheetCases,
  ...tableCases,
  ...layoutCases,
  ...identityCases,
  ...valueCases,
  ...csvCases,
  ...jsonCases,
]
