import type { ListEntry } from '../../../src/contract/index.ts'
import type { CellPlace } from '../../intake/intakeCell.ts'
import { column, firstIn, grouped, listed, listIn, numberIn, type RuleTable } from './ruleFile.ts'

/** A line for each sub-industry of a batch year's list (榜单). */
export const listTable: RuleTable<ListEntry> = {
  sheet: { zh: '榜单', en: 'Lists' },
  columns: [
    column('year', '批次年度', 'Batch', 10),
    column('subIndustry', '细分行业', 'Sub-industry', 30),
    column('domain', '领域', 'Domain', 18),
    column('aliases', '别名', 'Aliases', 30),
    column('document', '依据文件', 'Document', 44),
  ],
  lines: (lists) =>
    lists.flatMap(({ year, subIndustries, document }) =>
      subIndustries.map(({ name, domain, aliases = [] }) => ({
        ...{ year: String(year), subIndustry: name, domain: domain ?? '', document },
        aliases: listed(aliases),
      })),
    ),
  entries: (lines) =>
    [...grouped(lines, 'year').values()].map((own) => {
      const places = new Map<string, CellPlace>()
      const first = own[0]
      if (first) places.set('', first.place('year')).set('/year', first.place('year'))
      own.forEach((line, i) => {
        places.set(`/subIndustries/${i}`, line.place('subIndustry'))
        places.set(`/subIndustries/${i}/domain`, line.place('domain'))
        places.set(`/subIndustries/${i}/aliases`, line.place('aliases'))
      })
      return {
        places,
        value: {
          year: numberIn(firstIn(own, 'year')),
          subIndustries: own.map(({ cells }) => ({
            ...{ name: cells['subIndustry'] ?? '', domain: cells['domain'] || null },
            ...(cells['aliases'] && { aliases: listIn(cells['aliases']) }),
          })),
          document: firstIn(own, 'document') ?? '',
        },
      }
    }),
}
