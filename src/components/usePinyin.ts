import { shallowRef, type ShallowRef } from 'vue'

/** The syllables of a Chinese text without tones, ü as v; other characters as they are. */
export type SyllablesOf = (text: string) => readonly string[]

/** Place names of Shandong that are read otherwise than their characters usually are. */
const LOCAL_READINGS = { 乐陵: 'lào líng', 单县: 'shàn xiàn' }

/** Thousands of names share few words: each is looked up once. */
const BETWEEN_WORDS = /[·\s]+|(\d+)/

const NONE: readonly string[] = []
const syllablesOf = shallowRef<SyllablesOf>(() => NONE)
let loading: Promise<void> | null = null

/**
 * Pinyin for search boxes. The library is fetched by `load`, once for the page, when somebody is about to
 * type; until then a text has no syllables and is found by its characters and codes only.
 */
export function usePinyin(): {
  readonly syllablesOf: Readonly<ShallowRef<SyllablesOf>>
  readonly load: () => Promise<void>
} {
  return { syllablesOf, load: () => (loading ??= fetchPinyin()) }
}

async function fetchPinyin(): Promise<void> {
  try {
    const { customPinyin, pinyin } = await import('pinyin-pro')
    customPinyin(LOCAL_READINGS)
    const known = new Map<string, readonly string[]>()
    const read = (word: string): readonly string[] =>
      pinyin(word, { toneType: 'none', type: 'array', v: true, nonZh: 'consecutive' })
    const remember = (word: string): readonly string[] => {
      const syllables = known.get(word) ?? read(word)
      known.set(word, syllables)
      return syllables
    }
    syllablesOf.value = (text) => text.split(BETWEEN_WORDS).filter(Boolean).flatMap(remember)
  } catch {
    // Not fetched: the next focus tries again.
    loading = null
  }
}
