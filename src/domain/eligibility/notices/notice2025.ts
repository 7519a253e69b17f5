import type { RuleSet } from '../ruleSet.ts'
import { clauseOf, featureCluster, innovationStrength, outputValue, statement } from './clauses.ts'

const clause = clauseOf('S08')

/** The call of 2025 (notice of 15 February 2025; S08, a reprint whose text is cut). */
export const NOTICE_2025: RuleSet = {
  batch: 2025,
  name: { zh: '2025 年度揭榜挂帅条件', en: 'Call of 2025' },
  clauses: [
    outputValue('S08'),
    featureCluster('S08'),
    clause('data', {
      name: { zh: '数据基础', en: 'Data base' },
      text: { zh: '数据基础较好', en: 'A fairly good data base' },
      need: statement('dataBase', '数据基础较好的说明', 'Statement of a fairly good data base'),
    }),
    innovationStrength('S08'),
    clause('jointUnits', {
      name: { zh: '联合单位', en: 'Joint units' },
      text: { zh: '联合单位原则上不超过 4 家', en: 'In principle at most four joint units' },
      need: {
        ...statement('fewJointUnits', '联合单位不超过 4 家', 'At most four joint units'),
        soft: true,
      },
      waivable: true,
    }),
  ],
  rest: {
    zh: '数据基础条款的公开文本不全',
    en: 'The public text of the data clause is cut',
  },
  sources: ['S08'],
}
