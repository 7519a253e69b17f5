import { REPORTED_INDICATORS } from '../../domain/catalogue/index.ts'
import { formatPeriod } from '../../domain/period.ts'
import type { Brain } from '../../domain/brain.ts'
import { assessmentsOf } from '../../figures/brain/assessments.ts'
import { brainHeader, type BrainHeader } from '../../figures/brain/brainHeader.ts'
import { brainLifecycle } from '../../figures/brain/lifecycle.ts'
import { brainThresholds } from '../../figures/brain/thresholds.ts'
import type { FigureContext } from '../../figures/definition.ts'
import { latestMonth } from '../../figures/latest.ts'
import { sentence } from '../../figures/text/findings.ts'
import { say } from '../../figures/text/words.ts'
import { kpisOfBrain, panelOfBrain, trendsOfBrain } from './figureSources.ts'
import type { Template, TemplateInput } from './template.ts'

/** One pair: it is meant to stay one page. */
const TRENDS = 2

/** 一脑一页: who a brain is, how far it got, what it reports and how it stands against its notice. */
export const brainPage: Template = {
  id: 'brain',
  name: { zh: '一脑一页', en: 'One-brain page' },
  needsBrain: true,
  onePage: true,
  title: ({ context, brain }) => {
    const period = formatPeriod(latestMonth(context), context.locale)
    const name = brain?.name ?? ''
    return say(context.locale, `${name}一脑一页（${period}）`, `${name} (${period})`)
  },
  sections: [
    {
      heading: { zh: '基本情况', en: 'Profile' },
      words: ofBrain(profile),
      figures: [kpisOfBrain],
    },
    {
      heading: { zh: '走势、建设过程与申报门槛', en: 'Trends, lifecycle and thresholds' },
      figures: [trendsOfBrain(TRENDS), ...[brainLifecycle, brainThresholds].map(panelOfBrain)],
    },
  ],
  indicators: REPORTED_INDICATORS.map(({ id }) => id),
}

function ofBrain(words: (context: FigureContext, brain: Brain) => string[]) {
  return ({ context, brain }: TemplateInput): string[] => (brain ? words(context, brain) : [])
}

/** Who and where, its stage and what is open, its assessments, its units. */
function profile(context: FigureContext, brain: Brain): string[] {
  const { locale } = context
  const header = brainHeader(context, brain)
  const { domain, subIndustry, place, batch } = header
  const assessed = assessmentsOf(context, brain.id).map(({ year, name }) =>
    say(locale, `${year} 年度${name}`, `${year} ${name}`),
  )
  return [
    sentence(locale, [header.name, domain, subIndustry, place, batch, ...header.honours]),
    sentence(locale, [stageWords(header, context), ...openWords(header, context)]),
    ...(assessed.length > 0
      ? [
          say(locale, '年度考核评估：', 'Assessments: ') +
            assessed.join(say(locale, '、', ', ')) +
            say(locale, '。', '.'),
        ]
      : []),
    header.roles
      .map(({ name, text }) => `${name}${say(locale, '：', ': ')}${text}`)
      .join(say(locale, '；', '; ')) + say(locale, '。', '.'),
  ]
}

const stageWords = ({ stage }: BrainHeader, { locale }: FigureContext): string =>
  say(locale, `当前阶段：${stage.name}`, `Stage: ${stage.name}`) +
  (stage.since ? say(locale, `（${stage.since} 起）`, ` (since ${stage.since})`) : '')

function openWords({ measures, next }: BrainHeader, { locale }: FigureContext): string[] {
  if (measures.length === 0) return next ? [`${next.what} ${next.text}`] : []
  return measures.map(({ reason, due, text }) =>
    say(
      locale,
      `限期整改（${reason}），${[due, text].filter(Boolean).join('，')}`,
      `rectification (${reason}), ${[due, text].filter(Boolean).join(', ')}`,
    ),
  )
}
