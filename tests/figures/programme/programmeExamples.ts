import { demoCard } from '../../../src/domain/assessment/cards/demoCard.ts'
import type { Brain } from '../../../src/domain/brain.ts'
import type { Locale } from '../../../src/domain/text.ts'
import type { FigureContext } from '../../../src/figures/definition.ts'
import type { Figure } from '../../../src/figures/figure.ts'
import { conflictTable } from '../../../src/figures/programme/conflictTable.ts'
import { coverageTable } from '../../../src/figures/programme/coverageTable.ts'
import { eligibilityBatch } from '../../../src/figures/programme/eligibilityBatch.ts'
import { eligibilityTable } from '../../../src/figures/programme/eligibilityTable.ts'
import { forecastLine } from '../../../src/figures/programme/forecastLine.ts'
import { forecastTable } from '../../../src/figures/programme/forecastTable.ts'
import { NO_PROGRAMME } from '../../../src/figures/programme/programmeData.ts'
import { PROGRAMME_FIGURES } from '../../../src/figures/programme/registry.ts'
import { scoreCardTable } from '../../../src/figures/programme/scoreCardTable.ts'
import { scoreContributions } from '../../../src/figures/programme/scoreContributions.ts'
import { scoreDistribution } from '../../../src/figures/programme/scoreDistribution.ts'
import { scoreHistogram } from '../../../src/figures/programme/scoreHistogram.ts'
import { scoreHistoryTable } from '../../../src/figures/programme/scoreHistoryTable.ts'
import { scoreLifts } from '../../../src/figures/programme/scoreLifts.ts'
import { scoreRanking } from '../../../src/figures/programme/scoreRanking.ts'
import { scoreView, withWeights, type ScoreView } from '../../../src/figures/programme/scoreView.ts'
import { easier, harder, simulated, viewOf, whatIfs } from './eligibilityWorld.ts'
import { scoreContext, storedScore } from './scoreWorld.ts'

const BATCH = 2023

/** The figures of the programme as its rules and cards stand: every registered one, and those with arguments. */
export function programmeExamples(locale: Locale): readonly Figure[] {
  const [rules, scores] = [simulated(locale), scored(locale)]
  const registered = PROGRAMME_FIGURES.map(({ build }) => build(rules))
  const figures = [
    eligibilityTable(rules, viewOf(rules, BATCH), idOf(rules)),
    eligibilityBatch(rules, viewOf(rules, BATCH)),
    conflictTable.build(rivals(rules)),
    coverageTable(rules, BATCH),
    ...scoreFigures(scores, scores.view),
    scoreHistoryTable(scores.context, scores.brain),
  ]
  const argued = new Set(figures.map(({ id }) => id))
  return [...registered.filter(({ id }) => !argued.has(id)), ...figures]
}

/** The figures in which a reader moved a rule or a weight: 测算, never a fact. */
export function whatIfExamples(locale: Locale): readonly Figure[] {
  const scores = scored(locale)
  const weights = scores.view.frame.weights.map((_, i) => (i < 3 ? 2 : 1))
  return [
    ...whatIfs(simulated(locale), harder, easier),
    ...scoreFigures(scores, withWeights(scores.view, weights)),
  ]
}

interface Scored {
  readonly context: FigureContext
  readonly view: ScoreView
  readonly brain: Brain
}

/** The best brain of a month, with a score that was stored twice. */
function scored(locale: Locale): Scored {
  const plain = scoreContext(locale)
  const before = scoreView(plain, demoCard, '2026-10')
  const brain = plain.cube.byId.get(before.ranking[0]?.brain ?? '')
  if (!brain) throw new Error('no brain is scored')
  const scores = [1, 2].map((version) => storedScore(plain, before, brain.id, version))
  const context = { ...plain, programme: { ...NO_PROGRAMME, scores } }
  return { context, view: scoreView(context, demoCard, '2026-10'), brain }
}

const scoreFigures = ({ context, brain }: Scored, view: ScoreView): readonly Figure[] => [
  scoreRanking(context, view, brain.id),
  scoreDistribution(context, view),
  scoreHistogram(context, view),
  scoreCardTable(context, view, brain),
  scoreContributions(context, view, brain),
  scoreLifts(context, view, brain),
  forecastLine(context, view, brain),
  forecastTable(context, view, brain),
]

/** Two pilots of one industry, which the demo does not have. */
function rivals(context: FigureContext): FigureContext {
  const { cube, states } = context
  const [one, other] = cube.brains.filter(({ id }) => states.get(id)?.stage === 'pilot')
  const brains = cube.brains.map((brain) =>
    brain === other && one ? { ...brain, subIndustry: one.subIndustry } : brain,
  )
  return { ...context, cube: { ...cube, brains } }
}

const idOf = ({ cube }: FigureContext): string => cube.brains[0]?.id ?? ''
