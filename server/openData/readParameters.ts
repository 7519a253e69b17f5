import { Instant, PeriodId } from '../../src/contract/index.ts'
import { parsePeriod } from '../../src/domain/period.ts'
import type { Locale, LocalText } from '../../src/domain/text.ts'
import { HttpProblem } from '../http/problem.ts'
import type { Finding } from '../http/problem.ts'
import { nearest } from '../intake/nearest.ts'
import { MAX_FINDINGS } from '../intake/schemaFindings.ts'

/** Ids that a parameter may name, each with the words by which people know it. */
export type Vocabulary = ReadonlyMap<string, readonly string[]>

/** Looking for the nearest name costs time: at most so many of them, none for longer texts. */
const MOST_GUESSES = 8
const LONGEST_GUESSED = 40

export const vocabulary = (ids: Iterable<string>): Vocabulary =>
  new Map(Array.from(ids, (id) => [id, []]))

export type Parameters = ReturnType<typeof readParameters>

/**
 * Reads the parameters of a URL. Faults are gathered: `done()` throws one 400 that lists each with place,
 * rule and remedy. A list is given with commas or by repeating its name.
 */
export function readParameters(search: URLSearchParams, names: readonly string[]) {
  const findings: Finding[] = []
  let guesses = MOST_GUESSES
  const guess = (given: string, find: () => string | null): string | null =>
    given.length <= LONGEST_GUESSED && guesses-- > 0 ? find() : null
  const fault = (name: string, rule: string, remedy: LocalText): void =>
    void findings.push({ place: `?${name}`, rule, remedy })

  for (const name of new Set(search.keys()))
    if (!names.includes(name))
      fault(
        name,
        'unknownParameter',
        unknown(
          name,
          guess(name, () => nearest(name, names)),
          names,
        ),
      )

  const one = (name: string): string | null => {
    const values = search.getAll(name)
    if (values.length > 1)
      fault(name, 'repeated', { zh: '只给一个值。', en: 'Give one value only.' })
    return values[0] || null
  }

  const oneOf = <T extends string>(name: string, values: readonly T[], fallback: T): T => {
    const given = one(name)
    const found = values.find((value) => value === given)
    if (given !== null && found === undefined)
      fault(
        name,
        'unknownValue',
        unknown(
          given,
          guess(given, () => nearest(given, values)),
          values,
        ),
      )
    return found ?? fallback
  }

  const list = (name: string, known: Vocabulary): readonly string[] | null => {
    const given = search.getAll(name).flatMap((text) => text.split(',').map((part) => part.trim()))
    const wanted = [...new Set(given)].filter((part) => part !== '')
    for (const id of wanted)
      if (!known.has(id))
        fault(
          name,
          'unknownName',
          unknown(
            id,
            guess(id, () => nearestName(id, known)),
          ),
        )
    return wanted.length === 0 ? null : wanted
  }

  return {
    fault,
    list,
    oneOf,
    locale: (): Locale => (oneOf('lang', ['zh-CN', 'zh', 'en'], 'zh-CN') === 'en' ? 'en' : 'zh-CN'),

    number(name: string, [least, most]: readonly [number, number], fallback: number): number {
      const given = one(name)
      if (given === null) return fallback
      const value = /^\d{1,9}$/.test(given) ? Number(given) : NaN
      if (value >= least && value <= most) return value
      fault(name, 'range', {
        zh: `给出 ${least} 到 ${most} 的整数。`,
        en: `Give a whole number from ${least} to ${most}.`,
      })
      return fallback
    },

    period(name: string): string | null {
      const given = one(name)
      if (given === null || (PeriodId.safeParse(given).success && parsePeriod(given))) return given
      fault(name, 'period', {
        zh: '期写作 2026-10、2026-Q3、2026-H1 或 2026。',
        en: 'Write a period as 2026-10, 2026-Q3, 2026-H1 or 2026.',
      })
      return null
    },

    /** In milliseconds since 1970. */
    instant(name: string): number | null {
      const given = one(name)
      if (given === null) return null
      if (Instant.safeParse(given).success) return Date.parse(given)
      fault(name, 'instant', {
        zh: '用 UTC 时刻，如 2026-11-16T08:00:00Z。',
        en: 'Use an instant in UTC such as 2026-11-16T08:00:00Z.',
      })
      return null
    },

    /** Throws what was found so far. */
    done(): void {
      if (findings.length > 0) throw badParameters(findings)
    },
  }
}

const badParameters = (findings: readonly Finding[]): HttpProblem =>
  new HttpProblem(
    400,
    'badQuery',
    { zh: '参数有误，未作答。', en: 'Parameters are not valid; nothing was answered.' },
    findings.slice(0, MAX_FINDINGS),
  )

/** By its words exactly, else the closest id, else the closest words. */
function nearestName(given: string, known: Vocabulary): string | null {
  const byWord = new Map([...known].flatMap(([id, words]) => words.map((word) => [word, id])))
  const word = byWord.has(given) ? given : null
  const close = word ?? nearest(given, known.keys()) ?? nearest(given, byWord.keys())
  return close === null ? null : (byWord.get(close) ?? close)
}

/** Names listed at most where nothing is close. */
const LISTED = 12

function unknown(given: string, close: string | null, all: readonly string[] = []): LocalText {
  const text = given.slice(0, 60)
  if (close !== null)
    return {
      zh: `没有“${text}”，最接近的是 ${close}。`,
      en: `There is no "${text}"; the nearest is ${close}.`,
    }
  const choice = all.slice(0, LISTED).join(', ')
  return choice === ''
    ? { zh: `没有“${text}”。`, en: `There is no "${text}".` }
    : { zh: `没有“${text}”，可用：${choice}。`, en: `There is no "${text}"; use one of ${choice}.` }
}
