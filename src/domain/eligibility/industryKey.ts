/** Words that name the same industry as the rest of the name alone. */
const ENDINGS = /(?:制造业|制造|产业|行业|业)+$/u

/** Brackets that explain the name instead of narrowing it: «轴承制造（含滚子）». */
const EXPLAINS = /\((?:含|包括|不含|除|原|即|简称|又称)[^)]*\)/gu

/** A sub-industry's stem, and what a bracket narrows it to: «人工智能（智能装备）» is not «人工智能（智慧城市）». */
export interface IndustryKey {
  readonly stem: string
  readonly part: string
}

/** A name without explaining brackets, blanks and a closing 制造业, 产业 …: «轴承制造（含滚子）» is «轴承». */
export function industryKey(name: string): IndustryKey {
  const bare = name
    .normalize('NFKC')
    .replace(EXPLAINS, '')
    .replace(/[\s·、,]/gu, '')
    .toLowerCase()
  const part = [...bare.matchAll(/\(([^)]*)\)/gu)].map(([, inside = '']) => inside).join('+')
  const whole = bare.replace(/\([^)]*\)/gu, '')
  const stem = whole.replace(ENDINGS, '')
  return { stem: stem === '' ? whole : stem, part }
}

/** Whether two names mean the same industry: one that is not narrowed holds every part of it. */
export const isSameIndustry = (a: IndustryKey, b: IndustryKey): boolean =>
  a.stem === b.stem && (a.part === b.part || a.part === '' || b.part === '')
