import type { RuleSet } from '../ruleSet.ts'
import {
  allOf,
  anyOf,
  clauseOf,
  featureCluster,
  innovationStrength,
  outputValue,
  reading,
  statement,
} from './clauses.ts'

const clause = clauseOf('S03')

/** The call of 2024 (notice of 8 April 2024; S03). */
export const NOTICE_2024: RuleSet = {
  batch: 2024,
  name: { zh: '2024 年度揭榜挂帅条件', en: 'Call of 2024' },
  clauses: [
    outputValue('S03'),
    featureCluster('S03'),
    clause('data', {
      name: { zh: '数据基础', en: 'Data base' },
      text: {
        zh: '获批省级工业大数据区域中心或行业中心，或规划建设满足存算需求的数据中心；企业数字化基础较好',
        en: 'An approved provincial regional or industry centre, or a planned centre that meets the storage and compute need; firms fairly digitalised',
      },
      need: allOf(
        'data',
        anyOf(
          'dataCentre',
          reading('centres', 'compute.centres', 'latest', 1),
          statement(
            'storageCompute',
            '规划建设满足存算需求的数据中心的说明',
            'Plan of a centre that meets the storage and compute need',
          ),
        ),
        statement(
          'digitalised',
          '企业数字化基础较好的说明',
          'Statement that firms are fairly digitalised',
        ),
      ),
    }),
    innovationStrength('S03'),
    clause('plan', {
      name: { zh: '建设方案', en: 'Plan' },
      text: {
        zh: '方案须写明产业集群痛点与数据场景，并规划四大平台',
        en: 'The plan names the pain points and data scenes of the cluster and plans the four platforms',
      },
      need: allOf(
        'plan',
        statement('painPoints', '痛点与数据场景的方案', 'Plan of pain points and data scenes'),
        statement('fourPlatforms', '四大平台的规划', 'Plan of the four platforms'),
      ),
    }),
  ],
  rest: {
    zh: '附件与揭榜单位信用条款未见公开文本；存算需求未定机架数',
    en: 'Annexes and any clause on the credit of lead units are not public; no number of racks is set',
  },
  sources: ['S03'],
}
