import { creditOf } from '../../mock/generate.ts'
import { scenarioFor, SCENARIOS } from '../../mock/scenarios.ts'
import gaps from '../../server/facts/absent.json' with { type: 'json' }
import brains from '../../server/facts/brains.json' with { type: 'json' }
import cited from '../../server/facts/cited.json' with { type: 'json' }
import events from '../../server/facts/events.json' with { type: 'json' }
import holidays from '../../server/facts/holidays.json' with { type: 'json' }
import observations from '../../server/facts/observations.json' with { type: 'json' }
import sources from '../../server/facts/sources.json' with { type: 'json' }
import targets from '../../server/facts/targets.json' with { type: 'json' }
import { sliceDocument } from '../../server/space/sliceDocument.ts'
import type { Board } from '../../src/domain/board/board.ts'
import { summaryOf } from '../../src/domain/board/boardSummary.ts'
import { boardOf, type BoardReport } from '../../src/domain/board/boardOf.ts'
import { dayNumber } from '../../src/domain/board/workDayCount.ts'
import type { Brain, CitedPoint, Source } from '../../src/domain/brain.ts'
import { makeCalendar, type Holiday } from '../../src/domain/calendar.ts'
import { CATALOGUE, REPORTED_INDICATORS, STATISTICS } from '../../src/domain/catalogue/index.ts'
import { makeCube, unpackSlice } from '../../src/domain/cube.ts'
import type { LifecycleEvent } from '../../src/domain/event.ts'
import { expectations } from '../../src/domain/expectation.ts'
import { foldAll } from '../../src/domain/lifecycle.ts'
import { periodRange } from '../../src/domain/period.ts'
import { REGIONS } from '../../src/domain/region.ts'
import type { Slice } from '../../src/domain/slice.ts'
import { DEMO_TODAY } from '../../src/domain/space.ts'
import type { Locale } from '../../src/domain/text.ts'
import type { FigureContext, FigureDefinition } from '../../src/figures/definition.ts'
import { FIGURES } from '../../src/figures/registry.ts'
import { hostile } from './hostile.ts'
import { filled, type Filled } from './simulatedSlices.ts'
import type { World } from './world.ts'

/** The context of a world, put together as the page does. */
export function contextOf(world: World, locale: Locale = 'zh-CN'): FigureContext {
  const { brains: who = [], events: happened = [], slices = [], board, ...rest } = world
  const today = rest.today ?? DEMO_TODAY
  return {
    ...{ space: 'main', credit: null, targets: [], sources: [], cited: [], gaps: [] },
    calendar: makeCalendar(holidays as Holiday[]),
    ...rest,
    ...{ today, locale, reporting: board ? summaryOf(board) : null },
    cube: makeCube({
      ...{ brains: who, events: happened, regions: REGIONS, slices },
      indicators: CATALOGUE,
    }),
    states: foldAll(who, happened, today),
  }
}

/** The registry of the public facts. */
export const FACTS = {
  brains: brains as Brain[],
  events: events as LifecycleEvent[],
  sources: sources as Source[],
  cited: cited as CitedPoint[],
  targets,
  gaps,
}

const publicSlices = (): Slice[] =>
  STATISTICS.flatMap((indicator) => {
    const cells = observations.filter((cell) => cell.indicator === indicator.id)
    const stored = cells.map(({ entity, period, value, source }) => ({
      ...({ entity, period, value, source, absent: null } as const),
      ...({ status: 'final', origin: 'public' } as const),
      knownAt: Date.parse('2026-01-05T00:00:00Z'),
    }))
    return stored.length ? [unpackSlice(sliceDocument(indicator, 1, stored))] : []
  })

const publicRecords = { sources: FACTS.sources, cited: FACTS.cited, gaps: FACTS.gaps }

/** The board of a simulation as the service would tell it: each monthly report is whole. */
export function simulatedBoard({ simulation }: Filled, months = BOARD_MONTHS): Board {
  const first = new Map<string, BoardReport>()
  for (const { brain, period, knownAt } of simulation.reports) {
    const known = first.get(`${brain}|${period}`)
    const day = dayNumber(knownAt.slice(0, 10))
    const head = { brain, period, cells: REPORTED_INDICATORS.length }
    first.set(`${brain}|${period}`, {
      ...head,
      ...{ day: Math.min(known?.day ?? Infinity, day), reports: (known?.reports ?? 0) + 1 },
    })
  }
  return boardOf({
    ...{ today: DEMO_TODAY, calendar: makeCalendar(holidays as Holiday[]), months, drafts: [] },
    brains: simulation.brains.map(({ id }) => id),
    windows: expectations(simulation.events),
    ...{ expected: REPORTED_INDICATORS.length, reports: [...first.values()] },
  })
}

const BOARD_MONTHS = periodRange('2025-11', '2026-10')

const demoOf = ({ simulation, slices }: Filled): World => ({
  space: 'demo',
  credit: creditOf(simulation.scenario),
  brains: simulation.brains,
  events: simulation.events,
  targets,
  board: simulatedBoard({ simulation, slices }),
  sources: FACTS.sources.filter(({ id }) => targets.some(({ source }) => source === id)),
  slices,
})

const alone = { pool: 0, disqualified: 0, refused: { publicised: 0, reviewed: 0, applied: 0 } }
const LAST = SCENARIOS.default.last

/** A real space in which brains report before any event is imported; of one no domain is stated. */
function registered(): World {
  const { simulation, slices } = filled({ ...scenarioFor(2, 5), ...alone })
  return {
    brains: simulation.brains.map((brain, i) => ({
      ...brain,
      origin: 'registered',
      domain: i === 0 ? null : brain.domain,
    })),
    slices: slices.map((slice) => ({ ...slice, origins: ['reported'] })),
  }
}

/** Worlds by name: made when they are asked for, once. */
const WORLDS = {
  demo: () => demoOf(filled(SCENARIOS.default)),
  small: () => demoOf(filled(scenarioFor(8, 3))),
  main: () => ({ ...FACTS, slices: publicSlices() }),
  empty: () => ({}),
  absent: () => demoOf(filled(scenarioFor(8, 3), (period) => period !== LAST)),
  single: () => demoOf(filled({ ...scenarioFor(1, 7), ...alone })),
  registered,
  hostile: () =>
    hostile({ ...demoOf(filled(scenarioFor(8, 3))), ...publicRecords }, publicSlices()),
  hostilePublic: () => hostile(FACTS, publicSlices()),
} as const satisfies Record<string, () => World>

export type ScenarioId = keyof typeof WORLDS
export const SCENARIO_IDS = Object.keys(WORLDS) as ScenarioId[]
export const LOCALES = ['zh-CN', 'en'] as const satisfies readonly Locale[]

const made = new Map<ScenarioId, World>()

export function worldOf(id: ScenarioId): World {
  const world = made.get(id) ?? WORLDS[id]()
  made.set(id, world)
  return world
}

/** What the figures of a scenario look at. */
export const scenario = (id: ScenarioId, locale: Locale = 'zh-CN'): FigureContext =>
  contextOf(worldOf(id), locale)

/** The figures that belong to the space of a context. */
export const figuresIn = ({ space }: FigureContext): readonly FigureDefinition[] =>
  FIGURES.filter(({ spaces }) => !spaces || spaces.includes(space))
