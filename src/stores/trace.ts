import { defineStore } from 'pinia'
import { markRaw, shallowRef } from 'vue'

import type { CellAddress } from '../data/client.ts'
import type { DataError } from '../data/dataError.ts'
import type { ObservedCell, ReportHead } from '../domain/trace.ts'
import { usePorts } from './ports.ts'
import { useSpace } from './space.ts'

/** The history of one cell: null while it is not there. */
export interface CellHistory {
  readonly observations: readonly ObservedCell[]
  /** By id; those that could not be read are left out. */
  readonly reports: ReadonlyMap<string, ReportHead>
}

/**
 * The observations of the cell that the page traces and the reports they came from, as of the instant the
 * page looks at. The newest question wins: an answer to an older one is dropped.
 */
export const useTrace = defineStore('trace', () => {
  const { client } = usePorts()
  const place = useSpace()
  const history = shallowRef<CellHistory | null>(null)
  const error = shallowRef<DataError | null>(null)
  let asked: AbortController | null = null

  /** Forgets the former cell. */
  function leave(): void {
    asked?.abort()
    asked = null
    history.value = null
    error.value = null
  }

  /** Asks for a cell; never rejects: `error` says why there is no answer. Keeps what it shows until then. */
  async function follow(cell: CellAddress): Promise<void> {
    asked?.abort()
    const mine = (asked = new AbortController())
    try {
      const answer = await read(cell, mine.signal)
      if (asked !== mine) return
      history.value = markRaw(answer)
      error.value = null
    } catch (cause) {
      if (asked === mine) error.value = cause as DataError
    }
  }

  async function read(cell: CellAddress, signal: AbortSignal): Promise<CellHistory> {
    const { id: space, asOf } = place
    const { observations } = await client.observations(space, cell, { asOf, signal })
    const ids = [...new Set(observations.map(({ report }) => report))]
    const heads = await Promise.all(ids.map((id) => client.report(space, id, { signal })))
    return { observations, reports: new Map(heads.map((head) => [head.id, head])) }
  }

  return { history, error, follow, leave }
})
