import type { Clause, RuleSet } from '../../domain/eligibility/ruleSet.ts'
import { textOf } from '../../domain/text.ts'
import type { FigureContext, FigureDefinition } from '../definition.ts'
import { citationsOf, meaning } from '../meaning.ts'
import { say } from '../text/words.ts'
import { ruleSetsIn } from './eligibilityView.ts'
import { needText } from './eligibilityWords.ts'

const ID = 'rule-differences'
const name = { zh: '历年申报条件对照', en: 'The rules by year' }

/** Clauses of every rule set side by side, and where a year differs from the one before. */
export const ruleDifferences: FigureDefinition = {
  id: ID,
  name,
  indicators: [],
  build: (context) => {
    const { locale, today } = context
    const sets = ruleSetsIn(context)
    const ids = [...new Set(sets.flatMap(({ clauses }) => clauses.map(({ id }) => id)))]
    const sources = [...new Set(sets.flatMap((set) => set.sources))]
    return {
      ...meaning(context, {
        ...{ id: ID, title: textOf(name, locale), asOf: today },
        period: sets.map(({ batch }) => batch).join(say(locale, '、', ', ')),
        definition: say(
          locale,
          '同编号的条款并列；“同上年”指要求不变',
          'Clauses of one id side by side; "as before": nothing is asked otherwise',
        ),
        source: say(locale, '历年揭榜挂帅通知', 'The notices of the calls'),
        citations: citationsOf(context, sources),
        notes: sets.map(({ batch, rest }) =>
          say(locale, `${batch} 年：${rest.zh}`, `${batch}: ${rest.en}`),
        ),
        simulated: false,
        finding: say(
          locale,
          `${sets.length} 个年度的条件共 ${ids.length} 类条款。`,
          `${ids.length} kinds of clauses in the rules of ${sets.length} years.`,
        ),
      }),
      kind: 'table',
      columns: [
        { id: 'clause', title: say(locale, '条款', 'Clause'), align: 'start' },
        ...sets.map(({ batch }) => ({
          ...{ id: String(batch), title: String(batch), align: 'start' as const },
        })),
      ],
      rows: ids.map((id) => [nameOf(sets, id, context), ...cellsOf(sets, id, context)]),
    }
  },
}

const clauseIn = (set: RuleSet | undefined, id: string): Clause | undefined =>
  set?.clauses.find((clause) => clause.id === id)

function nameOf(sets: readonly RuleSet[], id: string, { locale }: FigureContext): string {
  const clause = sets.map((set) => clauseIn(set, id)).find(Boolean)
  return clause ? textOf(clause.name, locale) : id
}

const cellsOf = (sets: readonly RuleSet[], id: string, { locale }: FigureContext): string[] =>
  sets.map((set, i) => {
    const clause = clauseIn(set, id)
    const before = clauseIn(sets[i - 1], id)
    if (!clause) return before ? say(locale, '取消', 'dropped') : say(locale, '无此条', 'not asked')
    const text = needText(clause.need, locale)
    if (before && needText(before.need, locale) === text) return say(locale, '同上年', 'as before')
    const mark =
      i === 0 ? '' : before ? say(locale, '改：', 'changed: ') : say(locale, '新增：', 'new: ')
    return mark + text
  })
