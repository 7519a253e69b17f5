import { useI18n } from 'vue-i18n'

import { cityName } from '../../domain/region.ts'
import type { Grant } from '../../domain/rights.ts'

/** Words for what a grant is for: 正式库 · 青岛市. */
export function useGrantWords() {
  const { t, locale } = useI18n()

  function placeOf({ space, city, brain }: Grant): string {
    if (space === null) return t('role.site')
    const part = brain ?? (city && cityName(city, locale.value === 'en' ? 'en' : 'zh-CN'))
    return [t(`space.${space}`), part ?? t('role.whole')].join(' · ')
  }

  return { placeOf }
}
