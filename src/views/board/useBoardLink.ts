import { computed } from 'vue'
import { useRoute, useRouter } from 'vue-router'

import { BOARD_STATES, type BoardState } from '../../domain/board/boardState.ts'
import { DOMAIN_IDS, type DomainId } from '../../domain/brain.ts'
import { textIn } from '../desk/textIn.ts'
import { useDeskLinks } from '../desk/useDeskLinks.ts'

export const SPANS = [12, 24, 36] as const
export const BOARD_ORDERS = ['state', 'name', 'onTime'] as const

/** What a reader chose, as the address holds it. */
export interface BoardChoice {
  readonly span: (typeof SPANS)[number]
  /** Month id; empty for the last one that is due. */
  readonly month: string
  /** adcode; empty for all. */
  readonly city: string
  readonly domain: DomainId | ''
  readonly state: BoardState | ''
  readonly text: string
  readonly order: (typeof BOARD_ORDERS)[number]
}

const NAMES = {
  ...{ span: 'span', month: 'month', city: 'city', domain: 'domain' },
  ...{ state: 'state', text: 'q', order: 'order' },
} as const satisfies Record<keyof BoardChoice, string>

/** Longest text that is looked for. */
const LONGEST = 60

/** The choices of the board in the address; what is unknown there counts as not chosen. */
export function useBoardLink() {
  const route = useRoute()
  const router = useRouter()
  const { kept } = useDeskLinks()
  const choice = computed((): BoardChoice => ({
    span: SPANS.find((span) => String(span) === textIn(route.query, 'span')) ?? SPANS[0],
    month: textIn(route.query, 'month'),
    city: textIn(route.query, 'city'),
    domain: DOMAIN_IDS.find((id) => id === textIn(route.query, 'domain')) ?? '',
    state: BOARD_STATES.find((state) => state === textIn(route.query, 'state')) ?? '',
    text: textIn(route.query, 'q').slice(0, LONGEST),
    order: BOARD_ORDERS.find((order) => order === textIn(route.query, 'order')) ?? 'state',
  }))

  function go(part: Partial<BoardChoice>): void {
    const next: BoardChoice = { ...choice.value, ...part }
    const query = Object.entries(NAMES).flatMap(([key, name]) => {
      const value = String(next[key as keyof BoardChoice])
      const isUsual = value === '' || value === String(SPANS[0]) || value === 'state'
      return isUsual ? [] : [[name, value] as const]
    })
    void router.replace({ query: { ...Object.fromEntries(query), ...kept.value } })
  }
  return { choice, go }
}
