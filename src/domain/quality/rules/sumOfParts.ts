import { partFindings } from '../partFindings.ts'
import { PART_RELATIONS } from '../relations.ts'
import type { QualityRule } from '../rule.ts'

const MEMBERS = new Set(PART_RELATIONS.flatMap(({ whole, parts }) => [whole, ...parts]))

/** Parts that add up to more than their whole. */
export const sumOfParts: QualityRule = {
  id: 'sumOfParts',
  severity: 'block',
  name: { zh: '部分大于整体', en: 'Parts exceed the whole' },
  rationale: {
    zh: '口径写明的“其中”项不得大于总数：规上、专精特新服务企业之于累计服务企业，转型企业之于规上企业，增加值之于总产值。未在本次报送的一方取已存数。',
    en: 'What a definition calls a part is never more than its whole: served firms above scale or SRDI, transformed firms, value added in output. A side that the report leaves out is taken as stored.',
  },
  source: {
    zh: '指标字典口径；GB/T 36344—2018 数据质量评价指标：一致性',
    en: 'Definitions of the dictionary; GB/T 36344-2018, consistency',
  },
  appliesTo: ({ id }) => MEMBERS.has(id),
  check: (cell, ledger) => partFindings(cell, ledger, PART_RELATIONS),
  examples: {
    passes: {
      report: { 'service.aboveScaleServed': { '2026-03': 40 } },
      history: { 'service.firmsServed': { '2026-03': 800 } },
    },
    fails: {
      report: { 'service.aboveScaleServed': { '2026-03': 850 } },
      history: { 'service.firmsServed': { '2026-03': 800 } },
    },
  },
}
