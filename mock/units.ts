import type { Brain, DomainId } from '../src/domain/brain.ts'
import { DOMAIN_NAMES } from '../src/domain/domainName.ts'
import { cityName } from '../src/domain/region.ts'
import { randomOf } from './random.ts'

const ORGANISERS = ['产业推进专班', '产业工作组', '产业联合体'] as const
const LEADS = ['链主企业', '骨干企业', '龙头企业'] as const

/** Share of brains of which a unit is not registered, so that the words for it stay in sight. */
const UNREGISTERED = 0.12

type Units = Pick<Brain, 'organiser' | 'leadUnit'>

/**
 * Organiser 组织单位 and lead unit 揭榜单位 of a simulated brain: 示例·淄博化工产业工作组. City, trade and a general
 * word: no real unit is called so. Either is null in a few, each by itself.
 */
export function unitsOf(
  { id, city, domain }: Pick<Brain, 'id' | 'city'> & { readonly domain: DomainId },
  seed: number,
): Units {
  const random = randomOf(seed, 'units', id)
  const prefix = `示例·${cityName(city, 'zh-CN', { short: true })}${tradeOf(domain)}`
  const named = (kinds: readonly [string, ...string[]]): string | null => {
    const kind = random.pick(kinds)
    return random.chance(UNREGISTERED) ? null : `${prefix}${kind}`
  }
  return { organiser: named(ORGANISERS), leadUnit: named(LEADS) }
}

/** 信息技术服务业 + 产业 reads badly: the class without its 业; nothing for brains beyond the domains. */
const tradeOf = (domain: DomainId): string =>
  domain === 'other' ? '' : DOMAIN_NAMES[domain].zh.replace(/业$/, '')
