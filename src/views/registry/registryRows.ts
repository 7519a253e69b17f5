import type { Brain } from '../../domain/brain.ts'
import { domainName } from '../../domain/domainName.ts'
import type { LifecycleEvent } from '../../domain/event.ts'
import { foldAll } from '../../domain/lifecycle.ts'
import type { Stage } from '../../domain/lifecycle.ts'
import { cityName } from '../../domain/region.ts'
import type { Locale } from '../../domain/text.ts'

export interface RegistryRow {
  readonly brain: Brain
  readonly stage: Stage
  readonly cityName: string
  readonly domainName: string
}

/** What the page is narrowed to; empty for everything. */
export interface RegistryFilter {
  readonly text: string
  readonly city: string
  readonly domain: string
  readonly stage: string
}

/** The word of a filter for brains whose domain no source states. */
export const NO_DOMAIN = 'none'

/** Every brain with its stage at the end of `today`, in the order of registration. */
export function registryRows(
  brains: readonly Brain[],
  events: readonly LifecycleEvent[],
  today: string,
  locale: Locale,
): readonly RegistryRow[] {
  const states = foldAll(brains, events, today)
  return brains.map((brain) => ({
    brain,
    stage: states.get(brain.id)?.stage ?? 'unknown',
    cityName: cityName(brain.city, locale),
    domainName: domainName(brain.domain, locale),
  }))
}

/** Rows that hold every word of the text and fit the choices. */
export function filterRegistry(
  rows: readonly RegistryRow[],
  { text, city, domain, stage }: RegistryFilter,
): readonly RegistryRow[] {
  const words = text.toLowerCase().split(/\s+/).filter(Boolean)
  return rows.filter(({ brain, stage: own }) => {
    const has = [
      brain.id,
      brain.name,
      brain.subIndustry,
      brain.place,
      brain.leadUnit,
      brain.organiser,
    ]
      .join(' ')
      .toLowerCase()
    return (
      words.every((word) => has.includes(word)) &&
      (!city || brain.city === city) &&
      (!domain || (brain.domain ?? NO_DOMAIN) === domain) &&
      (!stage || own === stage)
    )
  })
}
