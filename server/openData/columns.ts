import type { BrainRow, DataRow, IndicatorRow, QueryRow } from '../../src/contract/index.ts'
import { textOf } from '../../src/domain/text.ts'
import type { Locale } from '../../src/domain/text.ts'
import type { Column, CsvCell } from './csvText.ts'

type Named<Row> = readonly (readonly [keyof Row & string, string])[]

const OBSERVATIONS: Named<DataRow> = [
  ['indicator', '指标编号'],
  ['indicatorName', '指标'],
  ['unit', '单位'],
  ['entity', '对象编号'],
  ['entityName', '对象'],
  ['city', '市'],
  ['domain', '领域'],
  ['period', '期'],
  ['value', '数值'],
  ['absent', '缺失原因'],
  ['status', '状态'],
  ['origin', '来源'],
  ['knownAt', '获知时间'],
  ['report', '报送编号'],
]

const QUERY: Named<QueryRow> = [
  ['indicator', '指标编号'],
  ['indicatorName', '指标'],
  ['measure', '度量'],
  ['unit', '单位'],
  ['group', '分组编号'],
  ['groupName', '分组'],
  ['period', '期'],
  ['value', '数值'],
  ['absent', '缺失原因'],
  ['covered', '已报送家数'],
  ['expected', '应报送家数'],
  ['origins', '来源'],
]

const INDICATORS: Named<IndicatorRow> = [
  ['id', '指标编号'],
  ['group', '组'],
  ['name', '指标'],
  ['unit', '单位'],
  ['kind', '类型'],
  ['aggregation', '加总方式'],
  ['weight', '权重指标'],
  ['overlaps', '可能交叉'],
  ['direction', '方向'],
  ['cadence', '频率'],
  ['reportedFrom', '报送起点'],
  ['basis', '依据'],
  ['decimals', '小数位'],
  ['definition', '统计口径'],
]

const BRAINS: Named<BrainRow> = [
  ['id', '编号'],
  ['name', '产业大脑'],
  ['subIndustry', '细分行业'],
  ['domain', '领域编号'],
  ['domainName', '领域'],
  ['city', '市编号'],
  ['cityName', '市'],
  ['county', '县区编号'],
  ['place', '所在地'],
  ['organiser', '组织单位'],
  ['leadUnit', '揭榜单位'],
  ['batch', '批次'],
  ['origin', '来源'],
  ['stage', '阶段'],
  ['since', '自'],
]

/** Columns with headings in Chinese, or in English the names that JSON has. */
const columnsOf =
  <Row>(named: Named<Row>) =>
  (locale: Locale): readonly Column<Row>[] =>
    named.map(([key, zh]) => ({
      title: textOf({ zh, en: key }, locale),
      cell: (row) => cellOf(row[key]),
    }))

/** Lists in one cell are joined: simulated+public. */
const cellOf = (value: unknown): CsvCell =>
  Array.isArray(value) ? value.join('+') : (value as CsvCell)

export const observationColumns = columnsOf(OBSERVATIONS)
export const queryColumns = columnsOf(QUERY)
export const indicatorColumns = columnsOf(INDICATORS)
export const brainColumns = columnsOf(BRAINS)
