import { computed } from 'vue'
import { useI18n } from 'vue-i18n'

import { DOMAIN_IDS } from '../../domain/brain.ts'
import type { DomainId } from '../../domain/brain.ts'
import { regionName } from '../../domain/county.ts'
import { domainName } from '../../domain/domainName.ts'
import type { Locale } from '../../domain/text.ts'

/** Fields whose value is an id as people read it; other values are read as they are. */
export function useRegistryWords() {
  const { t, locale: language } = useI18n()
  const locale = computed<Locale>(() => (language.value === 'en' ? 'en' : 'zh-CN'))

  function valueOf(field: string, value: string | null): string {
    if (!value) return t('registry.empty')
    if (field === 'city' || field === 'county') return regionName(value, locale.value)
    if (field === 'stage') return t(`stage.${value}`)
    if (field === 'origin') return t(`registry.originOf.${value}`)
    if (field === 'domain' && (DOMAIN_IDS as readonly string[]).includes(value))
      return domainName(value as DomainId, locale.value)
    return value
  }

  return { locale, valueOf }
}
