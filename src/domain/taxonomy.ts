import type { DomainId } from './brain.ts'
import { DOMAIN_NAMES } from './domainName.ts'
import type { LocalText } from './text.ts'

export { DOMAIN_NAMES, domainName } from './domainName.ts'
export { SUB_INDUSTRIES, type SubIndustry } from './subIndustry.ts'

/**
 * The list of one batch year, as far as it is public. `domains` is null where no source names them;
 * `named` and `sectors` hold only what a source prints, so `complete` is false for every year.
 */
export interface Taxonomy {
  readonly year: number
  readonly domainCount: number
  readonly subIndustryCount: number
  readonly domains: readonly DomainId[] | null
  /** Sub-industries of the list that a source names. */
  readonly named: readonly LocalText[]
  /** Key sectors that a source mentions beside the list: neither its domains nor its sub-industries. */
  readonly sectors: readonly string[]
  readonly complete: false
  readonly sources: readonly string[]
}

/** The lists of 2023 (7/25), 2024 (11/49) and 2025 (10/45). */
export const TAXONOMIES: readonly Taxonomy[] = [
  {
    year: 2023,
    domainCount: 7,
    subIndustryCount: 25,
    domains: [
      'machinery',
      'chemicals',
      'light',
      'textiles',
      'electronics',
      'itServices',
      'producerServices',
    ],
    named: [
      { zh: '风能原动设备', en: 'Wind-power prime movers' },
      { zh: '海洋工程装备制造', en: 'Offshore engineering equipment' },
      { zh: '集成电路', en: 'Integrated circuits' },
      { zh: '高端软件', en: 'High-end software' },
    ],
    sectors: ['新一代信息技术', '高端装备', '纺织服装', '交通运输'],
    complete: false,
    sources: ['S01', 'S02'],
  },
  {
    year: 2024,
    domainCount: 11,
    subIndustryCount: 49,
    domains: null,
    named: [],
    sectors: ['新一代信息技术', '高端装备', '纺织服装'],
    complete: false,
    sources: ['S03', 'S04', 'S05'],
  },
  {
    year: 2025,
    domainCount: 10,
    subIndustryCount: 45,
    domains: null,
    named: [],
    sectors: ['高端装备', '先进材料', '生物医药', '人工智能'],
    complete: false,
    sources: ['S08'],
  },
]

/** The list of a batch year, or undefined for a year without a call. */
export const taxonomyOf = (year: number): Taxonomy | undefined =>
  TAXONOMIES.find((taxonomy) => taxonomy.year === year)

/** Our reading of names as printed. A name that spans several domains maps to none of the seven. */
const CROSSWALK: ReadonlyMap<string, DomainId> = new Map([
  ['风能原动设备', 'machinery'],
  ['海洋工程装备制造', 'machinery'],
  ['集成电路', 'electronics'],
  ['高端软件', 'itServices'],
  ['高端装备', 'machinery'],
  ['纺织服装', 'textiles'],
  ['人工智能', 'itServices'],
  ['交通运输', 'producerServices'],
])

const BY_NAME: ReadonlyMap<string, DomainId> = new Map([
  ...Object.entries(DOMAIN_NAMES).map(([id, { zh }]) => [zh, id as DomainId] as const),
  ...CROSSWALK,
])

/**
 * Domain of 2023 to which a domain, sector or sub-industry of any year belongs: `other` for every name
 * without a clear place (新一代信息技术, 先进材料, 生物医药 …). The mapping is ours; no source states one.
 */
export const crosswalk = (name: string): DomainId => BY_NAME.get(name.trim()) ?? 'other'
