import { DOMAIN_IDS, type Brain, type DomainId } from '../src/domain/brain.ts'
import { cityName } from '../src/domain/region.ts'
import { SUB_INDUSTRIES, type SubIndustry } from '../src/domain/taxonomy.ts'
import { apportion } from './apportion.ts'
import { LATE_CITY, PLACES, type Place } from './places.ts'
import { randomOf, type Random } from './random.ts'
import { pilotDay, routesOf, stopDay, type Role, type Route } from './routes.ts'
import type { Scenario } from './scenarios.ts'
import { unitsOf } from './units.ts'

/** One simulated brain: its registry entry and what drives its events and figures. */
export interface SimulatedBrain {
  readonly entry: Brain
  readonly role: Role
  readonly route: Route
  /** Day of the first 试点 and of 取消资格; null where there was none. */
  readonly pilot: string | null
  readonly stop: string | null
  /** Share of the province's cluster revenue, relative to the other brains. */
  readonly size: number
}

/** Counted brains of 54 in each domain, in the order of DOMAIN_IDS. */
const DOMAIN_WEIGHTS: Readonly<Record<DomainId, number>> = {
  machinery: 14,
  chemicals: 9,
  light: 9,
  textiles: 5,
  electronics: 6,
  itServices: 5,
  producerServices: 4,
  other: 2,
}

const NEEDS_COAST = /海洋|港口|水产/

interface Slot {
  readonly place: Place
  readonly share: number
}

/** Host places of `count` brains: single-host cities first, the late city before all. */
function slotsOf(count: number): Slot[] {
  const parts = apportion(
    count,
    PLACES.map(({ brains }) => brains),
  )
  const rank = (i: number): number => (PLACES[i]?.city === LATE_CITY ? 0 : (parts[i] ?? 0))
  return PLACES.map((_, i) => i)
    .sort((a, b) => rank(a) - rank(b) || a - b)
    .flatMap((i) => {
      const place = PLACES[i] as Place
      const hosts = parts[i] ?? 0
      return Array.from({ length: hosts }, () => ({ place, share: place.revenue / hosts }))
    })
}

type Weights = Readonly<Record<DomainId, number>>

/** Hands out domains in the mix of `weights`, more often one that the city favours. */
function domainDealer(count: number, weights: Weights, random: Random) {
  const left = apportion(
    count,
    DOMAIN_IDS.map((id) => weights[id]),
  )
  const bag = random.shuffle(DOMAIN_IDS.flatMap((id, i) => Array<DomainId>(left[i] ?? 0).fill(id)))
  return (place: Place): DomainId => {
    const favoured = bag.findIndex((id) => place.favours.includes(id))
    const at = favoured >= 0 && random.chance(0.55) ? favoured : 0
    return bag.splice(at, 1)[0] ?? 'other'
  }
}

/** Hands out sub-industries: each once before any comes again, sea trades only on the coast. */
function nameDealer(random: Random) {
  const shuffled = random.shuffle(SUB_INDUSTRIES)
  const uses = new Map<string, number>()
  const used = ({ code }: SubIndustry): number => uses.get(code) ?? 0
  const deal = (domain: DomainId, coastal: boolean): { name: string; subIndustry: string } => {
    const all = shuffled.filter(
      (item) => item.domain === domain && (coastal || !NEEDS_COAST.test(item.name.zh)),
    )
    const least = Math.min(...all.map(used))
    const chosen = all.find((item) => used(item) === least)
    if (!chosen) throw new RangeError(`no sub-industry of domain "${domain}" in the taxonomy`)
    uses.set(chosen.code, least + 1)
    const number = least === 0 ? '' : ` ${least + 1}`
    return { name: `示例·${chosen.name.zh}${number}`, subIndustry: chosen.name.zh }
  }
  return { deal, unused: () => unusedByDomain(shuffled.filter((item) => used(item) === 0)) }
}

/** How many sub-industries of each domain are left; the planned mix when none is. */
function unusedByDomain(left: readonly SubIndustry[]): Weights {
  if (left.length === 0) return DOMAIN_WEIGHTS
  const count = (id: DomainId): number => left.filter(({ domain }) => domain === id).length
  return Object.fromEntries(DOMAIN_IDS.map((id) => [id, count(id)])) as Record<DomainId, number>
}

/** Calm routes first, so that single-host cities are not the ones in trouble. */
function dealtRoutes(scenario: Scenario, random: Random) {
  const all = routesOf(scenario)
  const counted = random.shuffle(all.filter(({ role }) => role === 'counted'))
  const calm = counted.filter(({ route }) => !route.trouble)
  const troubled = counted.filter(({ route }) => route.trouble)
  return [...calm, ...troubled, ...all.filter(({ role }) => role !== 'counted')]
}

/**
 * All brains of the scenario, counted ones first. Ids are `sim-001` onwards; organisers and lead units are examples
 * as the brains are, never a real office or firm. As long as sub-industries last, no two brains that are counted or
 * in the pool share one; refused applicants may be rivals of theirs.
 */
export function simulateBrains(scenario: Scenario): readonly SimulatedBrain[] {
  const random = randomOf(scenario.seed, 'brains')
  const routes = dealtRoutes(scenario, random)
  const held = scenario.disqualified + scenario.pool
  const refused = routes.length - scenario.counted - held
  const names = nameDealer(random)
  const width = Math.max(3, String(routes.length).length)
  const deal = (from: number, slots: readonly Slot[], weights: Weights): SimulatedBrain[] => {
    const domainFor = domainDealer(slots.length, weights, random)
    return slots.map(({ place, share }, i) => {
      const { role, route } = routes[from + i] as (typeof routes)[number]
      const domain = domainFor(place)
      const id = `sim-${String(from + i + 1).padStart(width, '0')}`
      const called = names.deal(domain, place.coastal)
      const units = unitsOf({ id, city: place.city, domain }, scenario.seed)
      const entry = {
        ...entryOf({ id, ...called, domain, place, batch: route.batch }, random),
        ...units,
      }
      const size = share * Math.max(0.2, 1 + 0.3 * random.normal())
      return { entry, role, route, pilot: pilotDay(route), stop: stopDay(route), size }
    })
  }
  return [
    ...evened(deal(0, slotsOf(scenario.counted), DOMAIN_WEIGHTS)),
    ...deal(scenario.counted, random.shuffle(slotsOf(held)), names.unused()),
    ...deal(scenario.counted + held, random.shuffle(slotsOf(refused)), DOMAIN_WEIGHTS),
  ]
}

/** Scales sizes so that the brains of a city add up to its share again. */
function evened(brains: readonly SimulatedBrain[]): SimulatedBrain[] {
  const sums = new Map<string, number>()
  for (const { entry, size } of brains) {
    sums.set(entry.city, (sums.get(entry.city) ?? 0) + size)
  }
  return brains.map((brain) => {
    const { city } = brain.entry
    const sum = sums.get(city)
    const revenue = PLACES.find((place) => place.city === city)?.revenue ?? 0
    return sum ? { ...brain, size: (brain.size * revenue) / sum } : brain
  })
}

interface Identity {
  readonly id: string
  readonly name: string
  readonly subIndustry: string
  readonly domain: DomainId
  readonly place: Place
  readonly batch: number
}

function entryOf({ place, ...identity }: Identity, random: Random): Brain {
  const [county, countyName] = random.pick(place.counties)
  return {
    ...identity,
    city: place.city,
    county,
    place: `${cityName(place.city, 'zh-CN')}${countyName}`,
    organiser: null,
    leadUnit: null,
    jointUnits: [],
    honours: [],
    origin: 'simulated',
    confidence: null,
    sources: [],
  }
}
