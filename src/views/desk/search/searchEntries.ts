import type { Brain, Region } from '../../../domain/brain.ts'
import { regionName } from '../../../domain/county.ts'
import type { Indicator } from '../../../domain/indicator.ts'
import type { SearchEntry } from '../../../domain/searchIndex.ts'
import { domainName } from '../../../domain/domainName.ts'
import { textOf, type Locale } from '../../../domain/text.ts'
import { unitText } from '../../../figures/text/trace.ts'

/** Gives the syllables of a Chinese text; nothing while pinyin is not there. */
export type Syllables = (text: string) => readonly string[]

const spoken = (syllables: Syllables, ...texts: readonly string[]) =>
  texts.map(syllables).filter((row) => row.length > 0)

/** Found by id, name without its prefix, sub-industry and place. */
export function brainEntry(brain: Brain, locale: Locale, syllables: Syllables): SearchEntry {
  const { id, name, subIndustry, place, domain } = brain
  return {
    kind: 'brain',
    id,
    name,
    hint: [place, domainName(domain, locale)].join(' · '),
    names: [subIndustry],
    syllables: spoken(syllables, name, subIndustry),
  }
}

export const indicatorEntry = (
  indicator: Indicator,
  locale: Locale,
  syllables: Syllables,
): SearchEntry => ({
  kind: 'indicator',
  id: indicator.id,
  name: textOf(indicator.name, locale),
  hint: unitText(indicator, locale),
  names: [indicator.name.zh, indicator.name.en],
  syllables: spoken(syllables, indicator.name.zh),
})

/** Found by adcode, by its name with and without 市, and in English. */
export const regionEntry = (region: Region, locale: Locale, syllables: Syllables): SearchEntry => ({
  kind: 'region',
  id: region.id,
  name: textOf(region.name, locale),
  hint: [region.parent && regionName(region.parent, locale), region.id].filter(Boolean).join(' · '),
  names: [region.name.zh, region.name.zh.replace(/[省市区县]$/u, ''), region.name.en],
  syllables: spoken(syllables, region.name.zh, region.name.zh.replace(/[省市区县]$/u, '')),
})

export const pageEntry = (page: string, name: string, syllables: Syllables): SearchEntry => ({
  kind: 'page',
  id: page,
  name,
  hint: '',
  names: [],
  syllables: spoken(syllables, name),
})

/** A view is opened by its path, which is its id. */
export const viewEntry = (name: string, path: string, syllables: Syllables): SearchEntry => ({
  kind: 'view',
  id: path,
  name,
  hint: '',
  names: [],
  syllables: spoken(syllables, name),
})
