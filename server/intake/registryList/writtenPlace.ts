import { COUNTIES, countiesOf } from '../../../src/domain/county.ts'
import { REGIONS } from '../../../src/domain/region.ts'

/** City and county that written places mean; what is left of the text where no county has that name. */
export interface WrittenPlace {
  readonly city: string | null
  readonly county: string | null
  /** Words that name no county: a zone, or a slip of the pen. */
  readonly rest: string
}

const CITIES = REGIONS.filter(({ level }) => level === 'city').map(({ id, name }) => ({
  id,
  words: [name.zh, name.zh.replace(/市$/, ''), name.en, id],
}))

const plain = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/[\s,，、·/-]+/gu, '')
    .replace(/^山东省?/u, '')

/** Reads 济南市历城区, 历城区 or 370112; `city` says in which city a county is looked for. */
export function writtenPlace(text: string, city: string | null = null): WrittenPlace {
  const words = plain(text)
  const named = cityAtStart(words)
  const within = named?.id ?? city
  const rest = named ? words.slice(named.length) : words
  if (rest === '') return { city: within, county: null, rest: '' }
  const county = countyOf(rest, within)
  if (county) return { city: county.parent, county: county.id, rest: '' }
  return { city: within, county: null, rest }
}

function cityAtStart(words: string): { readonly id: string; readonly length: number } | null {
  for (const { id, words: names } of CITIES)
    for (const name of names)
      if (words.toLowerCase().startsWith(plain(name).toLowerCase()) && !isCounty(words))
        return { id, length: plain(name).length }
  return null
}

/** 东营区 begins like 东营市 and is a county; so do others. */
const isCounty = (words: string): boolean => COUNTIES.some(({ name }) => name.zh === words)

function countyOf(words: string, city: string | null) {
  const inside = city === null ? COUNTIES : countiesOf(city)
  const found = inside.filter(
    ({ id, name }) =>
      id === words || name.zh === words || plain(name.en).toLowerCase() === words.toLowerCase(),
  )
  const [only] = found
  return found.length === 1 && only ? { id: only.id, parent: only.parent } : null
}
