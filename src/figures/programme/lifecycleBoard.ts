import { programmeCounts, STAGES, type BrainState, type Stage } from '../../domain/lifecycle.ts'
import type { Deadline } from '../../domain/programme/deadlines.ts'
import { PASS_RULE } from '../../domain/programme/passClock.ts'
import { proposedDisqualifications, type Proposal } from '../../domain/programme/proposals.ts'
import { STAGE_NAMES } from '../../domain/programme/transitions.ts'
import { textOf } from '../../domain/text.ts'
import { GRADE_SYMBOL } from '../brain/assessments.ts'
import type { FigureContext, FigureDefinition } from '../definition.ts'
import { meaning } from '../meaning.ts'
import { ownProgramme } from '../programme.ts'
import { deadlineName, leftWords, proposalText } from '../text/deadlineWords.ts'
import { reasonWords } from '../text/reasons.ts'
import { capital, say, symbolName } from '../text/words.ts'
import { noCourse } from './noCourse.ts'
import { brainName, programmeDeadlines } from './programmeDeadlines.ts'

const ID = 'programme-stages'
const name = { zh: '建设过程一览', en: 'Brains by stage' }

/** Every brain of the register with its stage, since when, open measures, last grade and what ends next. */
export const lifecycleBoard: FigureDefinition = {
  id: ID,
  name,
  indicators: [],
  build: (context) => {
    const { locale, today } = context
    const title = textOf(name, locale)
    const states = ordered([...ownProgramme(context).states.values()])
    if (states.length === 0)
      return noCourse(context, ID, title, {
        zh: '没有登记建设过程的产业大脑',
        en: 'No brain with a registered course',
      })
    const { total, counted, rectifying } = programmeCounts(states)
    return {
      ...meaning(context, {
        ...{ id: ID, title, asOf: today },
        unit: say(locale, `${total} 个`, `${total} brains`),
        period: say(locale, `截至 ${today}`, `as of ${today}`),
        definition: say(
          locale,
          `阶段由登记的过程事件逐一推出；限期整改是阶段之外的措施，整改中的产业大脑仍计在所处阶段；${PASS_RULE.zh}`,
          `Stages follow from the registered events one by one; rectification is a measure beside the stage, in which the brain still counts. ${PASS_RULE.en}`,
        ),
        finding: say(
          locale,
          `登记 ${total} 个，纳入建设 ${counted} 个，其中整改 ${rectifying} 个。`,
          `${total} registered, ${counted} counted, ${rectifying} of those under rectification.`,
        ),
      }),
      kind: 'table',
      columns: COLUMNS.map(([id, zh, en]) => ({
        ...{ id, title: say(locale, zh, en), align: 'start' as const },
      })),
      rows: rowsOf(context, states),
      ids: states.map(({ brain }) => brain),
    }
  },
}

const COLUMNS = [
  ['brain', '产业大脑', 'Brain'],
  ['stage', '阶段', 'Stage'],
  ['since', '起始', 'Since'],
  ['measures', '措施', 'Measures'],
  ['grade', '最近考核', 'Last grade'],
  ['next', '最近期限', 'Next deadline'],
] as const

/** Furthest on the way first, the longest in its stage first. */
const RANK: readonly Stage[] = [
  ...(['designated', 'accepted', 'pilot', 'pool'] as const),
  ...STAGES.filter((stage) => !['designated', 'accepted', 'pilot', 'pool'].includes(stage)),
  'unknown',
]

const ordered = (states: readonly BrainState[]): readonly BrainState[] =>
  [...states].sort(
    (a, b) =>
      RANK.indexOf(a.stage) - RANK.indexOf(b.stage) ||
      (a.since ?? '').localeCompare(b.since ?? '') ||
      (a.brain < b.brain ? -1 : 1),
  )

function rowsOf(context: FigureContext, states: readonly BrainState[]) {
  const { cube, today } = context
  const next = new Map<string, Deadline>()
  for (const deadline of programmeDeadlines(context))
    if (!next.has(deadline.brain)) next.set(deadline.brain, deadline)
  const proposals = new Map(
    proposedDisqualifications(cube.brains, cube.events, today).map((one) => [one.brain, one]),
  )
  return states.map((state) => [
    brainName(context, state.brain),
    capital(textOf(STAGE_NAMES[state.stage], context.locale)),
    state.since ?? '—',
    measuresText(context, state, proposals.get(state.brain)),
    gradeText(context, state),
    nextText(context, next.get(state.brain)),
  ])
}

function measuresText(
  { locale }: FigureContext,
  { measures }: BrainState,
  proposal: Proposal | undefined,
): string {
  const orders = measures.map(({ reason, due }) => {
    const why = reasonWords(reason, locale)
    const until = due === null ? '' : say(locale, `期限 ${due}`, `due ${due}`)
    const more = [why, until].filter(Boolean).join(say(locale, '，', ', '))
    return say(locale, `限期整改（${more}）`, `rectification (${more})`)
  })
  const all = [...orders, ...(proposal ? [proposalText(proposal, locale)] : [])]
  return all.join(say(locale, '；', '; ')) || '—'
}

const gradeText = ({ locale }: FigureContext, { grade }: BrainState): string =>
  grade ? `${grade.year} ${symbolName(GRADE_SYMBOL[grade.grade], locale)}` : '—'

const nextText = ({ locale }: FigureContext, next: Deadline | undefined): string =>
  next ? `${next.due} ${deadlineName(next, locale)} · ${leftWords(next, locale)}` : '—'
