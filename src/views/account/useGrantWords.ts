import { watch } from 'vue'
import { useI18n } from 'vue-i18n'

import { cityName } from '../../domain/region.ts'
import type { Grant } from '../../domain/rights.ts'
import { useAdmin } from '../../stores/admin.ts'
import { useSession } from '../../stores/session.ts'

/** Words for what grants are for: 正式库 · 青岛市. Brains are named to those who may see them, else by their ids. */
export function useGrantWords(grants: () => readonly Grant[]) {
  const { t, locale } = useI18n()
  const admin = useAdmin()
  const session = useSession()

  watch(
    grants,
    (all) => {
      for (const { space, brain } of all)
        if (space && brain && session.mayIn('read', space)) void admin.loadBrains(space)
    },
    { immediate: true },
  )

  function placeOf({ space, city, brain }: Grant): string {
    if (space === null) return t('role.site')
    const named = admin.brains.get(space)?.find(({ id }) => id === brain)?.name ?? brain
    const part = named ?? (city && cityName(city, locale.value === 'en' ? 'en' : 'zh-CN'))
    return [t(`space.${space}`), part ?? t('role.whole')].join(' · ')
  }

  return { placeOf }
}
