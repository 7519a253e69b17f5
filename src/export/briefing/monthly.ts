import { DEFAULT_SELECTION } from '../../domain/selection.ts'
import { COUNTED_STAGES } from '../../domain/lifecycle.ts'
import { formatPeriod } from '../../domain/period.ts'
import { deskIndicators } from '../../figures/desk/context.ts'
import { selectionContribution } from '../../figures/desk/selectionContribution.ts'
import { selectionTable } from '../../figures/desk/selectionTable.ts'
import { selectionTrend } from '../../figures/desk/selectionTrend.ts'
import type { Figure } from '../../figures/figure.ts'
import { headline } from '../../figures/headline.ts'
import { latestMonth } from '../../figures/latest.ts'
import { say } from '../../figures/text/words.ts'
import { explored, indicatorsOf, registered } from './figureSources.ts'
import type { Template } from './template.ts'

const KEY = ['counted-brains', 'cluster-revenue', 'racks-in-use', 'firms-served', 'reporting-rate']
const BUILDING = ['build-out', 'lifecycle-flow', 'recent-changes']
const REVENUE = ['domain-revenue', 'city-map-cluster.revenue']
const PLATFORMS = [
  ...['rack-capacity', 'platform-compute', 'platform-data'],
  ...['platform-algorithms', 'platform-services'],
]
const PUBLIC = [
  ...['cited-pilots', 'cited-pool', 'cited-press', 'cited-served', 'named-brains'],
  ...['cited-build-out', 'public-map', 'province-statistics', 'cited-timeline', 'gaps'],
]

/** 月度运行简报: the programme in the last month that is due. */
export const monthly: Template = {
  id: 'monthly',
  name: { zh: '月度运行简报', en: 'Monthly briefing' },
  needsBrain: false,
  title: ({ context }) => {
    const period = formatPeriod(latestMonth(context), context.locale)
    return say(
      context.locale,
      `${period}产业大脑运行简报`,
      `Industry brains: briefing of ${period}`,
    )
  },
  sections: [
    {
      heading: { zh: '总体情况', en: 'Overview' },
      words: ({ context }) => [
        headline(context)
          .map(({ text }) => text)
          .join(''),
      ],
      figures: KEY.map(registered),
    },
    {
      heading: { zh: '公开数据', en: 'Published figures' },
      spaces: ['main'],
      figures: PUBLIC.map(registered),
    },
    { heading: { zh: '建设进展', en: 'Build-out' }, figures: BUILDING.map(registered) },
    {
      heading: { zh: '产业运行', en: 'Industry' },
      figures: [
        ...REVENUE.map(registered),
        explored(selectionTrend, { measure: 'yearOnYear' }),
        explored(selectionContribution, { measure: 'contribution' }),
      ],
    },
    {
      heading: { zh: '算力与平台', en: 'Compute and platforms' },
      figures: PLATFORMS.map(registered),
    },
    {
      heading: { zh: '考核与整改', en: 'Assessment and rectification' },
      figures: [registered('assessment'), registered('reporting-status')],
    },
    {
      heading: { zh: '各产业大脑明细', en: 'Brain by brain' },
      figures: [explored(selectionTable, { stages: COUNTED_STAGES }, listed)],
    },
  ],
  indicators: [
    ...new Set([
      ...indicatorsOf([...KEY, ...BUILDING, ...REVENUE, ...PLATFORMS, ...PUBLIC]),
      ...deskIndicators(DEFAULT_SELECTION),
    ]),
  ],
}

/** What the list of all brains is, instead of the finding of a selection. */
function listed(figure: Figure): { readonly title: string; readonly sentence: string } {
  const { locale, period } = figure
  const count = figure.kind === 'table' ? figure.rows.length : 0
  return {
    title: say(locale, `集群营业收入（${period}）`, `Cluster revenue (${period})`),
    sentence: say(
      locale,
      `纳入建设的 ${count} 个产业大脑按本期累计集群营业收入由高到低排列。`,
      `The ${count} counted brains by cumulative cluster revenue of the period, largest first.`,
    ),
  }
}
