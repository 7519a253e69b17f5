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

/**
 * Where the page's figures come from: asked at the click, so that it is the view of that moment. The link asks as of
 * the instant at which the figure was taken, so that it leads to the same numbers whatever is revised afterwards.
 */
export function useOrigin(now: () => Date = () => new Date()): (choice: OriginChoice) => Origin {
  const taken = now().toISOString()
  const place = useSpace()
  const route = inject(routeLocationKey, null)
  const { marked } = useUserMark()
  return ({ marking, watermark }) => {
    const path = route?.fullPath ?? `/${place.id}`
    return {
      space: place.id,
      query: path.replace(`/${place.id}/`, ''),
      link: new URL(asOfIn(path, place.asOf ?? taken), window.location.href).href,
      asOf: place.asOf && instantText(place.asOf).slice(0, 10),
      madeAt: now().toISOString(),
      marking,
      watermark: marked(watermark),
    }
  }
}

/** The view with its instant, written anew where it has one. */
function asOfIn(path: string, instant: string): string {
  const [before = '', hash] = path.split('#')
  const [name = '', search = ''] = before.split('?')
  const kept = search.split('&').filter((part) => part !== '' && !/^asOf(=|$)/.test(part))
  return `${name}?${[...kept, `asOf=${instant}`].join('&')}${hash === undefined ? '' : `#${hash}`}`
}
