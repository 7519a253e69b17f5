import type { Brain } from '../../domain/brain.ts'
import { clusterRevenue } from '../../domain/catalogue/headline.ts'
import { isCounted, type OpenMeasure } from '../../domain/lifecycle.ts'
import { domainName } from '../../domain/domainName.ts'
import { brainHeader } from '../../figures/brain/brainHeader.ts'
import { brainKpis } from '../../figures/brain/brainKpis.ts'
import { caseTable } from '../../figures/programme/caseTable.ts'
import { ownProgramme } from '../../figures/programme.ts'
import { reasonWords } from '../../figures/text/reasons.ts'
import { sentence } from '../../figures/text/findings.ts'
import { say } from '../../figures/text/words.ts'
import { dayWords } from '../dayWords.ts'
import { indicatorsOf, registered, shownAt } from './figureSources.ts'
import type { Template, TemplateInput } from './template.ts'

const FIGURES = ['assessment', 'lifecycle-flow', 'recent-changes']

/** 整改专报: who has to rectify what until when. */
export const rectification: Template = {
  id: 'rectification',
  name: { zh: '整改专报', en: 'Rectification report' },
  needsBrain: false,
  title: ({ context: { locale, today } }) =>
    say(
      locale,
      `产业大脑整改专报（截至${today}）`,
      `Industry brains: rectification as of ${today}`,
    ),
  sections: [
    {
      heading: { zh: '总体情况', en: 'Overview' },
      words: overview,
      figures: [registered('assessment')],
    },
    {
      heading: { zh: '整改台账', en: 'Open measures' },
      words: ledger,
      figures: [shownAt(caseTable, 'lifecycle')],
    },
    {
      heading: { zh: '建设全流程与近期变化', en: 'The programme and its latest changes' },
      figures: [registered('lifecycle-flow'), registered('recent-changes')],
    },
  ],
  indicators: [...new Set([...indicatorsOf(FIGURES), clusterRevenue.id])],
}

interface Open {
  readonly brain: Brain
  readonly measure: OpenMeasure
}

/** Open measures of counted brains, the most urgent first; those without a day last. */
function openMeasures({ context }: TemplateInput): Open[] {
  const { cube } = context
  return [...ownProgramme(context).states.values()]
    .filter(isCounted)
    .flatMap(({ brain: id, measures }) => {
      const brain = cube.byId.get(id)
      return brain ? measures.map((measure) => ({ brain, measure })) : []
    })
    .sort((a, b) => (a.measure.due ?? '9999').localeCompare(b.measure.due ?? '9999'))
}

function overview(input: TemplateInput): string[] {
  const { locale, today } = input.context
  const day = dayWords(today, locale)
  const open = openMeasures(input)
  const counted = [...ownProgramme(input.context).states.values()].filter(isCounted).length
  const overdue = open.filter(({ measure: { due } }) => due !== null && due < today).length
  if (open.length === 0)
    return [
      say(
        locale,
        `截至${day}，纳入建设的 ${counted} 个产业大脑均无未结整改事项。`,
        `As of ${day} none of the ${counted} counted brains has an open measure.`,
      ),
    ]
  const brains = new Set(open.map(({ brain }) => brain.id)).size
  return [
    say(
      locale,
      `截至${day}，纳入建设的 ${counted} 个产业大脑中 ${brains} 个处于限期整改，未结事项 ${open.length} 项，其中逾期 ${overdue} 项。`,
      `As of ${day}, ${brains} of ${counted} counted brains are under rectification with ${open.length} open measures, ${overdue} of them overdue.`,
    ),
  ]
}

/** One paragraph a measure: who, since when and why, until when, and how the brain stands. */
function ledger(input: TemplateInput): string[] {
  return openMeasures(input).map((open, i) => `${i + 1}. ${entry(input, open)}`)
}

function entry({ context }: TemplateInput, { brain, measure }: Open): string {
  const { locale } = context
  const left = brainHeader(context, brain).measures.find(({ id }) => id === measure.event)
  const place = [brain.place, domainName(brain.domain, locale)].filter(Boolean)
  const reason = reasonWords(measure.reason, locale) || say(locale, '未注明', 'not given')
  const who = say(
    locale,
    `${brain.name}（${place.join('，')}）`,
    `${brain.name} (${place.join(', ')})`,
  )
  const measureText = sentence(locale, [
    say(locale, `${who}：${measure.ordered}转入限期整改`, `${who}: ordered on ${measure.ordered}`),
    say(locale, `原因：${reason}`, `reason: ${reason}`),
    measure.due && say(locale, `期限 ${measure.due}`, `due ${measure.due}`),
    left?.text ?? null,
  ])
  return `${measureText}${say(locale, '', ' ')}${standing(context, brain)}`
}

/** The finding of the brain's first figure that has one: its revenue, or why there is none. */
function standing(context: TemplateInput['context'], { id }: Brain): string {
  const [first] = brainKpis(context, id)
  if (!first) return ''
  const { figure } = first
  return figure.kind === 'kpi'
    ? withoutName(figure.finding, context.cube.byId.get(id)?.name ?? '')
    : say(
        context.locale,
        `${figure.title}：${figure.reason}。`,
        `${figure.title}: ${figure.reason}.`,
      )
}

/** The paragraph has named the brain already. */
const withoutName = (finding: string, name: string): string =>
  finding.startsWith(name) ? finding.slice(name.length).trimStart() : finding
