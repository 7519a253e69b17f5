import { DOMAIN_IDS } from '../../src/domain/brain.ts'
import { GROUPS, LARGEST_DATA_PAGE } from '../../src/domain/dataLink.ts'
import { MEASURES } from '../../src/domain/measure/question.ts'
import type { QueryParameter } from '../http/openapi.ts'
import { USUAL_PAGE } from '../openData/observationPage.ts'

const parameter = (
  name: string,
  zh: string,
  en: string,
  rest: Omit<QueryParameter, 'name' | 'text'> = {},
): QueryParameter => ({ name, text: { zh, en }, ...rest })

const LANG = parameter(
  'lang',
  '名称、单位与 CSV 表头的语言',
  'Language of names, units and the CSV heading',
  { values: ['zh-CN', 'en'], fallback: 'zh-CN' },
)
const FORMAT = parameter('format', '答复格式', 'Format of the answer', {
  values: ['json', 'csv'],
  fallback: 'json',
})
const AS_OF = parameter(
  'asOf',
  '截至某一时刻（UTC）已知的数据；不给即现在',
  'What was known at an instant (UTC); now where it is not given',
  { example: '2026-11-16T08:00:00Z' },
)
const FROM = parameter(
  'from',
  '起始期：2025-01、2025-Q1、2025-H1 或 2025',
  'First period: 2025-01, 2025-Q1, 2025-H1 or 2025',
  { example: '2025-01' },
)
const TO = parameter('to', '截止期（含）', 'Last period (included)', { example: '2026-10' })
const INDICATOR = parameter(
  'indicator',
  '指标编号，多个用逗号分开',
  'Indicator ids, separated by commas',
  { example: 'cluster.revenue' },
)
const LISTS = '，多个用逗号分开'

export const OBSERVATION_QUERY: readonly QueryParameter[] = [
  INDICATOR,
  parameter(
    'entity',
    `产业大脑编号或行政区划代码${LISTS}`,
    'Ids of brains or adcodes of regions, separated by commas',
    { example: '370000' },
  ),
  parameter('domain', `领域编号${LISTS}`, 'Domain ids, separated by commas', {
    values: DOMAIN_IDS,
  }),
  parameter(
    'city',
    `设区市代码${LISTS}；含该市自身的统计`,
    'Adcodes of cities, separated by commas; holds their own statistics too',
    { example: '370200' },
  ),
  parameter('batch', `批次年份${LISTS}`, 'Batch years, separated by commas', { example: '2024' }),
  FROM,
  TO,
  AS_OF,
  LANG,
  FORMAT,
  parameter(
    'page',
    '页码，从 1 起；Link 头给出前后页',
    'Page, from 1; the Link header names the others',
    { fallback: '1' },
  ),
  parameter(
    'size',
    `每页行数，至多 ${LARGEST_DATA_PAGE}`,
    `Rows a page, at most ${LARGEST_DATA_PAGE}`,
    {
      fallback: String(USUAL_PAGE),
    },
  ),
]

export const QUERY_QUERY: readonly QueryParameter[] = [
  { ...INDICATOR, required: true },
  parameter(
    'groupBy',
    '分组；region 读各地区自身的统计，其余按产业大脑汇总',
    'Groups; region reads the statistics of regions, the others add up brains',
    { values: GROUPS, fallback: 'all' },
  ),
  parameter('measure', '度量', 'Measure', { values: MEASURES, fallback: 'value' }),
  FROM,
  TO,
  parameter('base', '指数的基期；不给即首期', 'Base of an index; the first period without it', {
    example: '2025-01',
  }),
  parameter('brains', `产业大脑编号${LISTS}`, 'Ids of brains, separated by commas'),
  parameter('domains', `领域编号${LISTS}`, 'Domain ids, separated by commas', {
    values: DOMAIN_IDS,
  }),
  parameter('subIndustries', `细分行业${LISTS}`, 'Sub-industries, separated by commas'),
  parameter('cities', `设区市代码${LISTS}`, 'Adcodes of cities, separated by commas', {
    example: '370200',
  }),
  parameter('counties', `县区代码${LISTS}`, 'Adcodes of counties, separated by commas'),
  parameter('batches', `批次年份${LISTS}`, 'Batch years, separated by commas', {
    example: '2024',
  }),
  AS_OF,
  LANG,
  FORMAT,
]

export const LISTING_QUERY: readonly QueryParameter[] = [LANG, FORMAT]
export const BRAIN_QUERY: readonly QueryParameter[] = [AS_OF, LANG, FORMAT]
