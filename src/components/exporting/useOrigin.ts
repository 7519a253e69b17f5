import { inject } from 'vue'
import { routeLocationKey } from 'vue-router'

import type { Marking, Origin } from '../../export/exported.ts'
import { instantText } from '../../figures/text/age.ts'
import { useSpace } from '../../stores/space.ts'
import { useUserMark } from '../../stores/useUserMark.ts'

/** What the reader says of a file. */
export interface OriginChoice {
  readonly marking: Marking | null
  readonly watermark: string
}

/** Where the page's figures come from: asked at the click, so that it is the view of that moment. */
export function useOrigin(): (choice: OriginChoice) => Origin {
  const place = useSpace()
  const route = inject(routeLocationKey, null)
  const { marked } = useUserMark()
  return ({ marking, watermark }) => {
    const path = route?.fullPath ?? `/${place.id}`
    return {
      space: place.id,
      query: path.replace(`/${place.id}/`, ''),
      link: new URL(path, window.location.href).href,
      asOf: place.asOf && instantText(place.asOf).slice(0, 10),
      madeAt: new Date().toISOString(),
      marking,
      watermark: marked(watermark),
    }
  }
}
