import { enteredCounts, programmeCounts, type BrainState } from '../domain/lifecycle.ts'
import { proposedDisqualifications } from '../domain/programme/proposals.ts'
import type { FigureDefinition } from './definition.ts'
import { absentFigure, meaning } from './meaning.ts'
import { countableProgramme } from './programme.ts'
import { say } from './text/words.ts'

const ID = 'lifecycle-flow'
const name = { zh: '建设全流程', en: 'The way to designation' }

/** How many brains ever entered each stage, with the branches: pool, rectification, disqualified. */
export const lifecycleFlow: FigureDefinition = {
  id: ID,
  name,
  indicators: [],
  build: (context) => {
    const { locale } = context
    const title = say(locale, name.zh, name.en)
    const states = countableProgramme(context)?.states ?? new Map<string, BrainState>()
    const entered = enteredCounts(states)
    if (entered.applied === 0)
      return absentFigure(
        context,
        ID,
        title,
        say(
          locale,
          '申报、评审、公示环节的数量未公开',
          'Counts of applications and reviews are not public',
        ),
        say(locale, '导入建设过程记录后显示', 'Shown once lifecycle events are imported'),
      )
    const { rectifying, byStage } = programmeCounts(states)
    const { brains, events } = context.cube
    const proposed = proposedDisqualifications(brains, events, context.today).length
    return {
      ...meaning(context, {
        id: ID,
        title,
        unit: say(locale, '累计进入 · 下方为现有 · 个', 'ever entered · below: now'),
        period: say(locale, `截至 ${context.today}`, `as of ${context.today}`),
        definition: say(
          locale,
          '主线为自首批揭榜以来进入过该阶段的产业大脑数；入库培育、其中整改、拟取消、已取消为现有数，不是累计；整改中的产业大脑仍计在所处阶段；拟取消为满两年未通过考核评估、建议取消资格的产业大脑',
          'Stages: brains that ever entered them since the first call. Pool, rectification, proposed and disqualified: as they stand now, not cumulative; a brain under rectification still counts in its stage; proposed: no pass in two full years, disqualification is proposed',
        ),
        asOf: context.today,
        finding: say(
          locale,
          `申报 ${entered.applied} 个，进入试点 ${entered.pilot} 个，挂牌 ${entered.designated} 个；其中整改 ${rectifying} 个${proposed > 0 ? `，建议取消资格 ${proposed} 个` : ''}。`,
          `${entered.applied} applied, ${entered.pilot} became pilots, ${entered.designated} are designated; ${rectifying} of those under rectification${proposed > 0 ? `; disqualification of ${proposed} is proposed` : ''}.`,
        ),
      }),
      kind: 'flow',
      stages: [
        { id: 'applied', name: say(locale, '申报', 'applied'), count: entered.applied },
        { id: 'reviewed', name: say(locale, '评审', 'reviewed'), count: entered.reviewed },
        { id: 'publicised', name: say(locale, '公示', 'publicised'), count: entered.publicised },
        { id: 'pilot', name: say(locale, '建设试点', 'pilot'), count: entered.pilot },
        { id: 'accepted', name: say(locale, '验收', 'accepted'), count: entered.accepted },
        { id: 'designated', name: say(locale, '挂牌', 'designated'), count: entered.designated },
      ],
      branches: [
        {
          id: 'pool',
          name: say(locale, '现有入库', 'in the pool'),
          count: byStage.pool,
          symbol: 'pool',
          from: 'publicised',
          style: 'ribbon',
        },
        {
          id: 'rectification',
          name: say(locale, '其中整改', 'rectifying'),
          count: rectifying,
          symbol: 'rectification',
          from: 'pilot',
          style: 'dashed',
        },
        ...(proposed > 0
          ? [
              {
                id: 'proposed',
                name: say(locale, '拟取消', 'proposed'),
                count: proposed,
                symbol: 'stop' as const,
                from: 'designated',
                style: 'label' as const,
              },
            ]
          : []),
        {
          id: 'disqualified',
          name: say(locale, '已取消', 'disqualified'),
          count: byStage.disqualified,
          symbol: 'disqualified',
          from: 'designated',
          style: 'label',
        },
      ],
    }
  },
}
