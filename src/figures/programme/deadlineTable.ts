import { isWarned, type Deadline } from '../../domain/programme/deadlines.ts'
import { PASS_RULE } from '../../domain/programme/passClock.ts'
import { textOf } from '../../domain/text.ts'
import type { FigureContext, FigureDefinition } from '../definition.ts'
import { meaning } from '../meaning.ts'
import {
  deadlineName,
  deadlineReason,
  leftWords,
  levelName,
  ownerWords,
} from '../text/deadlineWords.ts'
import { say } from '../text/words.ts'
import { noCourse } from './noCourse.ts'
import { brainName, programmeDeadlines } from './programmeDeadlines.ts'

const ID = 'programme-deadlines'
const name = { zh: '期限与预警', en: 'Deadlines and warnings' }

/** Every deadline of the programme with its level, what is left of it, why and who must act; most urgent first. */
export const deadlineTable: FigureDefinition = {
  id: ID,
  name,
  indicators: [],
  build: (context) => {
    const { locale, today } = context
    const title = textOf(name, locale)
    const deadlines = programmeDeadlines(context)
    if (deadlines.length === 0)
      return noCourse(context, ID, title, { zh: '没有在计的期限', en: 'No deadline is running' })
    return {
      ...meaning(context, {
        ...{ id: ID, title, asOf: today },
        unit: say(locale, `${deadlines.length} 项`, `${deadlines.length} deadlines`),
        period: say(locale, `截至 ${today}`, `as of ${today}`),
        definition: deadlineDefinition(context),
        finding: findingOf(context, deadlines),
      }),
      kind: 'table',
      columns: COLUMNS.map(({ id, zh, en, align }) => ({ id, title: say(locale, zh, en), align })),
      rows: deadlines.map((deadline) => rowOf(context, deadline)),
      ids: deadlines.map(({ brain }) => brain),
      more: {
        columns: [say(locale, '起算', 'From'), say(locale, '计日', 'Counted in')],
        rows: deadlines.map(({ start, counting }) => [
          start,
          counting === 'work'
            ? say(locale, '工作日', 'work days')
            : say(locale, '日历日', 'calendar days'),
        ]),
      },
    }
  },
}

const COLUMNS = [
  { id: 'level', zh: '级别', en: 'Level', align: 'start' },
  { id: 'brain', zh: '产业大脑', en: 'Brain', align: 'start' },
  { id: 'kind', zh: '事项', en: 'What ends', align: 'start' },
  { id: 'due', zh: '期限', en: 'Due', align: 'start' },
  { id: 'left', zh: '剩余', en: 'Left', align: 'end' },
  { id: 'reason', zh: '事由', en: 'Reason', align: 'start' },
  { id: 'owner', zh: '责任单位', en: 'Owner', align: 'start' },
] as const

const rowOf = (context: FigureContext, deadline: Deadline): readonly string[] => {
  const { locale } = context
  return [
    levelName(deadline.level, locale),
    brainName(context, deadline.brain),
    deadlineName(deadline, locale),
    deadline.due,
    leftWords(deadline, locale),
    deadlineReason(deadline, locale),
    ownerWords(deadline, locale),
  ]
}

/** How terms are counted, in words. */
export const deadlineDefinition = ({ locale }: FigureContext): string =>
  say(
    locale,
    `限期整改按工作日计；试点期两年、考核时限两年按日历日计，自公布之日起；同日到期的试点期与考核时限计为一项，记在“通过考核”下；${PASS_RULE.zh}；验收期三个月为本系统所定；级别按剩余日历日：逾期、7 天内、30 天内、90 天内`,
    `Rectification is counted in work days; the two years of a pilot and the two years to pass in calendar days from the announcement; both are one deadline, that of the pass, where they end on one day. ${PASS_RULE.en}. Three months for acceptance are this product’s rule; levels by calendar days left: overdue, within 7, 30, 90 days`,
  )

function findingOf(context: FigureContext, deadlines: readonly Deadline[]): string {
  const { locale } = context
  const warned = deadlines.filter(isWarned)
  const over = warned.filter(({ level }) => level === 'overdue').length
  const [first] = warned
  if (!first)
    return say(
      locale,
      `${deadlines.length} 项期限均在 90 天以后。`,
      `All ${deadlines.length} deadlines are more than 90 days away.`,
    )
  const next = `${brainName(context, first.brain)} ${deadlineName(first, locale)}`
  return say(
    locale,
    `90 天内到期或逾期 ${warned.length} 项，其中逾期 ${over} 项；最急：${next}，${leftWords(first, locale)}。`,
    `${warned.length} end within 90 days, ${over} of them overdue; most urgent: ${next}, ${leftWords(first, locale)}.`,
  )
}
