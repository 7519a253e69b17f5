import type { RuleSet } from '../ruleSet.ts'
import { allOf, anyOf, clauseOf, reading, statement } from './clauses.ts'

const clause = clauseOf('S01')

/** The first call (首批揭榜挂帅, spring of 2023; S01). */
export const NOTICE_2023: RuleSet = {
  batch: 2023,
  name: { zh: '2023 年首批揭榜挂帅条件', en: 'First call, 2023' },
  clauses: [
    clause('revenue', {
      name: { zh: '集群营业收入', en: 'Cluster revenue' },
      text: {
        zh: '集群上一年度营业收入 100 亿元以上',
        en: 'Cluster revenue of the year before at least CNY 10 bn',
      },
      need: reading('revenue', 'cluster.revenue', 'lastYear', 100),
    }),
    clause('chain', {
      name: { zh: '产业链', en: 'Industrial chain' },
      text: {
        zh: '产业链条完整，链主企业引领，有瞪羚、专精特新、单项冠军企业',
        en: 'A complete chain led by a chain leader, with gazelle, SRDI and single-champion firms',
      },
      need: allOf(
        'chain',
        statement(
          'chainComplete',
          '产业链完整、链主企业引领的说明',
          'Statement that the chain is complete and led by a chain leader',
        ),
        anyOf(
          'chainFirms',
          reading('gazelleFirms', 'cluster.gazelleFirms', 'latest', 1),
          reading('srdiFirms', 'cluster.srdiFirms', 'latest', 1),
          reading('championFirms', 'cluster.championFirms', 'latest', 1),
        ),
      ),
    }),
    clause('data', {
      name: { zh: '数据基础', en: 'Data base' },
      text: {
        zh: '获批省级工业大数据区域中心或行业中心 1 个以上，或规划建设 1,000 个以上机柜的数据中心',
        en: 'At least one approved provincial industrial big-data regional or industry centre, or a planned data centre of at least 1,000 racks',
      },
      need: anyOf(
        'data',
        reading('centres', 'compute.centres', 'latest', 1),
        reading('racksPlanned', 'compute.racksPlanned', 'latest', 1000),
      ),
    }),
    clause('warehouses', {
      name: { zh: '三类数据仓', en: 'Three data warehouses' },
      text: {
        zh: '建有公共、行业、企业三类数据仓',
        en: 'Public, industry and enterprise data warehouses',
      },
      need: {
        kind: 'count',
        id: 'warehouses',
        indicators: [
          'warehouses.publicVolume',
          'warehouses.industryVolume',
          'warehouses.enterpriseVolume',
        ],
        least: 3,
      },
    }),
    clause('innovation', {
      name: { zh: '省级以上创新平台', en: 'Innovation platforms' },
      text: {
        zh: '省级及以上创新平台 2 个以上',
        en: 'At least two innovation platforms of provincial level or above',
      },
      need: reading('innovationPlatforms', 'innovation.platforms', 'latest', 2),
    }),
    clause('digitalIp', {
      name: { zh: '数字知识产权与标准', en: 'Digital IP and standards' },
      text: {
        zh: '链主企业具有数字化知识产权、参与标准制定（来源将两项并列，未写“或”，此处两项均须具备）',
        en: 'Digital intellectual property and standards of the chain leader (the source lists both without an "or": here both are needed)',
      },
      need: allOf(
        'digitalIp',
        reading('digitalIpHeld', 'innovation.digitalIp', 'latest', 1),
        reading('standards', 'innovation.standards', 'latest', 1),
      ),
    }),
    clause('integrity', {
      name: { zh: '信用与安全', en: 'Integrity' },
      text: {
        zh: '揭榜单位近三年无重大违法，无重大质量、安全、环保事故，信用良好',
        en: 'Lead unit: no major violation in three years, no major quality, safety or environmental accident, good credit',
      },
      need: allOf(
        'integrity',
        statement(
          'noViolation',
          '近三年无重大违法的证明',
          'Proof of no major violation in three years',
        ),
        statement(
          'noAccident',
          '无重大质量、安全、环保事故的证明',
          'Proof of no major quality, safety or environmental accident',
        ),
        statement('credit', '信用良好的证明', 'Proof of good credit'),
      ),
    }),
  ],
  rest: {
    zh: '通知全文与附件未公开，此处按公开报道所列条件',
    en: 'The full notice and its annexes are not public; these are the conditions that the press lists',
  },
  sources: ['S01'],
}
