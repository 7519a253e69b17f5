import { overlaidScoreCards } from '../../domain/assessment/cards.ts'
import { indicatorsOf as readBySet } from '../../domain/eligibility/needs.ts'
import { isChanged } from '../../domain/eligibility/scenario.ts'
import { scenarioIn } from '../../domain/eligibility/scenarioLink.ts'
import type { FigureContext } from '../../figures/definition.ts'
import type { Figure } from '../../figures/figure.ts'
import { lifecycleFlow } from '../../figures/lifecycleFlow.ts'
import { caseTable } from '../../figures/programme/caseTable.ts'
import { conflictTable } from '../../figures/programme/conflictTable.ts'
import { coverageTable } from '../../figures/programme/coverageTable.ts'
import { deadlineTable } from '../../figures/programme/deadlineTable.ts'
import { eligibilityBatch } from '../../figures/programme/eligibilityBatch.ts'
import { eligibilityTable } from '../../figures/programme/eligibilityTable.ts'
import {
  eligibilityView,
  ruleSetsIn,
  withScenario,
  type EligibilityView,
} from '../../figures/programme/eligibilityView.ts'
import { forecastLine } from '../../figures/programme/forecastLine.ts'
import { forecastTable } from '../../figures/programme/forecastTable.ts'
import { lifecycleBoard } from '../../figures/programme/lifecycleBoard.ts'
import { ruleDifferences } from '../../figures/programme/ruleDifferences.ts'
import { scoreCardTable } from '../../figures/programme/scoreCardTable.ts'
import { scoreContributions } from '../../figures/programme/scoreContributions.ts'
import { scoreDistribution } from '../../figures/programme/scoreDistribution.ts'
import { scoreHistogram } from '../../figures/programme/scoreHistogram.ts'
import { scoreHistoryTable } from '../../figures/programme/scoreHistoryTable.ts'
import { scoreLifts } from '../../figures/programme/scoreLifts.ts'
import { indicatorsOf as readByCard } from '../../figures/programme/scoreMeaning.ts'
import { scoreRanking } from '../../figures/programme/scoreRanking.ts'
import { withWeights } from '../../figures/programme/scoreView.ts'
import { whatIfChanges } from '../../figures/programme/whatIfChanges.ts'
import { whatIfComparison } from '../../figures/programme/whatIfComparison.ts'
import { whatIfCounts } from '../../figures/programme/whatIfCounts.ts'
import { whatIfMap } from '../../figures/programme/whatIfMap.ts'
import { readAssessmentLink, scoresOf } from '../assessment/assessmentLink.ts'
import { weightsIn } from '../assessment/weights.ts'
import type { LinkQuery } from '../desk/textIn.ts'
import { readEligibilityLink, type EligibilityChoice } from '../eligibility/eligibilityLink.ts'
import { figureOver } from '../lifecycle/figureOver.ts'
import { readLifecycleLink } from '../lifecycle/lifecycleLink.ts'
import { chosenRows, foldedTo, lifecycleRows } from '../lifecycle/lifecycleRows.ts'
import type { FigureSource } from './figureSource.ts'

/** What a page of the programme shows under a link. */
interface ProgrammePage {
  readonly figures: (context: FigureContext, link: LinkQuery) => readonly Figure[]
  /** Ids of the slices that its figures read. */
  readonly indicators: (context: FigureContext) => readonly string[]
}

/** How a figure of the programme's pages is made again; null where it comes from another page. */
export function programmeSource(page: string, id: string, link: LinkQuery): FigureSource | null {
  const shown = Object.hasOwn(PAGES, page) ? PAGES[page] : undefined
  if (!shown) return null
  return {
    readsProgramme: true,
    indicators: shown.indicators,
    build: (context) => shown.figures(context, link).find((figure) => figure.id === id) ?? null,
  }
}

const PAGES: Readonly<Partial<Record<string, ProgrammePage>>> = {
  lifecycle: { figures: lifecycleFigures, indicators: () => [] },
  eligibility: {
    figures: eligibilityFigures,
    indicators: (context) => ruleSetsIn(context).flatMap((set) => readBySet(set)),
  },
  assessment: {
    figures: assessmentFigures,
    indicators: ({ programme }) =>
      overlaidScoreCards(programme?.scoreCards ?? []).flatMap((card) => readByCard({ card })),
  },
}

function lifecycleFigures(present: FigureContext, link: LinkQuery): readonly Figure[] {
  const choice = readLifecycleLink(link)
  const context = foldedTo(present, choice.on)
  const rows = chosenRows(lifecycleRows(context), choice)
  return [
    lifecycleFlow.build(context),
    figureOver(lifecycleBoard, context, rows),
    figureOver(deadlineTable, context, rows),
    caseTable.build(context),
  ]
}

function eligibilityFigures(context: FigureContext, link: LinkQuery): readonly Figure[] {
  const choice = readEligibilityLink(link, context.today)
  if (choice.tab === 'rules') return [ruleDifferences.build(context)]
  const view = eligibilityView(context, choice.batch, choice.year)
  if (!view) return []
  if (choice.tab === 'whatif') return whatIfFigures(context, view, choice)
  if (choice.tab === 'brain')
    return context.cube.byId.has(choice.brain)
      ? [eligibilityTable(context, view, choice.brain)]
      : []
  return [
    eligibilityBatch(context, view),
    conflictTable.build(context),
    coverageTable(context, view.set.batch),
  ]
}

function whatIfFigures(
  context: FigureContext,
  view: EligibilityView,
  { a, b, side }: EligibilityChoice,
): readonly Figure[] {
  const first = withScenario(view, scenarioIn(view.set, a))
  const second = withScenario(view, scenarioIn(view.set, b))
  const shown = side === 'a' ? first : second
  const isPair = isChanged(first.scenario) && isChanged(second.scenario)
  return [
    whatIfCounts(context, shown),
    whatIfMap(context, shown),
    whatIfChanges(context, shown),
    ...(isPair ? [whatIfComparison(context, first, second)] : []),
  ]
}

function assessmentFigures(context: FigureContext, link: LinkQuery): readonly Figure[] {
  const choice = readAssessmentLink(link, context)
  const view = scoresOf(context, choice.year, choice.month)
  if (!view) return []
  if (choice.tab === 'card') {
    const brain = context.cube.byId.get(choice.brain)
    if (!brain) return []
    const ofBrain = [scoreCardTable, scoreContributions, scoreLifts, forecastLine, forecastTable]
    return [
      ...ofBrain.map((build) => build(context, view, brain)),
      scoreHistoryTable(context, brain),
    ]
  }
  const weights = choice.tab === 'cards' ? weightsIn(view.card, choice.weights) : null
  const shown = weights ? withWeights(view, weights) : view
  return [
    scoreRanking(context, shown),
    scoreDistribution(context, shown),
    scoreHistogram(context, shown),
  ]
}
