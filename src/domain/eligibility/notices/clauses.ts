import type { LocalText } from '../../text.ts'
import type { Clause, Need, ReadingNeed, StatementNeed } from '../ruleSet.ts'

export const statement = (id: string, zh: string, en: string): StatementNeed => ({
  ...{ kind: 'statement', id, what: { zh, en } },
})

export const anyOf = (id: string, ...of: readonly Need[]): Need => ({ kind: 'any', id, of })
export const allOf = (id: string, ...of: readonly Need[]): Need => ({ kind: 'all', id, of })

type Floor = Partial<Pick<ReadingNeed, 'soft' | 'floor'>>

export const reading = (
  id: string,
  indicator: string,
  basis: ReadingNeed['basis'],
  least: number | null,
  { soft = false, floor = null }: Floor = {},
): ReadingNeed => ({ ...{ kind: 'reading', id, indicator, basis, least, soft, floor } })

interface ClauseParts {
  readonly name: LocalText
  readonly text: LocalText
  readonly need: Need
  readonly waivable?: boolean
}

/** A clause of the notice that `source` reports. */
export const clauseOf =
  (source: string) =>
  (id: string, { waivable = false, ...parts }: ClauseParts): Clause => ({
    ...{ id, ...parts, waivable, sources: [source] },
  })

/** Output value of about 100 亿元, which the notices of 2024 and 2025 let the office relax. */
export const outputValue = (source: string): Clause =>
  clauseOf(source)('outputValue', {
    name: { zh: '集群产值', en: 'Cluster output value' },
    text: {
      zh: '集群产值原则上 100 亿元以上，可适当放宽',
      en: 'Cluster output value in principle at least CNY 10 bn; may be relaxed',
    },
    need: reading('outputValue', 'cluster.outputValue', 'lastYear', 100, { soft: true }),
    waivable: true,
  })

/** The cluster is recognised as 特色产业集群 and leads its market (2024, 2025). */
export const featureCluster = (source: string): Clause =>
  clauseOf(source)('featureCluster', {
    name: { zh: '特色产业集群', en: 'Characteristic cluster' },
    text: {
      zh: '属国家级或省级特色产业集群，市场占有率较高',
      en: 'A national or provincial characteristic cluster with a high market share',
    },
    need: allOf(
      'featureCluster',
      statement(
        'featureClusterListed',
        '国家级或省级特色产业集群认定',
        'Recognition as a national or provincial characteristic cluster',
      ),
      statement('marketShare', '市场占有率较高的证明', 'Proof of a high market share'),
    ),
  })

/** Strong innovation, without a number (2024, 2025). */
export const innovationStrength = (source: string): Clause =>
  clauseOf(source)('innovation', {
    name: { zh: '创新能力', en: 'Innovation' },
    text: { zh: '产业创新能力较强', en: 'Strong ability to innovate' },
    need: statement(
      'innovationStrength',
      '产业创新能力较强的证明',
      'Proof of a strong ability to innovate',
    ),
  })
