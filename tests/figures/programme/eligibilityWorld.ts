import { NOTICES } from '../../../src/domain/eligibility/notices.ts'
import { noChange, type Scenario } from '../../../src/domain/eligibility/scenario.ts'
import type { Statement } from '../../../src/domain/eligibility/statement.ts'
import { statementSubjects } from '../../../src/domain/eligibility/statementSubjects.ts'
import type { Locale } from '../../../src/domain/text.ts'
import type { FigureContext } from '../../../src/figures/definition.ts'
import type { Figure } from '../../../src/figures/figure.ts'
import { conflictTable } from '../../../src/figures/programme/conflictTable.ts'
import { coverageTable } from '../../../src/figures/programme/coverageTable.ts'
import { eligibilityBatch } from '../../../src/figures/programme/eligibilityBatch.ts'
import { eligibilityTable } from '../../../src/figures/programme/eligibilityTable.ts'
import { eligibilityView, withScenario } from '../../../src/figures/programme/eligibilityView.ts'
import { NO_PROGRAMME } from '../../../src/figures/programme/programmeData.ts'
import { ruleDifferences } from '../../../src/figures/programme/ruleDifferences.ts'
import { whatIfChanges } from '../../../src/figures/programme/whatIfChanges.ts'
import { whatIfComparison } from '../../../src/figures/programme/whatIfComparison.ts'
import { whatIfCounts } from '../../../src/figures/programme/whatIfCounts.ts'
import { whatIfMap } from '../../../src/figures/programme/whatIfMap.ts'
import { statementOf } from '../../domain/eligibility/madeEvidence.ts'
import { fullScenario } from '../fullScenario.ts'
import { contextOf } from '../scenarios.ts'
import { creditOf } from '../../../mock/generate.ts'
import { SCENARIOS } from '../../../mock/scenarios.ts'
import { REPORTED_INDICATORS } from '../../../src/domain/catalogue/index.ts'
import { indicatorsOf } from '../../../src/domain/eligibility/needs.ts'
import { filled } from '../simulatedSlices.ts'
import type { World } from '../world.ts'

export const YEAR = 2026

/** Everything that rules ask to be stated is met by every other brain, denied of each tenth. */
function statementsOf(context: FigureContext): readonly Statement[] {
  return NOTICES.flatMap((set) =>
    context.cube.brains.flatMap(({ id }, b) =>
      b % 2 === 1
        ? []
        : statementSubjects(set).needs.map((subject) =>
            statementOf(subject, b % 10 === 0 ? 'notMet' : 'met', { brain: id, batch: set.batch }),
          ),
    ),
  )
}

/** Twenty brains with every reading, half of them with statements. */
export function stated(locale: Locale = 'zh-CN'): FigureContext {
  const context = fullScenario(locale)
  return { ...context, programme: { ...NO_PROGRAMME, statements: statementsOf(context) } }
}

const read = new Set(NOTICES.flatMap(indicatorsOf))
let world: (World & { readonly statements: readonly Statement[] }) | null = null

/** The demo with every indicator that a notice reads, and with what its simulated office states. */
export function simulated(locale: Locale = 'zh-CN'): FigureContext {
  world ??= madeWorld()
  const { statements, ...rest } = world
  return { ...contextOf(rest, locale), programme: { ...NO_PROGRAMME, statements } }
}

function madeWorld() {
  const indicators = REPORTED_INDICATORS.filter(({ id }) => read.has(id))
  const { simulation, slices } = filled(SCENARIOS.default, () => true, indicators)
  const { scenario, brains, events } = simulation
  const statements = simulation.statements.map((one) => ({
    ...{ ...one, by: 'simulator', date: '2026-11-22' },
  }))
  return {
    ...{ space: 'demo' as const, credit: creditOf(scenario) },
    brains,
    events,
    slices,
    statements,
  }
}

/** The register under the rules of a batch, as if applying in 2026. */
export const viewOf = (context: FigureContext, batch = 2023) => {
  const view = eligibilityView(context, batch, YEAR)
  if (!view) throw new Error(`no rules of ${batch}`)
  return view
}

/** Asks for 250 亿元 of revenue. */
export const harder: Scenario = { ...noChange(2023), least: new Map([['revenue', 250]]) }
/** Asks for half the racks, and leaves two clauses out. */
export const easier: Scenario = {
  ...noChange(2023),
  ...{ least: new Map([['racksPlanned', 500]]), without: new Set(['integrity', 'chain']) },
}

/** The figure as one of its kind; throws where it is another. */
export const kindOf = <K extends Figure['kind']>(figure: Figure, kind: K) => {
  if (figure.kind !== kind) throw new Error(`${figure.id} is ${figure.kind}: ${figure.finding}`)
  return figure as Extract<Figure, { kind: K }>
}

/** What the page shows of a scenario beside another one. */
export const whatIfs = (
  context: FigureContext,
  one: Scenario,
  other: Scenario,
): readonly Figure[] => {
  const view = viewOf(context)
  const [a, b] = [withScenario(view, one), withScenario(view, other)]
  return [
    whatIfCounts(context, a),
    whatIfMap(context, a),
    whatIfChanges(context, a),
    whatIfComparison(context, a, b),
  ]
}

/** Every figure of the page. */
export const figuresOf = (context: FigureContext): readonly Figure[] => [
  ...NOTICES.flatMap(({ batch }) => {
    const view = viewOf(context, batch)
    const some = context.cube.brains.slice(0, 4)
    return [
      eligibilityBatch(context, view),
      ...some.map(({ id }) => eligibilityTable(context, view, id)),
      coverageTable(context, batch),
    ]
  }),
  ...whatIfs(context, harder, easier),
  conflictTable.build(context),
  ruleDifferences.build(context),
]
