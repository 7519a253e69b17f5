import type { LifecycleEvent } from './event.ts'
import type { LocalText } from './text.ts'

/** Level of a region; zones (功能区) have no adcode of their own and hang under a city. */
export type RegionLevel = 'province' | 'city' | 'county' | 'zone'

export interface Region {
  /** Six-digit adcode (GB/T 2260); a zone has `<city>-<slug>`. */
  readonly id: string
  readonly name: LocalText
  readonly level: RegionLevel
  readonly parent: string | null
}

/** The seven domains of the first list (2023) and 其他, to which later domains map through the crosswalk. */
export const DOMAIN_IDS = [
  'machinery',
  'chemicals',
  'light',
  'textiles',
  'electronics',
  'itServices',
  'producerServices',
  'other',
] as const

export type DomainId = (typeof DOMAIN_IDS)[number]

/** How sure a public fact is: A official, B press, C reprint (shown as 待核), D left out. */
export const CONFIDENCES = ['A', 'B', 'C'] as const
export type Confidence = (typeof CONFIDENCES)[number]

/** How a brain came to be known: from a public source, by the simulator, by its own registration. */
export const BRAIN_ORIGINS = ['public', 'simulated', 'registered'] as const

/** Registry entry of one 产业大脑. Null where no source states it: never guessed. */
export interface Brain {
  readonly id: string
  readonly name: string
  readonly subIndustry: string
  readonly domain: DomainId | null
  /** adcode of the city and of the county; `place` is the host place as printed. */
  readonly city: string
  readonly county: string | null
  readonly place: string
  readonly organiser: string | null
  readonly leadUnit: string | null
  readonly jointUnits: readonly string[]
  readonly batch: number | null
  /** Honours such as 省级示范型: beside the stage, never a stage. */
  readonly honours: readonly string[]
  readonly origin: (typeof BRAIN_ORIGINS)[number]
  readonly confidence: Confidence | null
  readonly sources: readonly string[]
}

/** Brains of the register itself: registered by their operator, or simulated. */
export const isOwn = ({ origin }: Brain): boolean => origin !== 'public'

/** Subject of the officially published count of pilots. */
export const PUBLISHED_PILOTS = 'office.pilots'

/** What decides whether a count of brains says anything about the programme. */
export interface Register {
  readonly brains: readonly Brain[]
  readonly events: readonly LifecycleEvent[]
  readonly cited: readonly CitedPoint[]
}

/**
 * Whether the register is complete enough to be counted. Only brains of the register itself of which a 试点,
 * 验收 or 挂牌 is recorded speak for it. Where the office has published a number of pilots, there must be at
 * least as many of them: below it brains are known to be missing, and a count would state less than the
 * office does. Where nothing is published, there must be one, and no brain that only the press names.
 */
export function isCountable({ brains, events, cited }: Register): boolean {
  const own = new Set(brains.filter(isOwn).map(({ id }) => id))
  const recorded = new Set(
    events.filter(({ brain, kind }) => own.has(brain) && ENTRIES.has(kind)).map((e) => e.brain),
  ).size
  const published = publishedPilots(cited)
  if (published !== null) return recorded >= published
  return recorded > 0 && own.size === brains.length
}

const ENTRIES: ReadonlySet<string> = new Set(['piloted', 'accepted', 'designated'])

/** The latest published number of pilots. */
function publishedPilots(cited: readonly CitedPoint[]): number | null {
  const counts = cited.filter(({ subject }) => subject === PUBLISHED_PILOTS)
  return counts.sort((a, b) => a.date.localeCompare(b.date)).at(-1)?.value ?? null
}

/** A publication that a fact rests on. Mirror addresses are not kept. */
export interface Source {
  readonly id: string
  readonly title: string
  readonly publisher: string
  readonly date: string
  readonly confidence: Confidence
}

/** A dated goal with its document; never a constant in code. */
export interface Target {
  readonly id: string
  /** `programme.brains` or an indicator id. */
  readonly subject: string
  readonly period: string
  readonly value: number
  readonly label: LocalText
  readonly source: string
}

/** A count as one publication states it, with its own 口径: never joined to another one. */
export interface CitedPoint {
  readonly id: string
  readonly subject: string
  readonly date: string
  readonly value: number
  readonly label: LocalText
  readonly definition: LocalText
  readonly source: string
}

/** Something that no public source states, why, and how an operator brings it in. */
export interface Gap {
  readonly id: string
  readonly what: LocalText
  readonly why: LocalText
  readonly bring: LocalText
}
