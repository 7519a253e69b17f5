import type { RuleFault } from '../ruleFault.ts'
import type { LocalText } from '../text.ts'
import type { ListedIndustry } from './industryCrosswalk.ts'
import { industryKey } from './industryKey.ts'

/**
 * What is wrong with a list beyond its form: a sub-industry twice, or an alias that also means another sub-industry of
 * the same list. Empty for a list in which every name means one.
 */
export function checkList(listed: readonly ListedIndustry[]): readonly RuleFault[] {
  const names = listed.map(({ name }) => name)
  const owners = new Map<string, number>()
  names.forEach((name, i) => {
    if (!owners.has(keyOf(name))) owners.set(keyOf(name), i)
  })
  return listed.flatMap(({ name, aliases = [] }, i) => [
    ...(names.indexOf(name) === i ? [] : [repeatedName(i, name)]),
    ...aliases.flatMap((alias, a) => {
      const owner = owners.get(keyOf(alias)) ?? i
      owners.set(keyOf(alias), owner)
      return owner === i ? [] : [sharedAlias(i, a, alias, names[owner] ?? '')]
    }),
  ])
}

const keyOf = (name: string): string => {
  const { stem, part } = industryKey(name)
  return `${stem}(${part})`
}

const ONE_BRAIN: LocalText = {
  zh: '一行业一大脑：只留一行。',
  en: 'One industry, one brain: keep one.',
}

const repeatedName = (i: number, name: string): RuleFault => ({
  ...{ path: ['subIndustries', i], rule: 'repeatedName', remedy: ONE_BRAIN },
  text: { zh: `细分行业“${name}”出现两次。`, en: `"${name}" stands twice.` },
})

const sharedAlias = (i: number, a: number, alias: string, other: string): RuleFault => ({
  ...{ path: ['subIndustries', i, 'aliases', a], rule: 'sharedAlias' },
  text: {
    zh: `别名“${alias}”也指同一榜单的“${other}”。`,
    en: `The alias "${alias}" also means "${other}" of the same list.`,
  },
  remedy: {
    zh: '别名只写在一个细分行业下；本为一个行业的，合为一行。',
    en: 'Give the alias to one sub-industry; make one line of both where they are one.',
  },
})
