import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'

import * as z from 'zod/mini'

import {
  BrainEntry,
  CitedPointEntry,
  EventEntry,
  GapEntry,
  SourceEntry,
  TargetEntry,
} from '../src/contract/index.ts'
import type { LifecycleEvent } from '../src/domain/event.ts'
import { brainFindings } from './intake/brainRules.ts'
import { eventFindings } from './intake/eventRules.ts'
import { newFaults, optionsOf } from './intake/judgeEvents.ts'
import type { Space } from './space/space.ts'

const Observation = z.object({
  indicator: z.string(),
  entity: z.string(),
  period: z.string(),
  value: z.number(),
  source: z.string(),
})

const Holiday = z.object({ date: z.string(), kind: z.enum(['off', 'work']) })

const FILES = {
  brains: z.array(BrainEntry),
  events: z.array(EventEntry),
  targets: z.array(TargetEntry),
  sources: z.array(SourceEntry),
  cited: z.array(CitedPointEntry),
  absent: z.array(GapEntry),
  holidays: z.array(Holiday),
  observations: z.array(Observation),
} as const

export type Facts = { readonly [Name in keyof typeof FILES]: z.infer<(typeof FILES)[Name]> }

/** Reads and checks the fact files of a folder; throws with the file's name. */
export async function readFacts(folder: URL): Promise<Facts> {
  const read = async (name: keyof Facts) => {
    const text = await readFile(new URL(`${name}.json`, folder), 'utf8')
    const result = z.safeParse<z.ZodMiniType>(FILES[name], JSON.parse(text))
    if (result.success) return [name, result.data]
    throw new Error(`facts/${name}.json: ${JSON.stringify(result.error.issues.slice(0, 3))}`)
  }
  const names = Object.keys(FILES) as (keyof Facts)[]
  return Object.fromEntries(await Promise.all(names.map(read))) as Facts
}

/** The folder of the fact files that come with the product. */
export const FACTS_FOLDER = new URL('./facts/', import.meta.url)

/**
 * Brings the public facts into a space; again with the same files nothing changes, and nothing is
 * ever deleted. `main` gets everything; `demo` the targets, the work-day calendar and the publications that targets, rules and the
 * dictionary rest on.
 * A fact becomes known on its publication day, a later correction of it when it is imported.
 */
export async function importFacts(space: Space, facts: Facts, now: number): Promise<void> {
  if (space.id === 'demo') return importGoals(space, facts)
  const { targets, sources, cited, absent: gaps } = facts
  space.written(await space.store.putReference({ targets, sources, cited, gaps, holidays: [] }))
  await importCalendar(space, facts)
  await importRegistry(space, facts, now)
  for (const source of new Set(facts.observations.map((cell) => cell.source))) {
    const cells = facts.observations.filter((cell) => cell.source === source)
    await importReport(space, facts, source, cells, now)
  }
}

/** Once for the same days: a calendar that the office imported since then stays. */
const importCalendar = (space: Space, { holidays }: Facts): Promise<void> =>
  once(space, 'holidays', holidays, async () => {
    const none = { targets: [], sources: [], cited: [], gaps: [] }
    space.written(await space.store.putReference({ ...none, holidays }))
  })

async function importGoals(space: Space, facts: Facts): Promise<void> {
  const { targets, sources } = facts
  const goals = { targets, sources, holidays: [], cited: [], gaps: [] }
  space.written(await space.store.putReference(goals))
  await importCalendar(space, facts)
}

const hashOf = (value: unknown): string =>
  createHash('sha256').update(JSON.stringify(value)).digest('hex')

/** Runs `work` unless it ran for the same content before. */
async function once(
  space: Space,
  key: string,
  content: unknown,
  work: (again: boolean) => Promise<void>,
) {
  const hash = hashOf(content)
  const before = await space.store.meta(`facts.${key}`)
  if (before === hash) return
  await work(before !== null)
  await space.store.setMeta(`facts.${key}`, hash)
}

/** The facts keep the rules of what an operator registers. */
function requireSound(space: Space, { brains, events, sources }: Facts): void {
  const today = space.clock.today()
  const known = new Set(sources.map(({ id }) => id))
  const findings = [
    ...brainFindings(brains, { sources: known, today }),
    ...eventFindings(events, today),
    ...newFaults([], events as readonly LifecycleEvent[], optionsOf(space)).map((fault) => ({
      ...{ place: `/events/${fault.at}`, remedy: fault.text },
    })),
  ]
  if (findings.length > 0)
    throw new Error(
      `facts: ${findings.map(({ place, remedy }) => `${place} ${remedy.en}`).join(' · ')}`,
    )
}

async function importRegistry(space: Space, facts: Facts, now: number): Promise<void> {
  requireSound(space, facts)
  const { store } = space
  await once(space, 'brains', facts.brains, async () => {
    const sources = new Map(facts.brains.map((brain) => [brain.id, brain.sources]))
    const knownAt = (brain: string): number =>
      Math.min(now, ...(sources.get(brain) ?? []).map((source) => published(facts, source, now)))
    const told = { by: 'facts', reason: null, knownAt }
    space.written(await store.registerBrains(facts.brains, new Map(), now, told))
  })
  await once(space, 'events', facts.events, async () => {
    const writes = facts.events.map((entry) => ({
      entry,
      knownAt: published(facts, entry.document, now),
    }))
    const outcome = space.written(await store.appendEvents(writes))
    if (outcome.kind !== 'stored')
      throw new Error(
        `facts/events.json: ${outcome.kind} at ${outcome.events.join(', ')}; append a correcting event instead`,
      )
  })
}

/**
 * The instant a source became public: 00:00 UTC of its day, of the last day of its month or year
 * where no day is known; never later than now.
 */
function published({ sources }: Facts, id: string | null, now: number): number {
  const date = sources.find((source) => source.id === id)?.date ?? ''
  const [year, month, day] = date.split('-').map(Number)
  if (year === undefined || Number.isNaN(year) || year === 0) return now
  const last =
    day === undefined ? Date.UTC(year, month ?? 12, 0) : Date.UTC(year, (month ?? 1) - 1, day)
  return Math.min(last, now)
}

async function importReport(
  space: Space,
  facts: Facts,
  source: string,
  cells: Facts['observations'],
  now: number,
): Promise<void> {
  await once(space, `observations.${source}`, cells, async (again) => {
    const entry = facts.sources.find(({ id }) => id === source)
    const outcome = await space.submit({
      brain: null,
      period: null,
      by: entry?.publisher ?? source,
      reason: again ? '公开资料更正' : null,
      receivedAt: now,
      knownAt: again ? space.clock.knownNow() : published(facts, source, now),
      sha256: hashOf(cells),
      source,
      origin: 'public',
      cells: cells.map(({ indicator, period, entity, value }) => ({
        indicator,
        period,
        entity,
        value,
        absent: null,
        status: 'final',
      })),
    })
    if (outcome.kind === 'unexplained')
      throw new Error(
        `facts/observations.json: ${source} contradicts another source of the same cell`,
      )
  })
}
