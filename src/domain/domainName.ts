import type { DomainId } from './brain.ts'
import type { Locale, LocalText } from './text.ts'

/** Names of the seven domains of the 2023 list (source S01) and of the rest. */
export const DOMAIN_NAMES: Readonly<Record<DomainId, LocalText>> = {
  machinery: { zh: '机械', en: 'Machinery' },
  chemicals: { zh: '化工', en: 'Chemicals' },
  light: { zh: '轻工', en: 'Light industry' },
  textiles: { zh: '纺织', en: 'Textiles' },
  electronics: { zh: '电子', en: 'Electronics' },
  itServices: { zh: '信息技术服务业', en: 'IT services' },
  producerServices: { zh: '生产性服务业', en: 'Producer services' },
  other: { zh: '其他', en: 'Other' },
}

/** Name of a domain; one that no source states reads 领域未公开. */
export function domainName(domain: DomainId | null, locale: Locale): string {
  const { zh, en } = domain ? DOMAIN_NAMES[domain] : { zh: '领域未公开', en: 'Domain not public' }
  return locale === 'en' ? en : zh
}
