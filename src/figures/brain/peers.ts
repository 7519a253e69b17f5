import type { Brain } from '../../domain/brain.ts'
import { clusterRevenue } from '../../domain/catalogue/headline.ts'
import { cityName } from '../../domain/region.ts'
import { isPresent } from '../../domain/reading.ts'
import { domainName } from '../../domain/domainName.ts'
import type { FigureContext } from '../definition.ts'
import { groupReadings, latestMonth } from '../latest.ts'
import { say } from '../text/words.ts'

export interface PeerGroup {
  readonly id: 'domain' | 'batch' | 'city'
  readonly title: string
  readonly peers: readonly { readonly id: string; readonly name: string }[]
}

/** Stages without a programme: applicants and those who left are no peers. */
const GONE = ['applied', 'reviewed', 'publicised', 'notSelected', 'disqualified']

/** Brains of the same domain, batch and city, largest revenue first, then by name. */
export function peersOf(context: FigureContext, brain: Brain): readonly PeerGroup[] {
  const { locale, cube, states } = context
  const size = new Map(
    groupReadings(context, clusterRevenue.id, latestMonth(context), 'brain').map(
      ({ id, reading }) => [id, isPresent(reading) ? reading.value : -1],
    ),
  )
  const others = cube.brains
    .filter(({ id }) => id !== brain.id && !GONE.includes(states.get(id)?.stage ?? 'unknown'))
    .sort((a, b) => (size.get(b.id) ?? -1) - (size.get(a.id) ?? -1) || compare(a.name, b.name))
  const of = (test: (other: Brain) => boolean) =>
    others.filter(test).map(({ id, name }) => ({ id, name }))
  const city = cityName(brain.city, locale)
  const groups: PeerGroup[] = [
    {
      id: 'domain',
      title: say(
        locale,
        `同领域：${domainName(brain.domain, locale)}`,
        `Domain: ${domainName(brain.domain, locale)}`,
      ),
      peers: of(({ domain }) => domain !== null && domain === brain.domain),
    },
    {
      id: 'batch',
      title: say(
        locale,
        `同批次：${brain.batch ?? '未公开'}`,
        `Batch: ${brain.batch ?? 'not public'}`,
      ),
      peers: of(({ batch }) => batch !== null && batch === brain.batch),
    },
    {
      id: 'city',
      title: say(locale, `同市：${city}`, `City: ${city}`),
      peers: of((other) => other.city === brain.city),
    },
  ]
  return groups
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
