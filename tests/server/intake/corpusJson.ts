import type { OddFile } from './oddFile.ts'
import { raw } from './corpusReport.ts'

const REPORT = {
  brain: 'tyre',
  period: '2026-10',
  by: '统计员',
  cells: [{ indicator: 'cluster.revenue', unit: '亿元', value: 100 }],
}
const json = (value: unknown) => () => raw(JSON.stringify(value), '报送.json')
const withCell = (cell: object) => json({ ...REPORT, cells: [cell] })

/** Reports in JSON, as systems write them. */
export const jsonCases: readonly OddFile[] = [
  { name: 'JSON', file: json(REPORT), cells: ['cluster.revenue 100'] },
  {
    name: 'JSON that does not say who reports',
    file: json({ ...REPORT, by: undefined }),
    told: ['by /by'],
  },
  {
    name: 'JSON in another unit',
    file: withCell({ indicator: 'cluster.revenue', unit: '万元', value: 12_300 }),
    cells: ['cluster.revenue 1.23'],
    note: '换算',
  },
  {
    name: 'JSON in a unit of something else',
    file: withCell({ indicator: 'cluster.revenue', unit: 'TB', value: 1 }),
    told: ['unit /cells/0/unit'],
  },
  {
    name: 'JSON with an absence',
    file: withCell({ indicator: 'cluster.revenue', unit: '亿元', absent: 'withheld' }),
    cells: ['cluster.revenue withheld'],
  },
  {
    name: 'JSON with neither',
    file: withCell({ indicator: 'cluster.revenue', unit: '亿元' }),
    told: ['valueOrAbsent /cells/0'],
  },
  {
    name: 'JSON with an unknown indicator',
    file: withCell({ indicator: 'cluster.revenues', unit: '亿元', value: 1 }),
    told: ['unknownIndicator /cells/0/indicator'],
  },
  {
    name: 'JSON of another brain',
    file: json({ ...REPORT, brain: 'crane' }),
    cells: ['cluster.revenue 100'],
    told: ['otherBrain /brain'],
  },
  {
    name: 'JSON of another month',
    file: json({ ...REPORT, period: '2026-09' }),
    cells: ['cluster.revenue 100 2026-09'],
    told: ['otherPeriod /period'],
  },
  {
    name: 'JSON with an unknown field',
    file: json({ ...REPORT, colour: 1 }),
    told: ['unknownKey /colour'],
  },
  {
    name: 'JSON that is none',
    file: () => raw('{"brain": tyre}', '报送.json'),
    told: ['json line 1, column 11'],
  },
  {
    name: 'JSON 1,000 deep',
    file: () => raw('{"cells":'.repeat(1_000), '报送.json'),
    told: ['depth byte 144'],
  },
]
