import { partFindings } from '../partFindings.ts'
import { RACK_RELATIONS } from '../relations.ts'
import type { QualityRule } from '../rule.ts'

const MEMBERS = new Set(RACK_RELATIONS.flatMap(({ whole, parts }) => [whole, ...parts]))

/** Racks in use, built and planned out of order. */
export const rackOrder: QualityRule = {
  id: 'rackOrder',
  severity: 'block',
  name: { zh: '在用 ≤ 建成 ≤ 规划', en: 'In use ≤ built ≤ planned' },
  rationale: {
    zh: '规划数含已建成，在用机架须先建成；三数均按 2.5 千瓦折算。未在本次报送的一方取已存数。',
    en: 'Planned racks include those built, and a rack in use has been built; all three in racks of 2.5 kW. A side that the report leaves out is taken as stored.',
  },
  source: {
    zh: '指标字典口径（规划、建成、在用标准机架数）',
    en: 'Definitions of the dictionary (racks planned, built, in use)',
  },
  appliesTo: ({ id }) => MEMBERS.has(id),
  check: (cell, ledger) => partFindings(cell, ledger, RACK_RELATIONS),
  examples: {
    passes: {
      report: {
        'compute.racksBuilt': { '2026-03': 900 },
        'compute.racksInUse': { '2026-03': 900 },
      },
      history: { 'compute.racksPlanned': { '2026-03': 1200 } },
    },
    fails: {
      report: { 'compute.racksPlanned': { '2026-03': 700 } },
      history: { 'compute.racksBuilt': { '2026-03': 900 } },
    },
  },
}
