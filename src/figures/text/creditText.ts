import type { Locale } from '../../domain/text.ts'

/** What the simulator calls itself as a sender. */
const SIMULATED = /^模拟数据(?:（种子 (\d+)）)?$/u

/** Whom a space credits its data to, in the reader's language where the name has a form in it; null for nobody. */
export function creditText(credit: string | null, locale: Locale): string | null {
  const [isOurs, seed] = SIMULATED.exec(credit ?? '') ?? []
  if (locale !== 'en' || isOurs === undefined) return credit
  return seed === undefined ? 'Simulated data' : `Simulated data (seed ${seed})`
}
