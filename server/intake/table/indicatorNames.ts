import type { Indicator } from '../../../src/domain/indicator.ts'
import { isUnitWord } from '../../../src/domain/writtenUnit.ts'
import { nearest } from '../nearest.ts'
import { splitBrackets, wordKey } from './columnWords.ts'

/** The dictionary by what people write for its indicators. */
export interface IndicatorNames {
  /** Those that a text can mean, with the unit in brackets behind it: one, none, or several. */
  readonly find: (written: string) => Named
  /** The indicator whose name is closest to a text. */
  readonly suggest: (written: string) => Indicator | null
}

export interface Named {
  readonly indicators: readonly Indicator[]
  readonly unit: string
}

const NOBODY: Named = { indicators: [], unit: '' }

/** The key of a name; 规模以上 and 规上 are the same word. */
const nameKey = (text: string): string => wordKey(text).replaceAll('规模以上', '规上')

/** What else an indicator is called: without 集群, without what stands in brackets, or by that alone. */
function namesOf({ id, name }: Indicator): string[] {
  const { word, inside } = splitBrackets(name.zh)
  const short = name.zh.replace(/^集群(?!内)/, '')
  return [...new Set([id, name.zh, name.en, short, word, inside].map(nameKey))].filter(Boolean)
}

const known = new WeakMap<ReadonlyMap<string, Indicator>, IndicatorNames>()

/** Names of a dictionary; made once for each. What brains report goes before statistics of the same name. */
export function indicatorNames(indicators: ReadonlyMap<string, Indicator>): IndicatorNames {
  const made = known.get(indicators) ?? makeNames([...indicators.values()])
  known.set(indicators, made)
  return made
}

function makeNames(indicators: readonly Indicator[]): IndicatorNames {
  const byName = new Map<string, Indicator[]>()
  for (const indicator of indicators)
    for (const name of namesOf(indicator)) {
      const others = byName.get(name)
      if (others) others.push(indicator)
      else byName.set(name, [indicator])
    }
  const exact = (written: string): readonly Indicator[] => {
    const all = byName.get(nameKey(written)) ?? []
    const reported = all.filter(({ reportedFrom }) => reportedFrom !== 'region')
    return reported.length > 0 ? reported : all
  }
  return {
    find: (written) => {
      const whole = exact(written)
      if (whole.length > 0) return { indicators: whole, unit: '' }
      const { word, inside } = splitBrackets(written)
      if (!isUnitWord(inside)) return NOBODY
      return { indicators: exact(word), unit: inside }
    },
    suggest: (written) => {
      const close = nearest(nameKey(splitBrackets(written).word).slice(0, 60), byName.keys())
      return (close === null ? undefined : byName.get(close)?.[0]) ?? null
    },
  }
}
