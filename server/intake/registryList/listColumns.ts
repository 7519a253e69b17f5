import type { LocalText } from '../../../src/domain/text.ts'
import { splitBrackets, wordKey } from '../table/columnWords.ts'

/** What a column of a list of brains holds, in the order in which a list is written. */
export const LIST_ROLES = [
  'id',
  'batch',
  'domain',
  'subIndustry',
  'name',
  'leadUnit',
  'jointUnits',
  'city',
  'county',
  'place',
  'organiser',
  'stage',
  'stageDate',
  'document',
  'honours',
  'origin',
] as const
export type ListRole = (typeof LIST_ROLES)[number]

/** The title that a list of ours has; every one of them is understood, and the words below. */
export const LIST_TITLES: Readonly<Record<ListRole, LocalText>> = {
  id: { zh: '编号', en: 'ID' },
  batch: { zh: '批次年度', en: 'Batch' },
  domain: { zh: '领域', en: 'Domain' },
  subIndustry: { zh: '细分行业', en: 'Sub-industry' },
  name: { zh: '产业大脑名称', en: 'Brain' },
  leadUnit: { zh: '揭榜单位', en: 'Lead unit' },
  jointUnits: { zh: '联合单位', en: 'Joint units' },
  city: { zh: '所在市', en: 'City' },
  county: { zh: '县（市、区）', en: 'County' },
  place: { zh: '所在地', en: 'Place' },
  organiser: { zh: '组织单位', en: 'Organiser' },
  stage: { zh: '阶段', en: 'Stage' },
  stageDate: { zh: '阶段日期', en: 'Stage since' },
  document: { zh: '依据文件', en: 'Document' },
  honours: { zh: '荣誉', en: 'Honours' },
  origin: { zh: '登记来源', en: 'Origin' },
}

const WORDS: Readonly<Record<ListRole, readonly string[]>> = {
  id: ['产业大脑编号', '大脑编号', '登记编号', 'brainid'],
  batch: ['批次', '年度', '批次/年度', '批次年份', '年份', '申报年度', '揭榜年度', 'year'],
  domain: ['大类', '领域大类', '所属领域', '领域(大类)', '行业领域', '行业大类', 'sector'],
  subIndustry: ['行业', '所属行业', '细分领域', '揭榜行业', '行业名称', 'industry'],
  name: ['名称', '产业大脑', '大脑名称', '项目名称', '建设名称', 'name', 'brainname'],
  leadUnit: ['揭榜单位/牵头单位', '牵头单位', '建设单位', '申报单位', '牵头揭榜单位', '链主企业'],
  jointUnits: ['联合揭榜单位', '参与单位', '联合建设单位', '联合申报单位', '协作单位'],
  city: ['市', '城市', '设区市', '所属市', '地市', '市地'],
  county: ['县', '区县', '县区', '县市区', '所在县', '所在区县', '所在县区', '区域'],
  place: ['所在市/县', '所在市县', '地区', '地点', '建设地点', '所属地区', '属地'],
  organiser: ['组织申报单位', '推荐单位', '主管单位', '组织部门'],
  stage: ['状态', '建设状态', '结果', '类别', '认定结果', '建设阶段', 'status'],
  stageDate: ['公布日期', '日期', '认定日期', '公布时间', '时间', 'date', 'since'],
  document: ['文件', '文号', '文件名称', '依据', '发文字号', 'source'],
  honours: ['称号', '荣誉称号', 'honours', 'honors'],
  origin: ['来源', '来源类型'],
}

const ROLES: ReadonlyMap<string, ListRole> = new Map(
  LIST_ROLES.flatMap((role) =>
    [role, LIST_TITLES[role].zh, LIST_TITLES[role].en, ...WORDS[role]].map(
      (word) => [wordKey(word), role] as const,
    ),
  ),
)

/** A row's number says nothing. */
const NUMBERING: ReadonlySet<string> = new Set(['序号', '#', 'no.', 'no'].map(wordKey))
export const isNumbering = (title: string): boolean => NUMBERING.has(wordKey(title))

/** What a title names, a remark in brackets behind it left aside: «领域（大类）». */
export const listRoleOf = (title: string): ListRole | undefined =>
  ROLES.get(wordKey(title)) ?? ROLES.get(wordKey(splitBrackets(title).word))
