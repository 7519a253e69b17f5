import { Instant } from '../../src/contract/index.ts'
import { HttpProblem } from './problem.ts'

/** A query parameter that holds an instant, in milliseconds; null when it is not given; throws 400. */
export function parseInstant(name: string, value: string | undefined): number | null {
  if (value === undefined) return null
  if (Instant.safeParse(value).success) return Date.parse(value)
  throw badQuery(name, {
    zh: '用 UTC 时刻，如 2026-11-16T08:00:00Z。',
    en: 'Use an instant in UTC such as 2026-11-16T08:00:00Z.',
  })
}

export const badQuery = (name: string, remedy: { zh: string; en: string }): HttpProblem =>
  new HttpProblem(
    400,
    'badQuery',
    { zh: `参数 ${name} 有误。`, en: `The parameter ${name} is not valid.` },
    [{ place: `?${name}`, rule: 'format', remedy }],
  )
