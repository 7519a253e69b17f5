import type { APIRequestContext } from '@playwright/test'

import { ObservationHistory, RegistryDocument, SliceDocument } from '../../src/contract/index.ts'
import type { Brain } from '../../src/domain/brain.ts'
import type { LifecycleEvent } from '../../src/domain/event.ts'
import { foldAll, type BrainState } from '../../src/domain/lifecycle.ts'

/** What the demo space knows about its brains, straight from the service. */
export interface KnownBrains {
  readonly brains: readonly Brain[]
  readonly byId: ReadonlyMap<string, Brain>
  readonly states: ReadonlyMap<string, BrainState>
}

/** Values of one indicator by brain and period; null where nothing is known. */
export interface KnownValues {
  readonly brains: readonly string[]
  readonly periods: readonly string[]
  readonly last: string
  readonly at: (brain: string, period: string) => number | null
  /** Cells that were revised, oldest brain first. */
  readonly revised: readonly { readonly brain: string; readonly period: string }[]
}

const API = '/api/demo'

async function read(request: APIRequestContext, path: string): Promise<unknown> {
  const answer = await request.get(`${API}/${path}`)
  if (!answer.ok()) throw new Error(`${path}: ${answer.status()}`)
  return answer.json()
}

/** The registry of the demo space with the state of every brain today. */
export async function askBrains(request: APIRequestContext): Promise<KnownBrains> {
  const { today, brains, events } = RegistryDocument.parse(await read(request, 'registry'))
  if (today === null) throw new Error('the demo space has a day of its own')
  return {
    brains,
    byId: new Map(brains.map((brain) => [brain.id, brain])),
    states: foldAll(brains, events as readonly LifecycleEvent[], today),
  }
}

/** One indicator of the demo space, as it is known now. */
export async function askValues(
  request: APIRequestContext,
  indicator: string,
): Promise<KnownValues> {
  const slice = SliceDocument.parse(await read(request, `slices/${indicator}`))
  const { entities, periods, values, revised } = slice
  const rows = new Map(entities.map((id, row) => [id, row]))
  const columns = new Map(periods.map((period, column) => [period, column]))
  return {
    brains: entities,
    periods,
    last: periods.at(-1) ?? '',
    at: (brain, period) => {
      const [row, column] = [rows.get(brain), columns.get(period)]
      if (row === undefined || column === undefined) return null
      return values[row * periods.length + column] ?? null
    },
    revised: revised.map((cell) => ({
      brain: entities[Math.floor(cell / periods.length)] ?? '',
      period: periods[cell % periods.length] ?? '',
    })),
  }
}

/** Observations of one cell, newest first. */
export async function askHistory(
  request: APIRequestContext,
  cell: { readonly indicator: string; readonly brain: string; readonly period: string },
) {
  const query = `indicator=${cell.indicator}&entity=${cell.brain}&period=${cell.period}`
  return ObservationHistory.parse(await read(request, `observations?${query}`)).observations
}
