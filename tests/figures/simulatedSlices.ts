import { simulate, type Simulation } from '../../mock/generate.ts'
import type { Scenario } from '../../mock/scenarios.ts'
import { sliceDocument } from '../../server/space/sliceDocument.ts'
import type { SliceCell } from '../../server/store/store.ts'
import { unpackSlice } from '../../src/domain/cube.ts'
import type { Indicator } from '../../src/domain/indicator.ts'
import type { Slice } from '../../src/domain/slice.ts'
import { FIGURES } from '../../src/figures/registry.ts'

/** Every indicator that some figure reads, once. */
export const FIGURE_INDICATORS: readonly Indicator[] = [
  ...new Map(FIGURES.flatMap(({ indicators }) => indicators).map((entry) => [entry.id, entry])),
].map(([, entry]) => entry)

/** A simulation with its slices, packed and unpacked as the service and a page do. */
export interface Filled {
  readonly simulation: Simulation
  readonly slices: readonly Slice[]
}

/** Reports a scenario without a service; `keep` leaves out periods that nobody shall report. */
export function filled(
  scenario: Scenario,
  keep: (period: string) => boolean = () => true,
  indicators: readonly Indicator[] = FIGURE_INDICATORS,
): Filled {
  const simulation = simulate(scenario)
  const current = currentCells(simulation, keep, indicators)
  const slices = indicators.flatMap((indicator) => {
    const cells = current.get(indicator.id)
    return cells ? [unpackSlice(sliceDocument(indicator, 1, [...cells.values()]))] : []
  })
  return { simulation, slices }
}

/** The last observation of every cell, by indicator. */
function currentCells(
  { reports }: Simulation,
  keep: (period: string) => boolean,
  indicators: readonly Indicator[],
) {
  const read = new Set(indicators.map(({ id }) => id))
  const current = new Map<string, Map<string, SliceCell>>()
  for (const { submission } of reports) {
    const { brain: entity, period: of, cells, knownAt = '' } = submission()
    for (const { indicator, period = of, value = null, absent = null } of cells) {
      if (!read.has(indicator) || !keep(period)) continue
      const rows = current.get(indicator) ?? new Map<string, SliceCell>()
      current.set(indicator, rows)
      rows.set(`${entity}|${period}`, {
        ...{ entity, period, value, absent, origin: 'simulated', status: 'final' },
        knownAt: Date.parse(knownAt),
      })
    }
  }
  return current
}
