import { defineStore } from 'pinia'
import { markRaw, onScopeDispose, shallowRef, watch } from 'vue'

import type { BoardDocument } from '../contract/board.ts'
import type { BoardSpan } from '../data/boardClient.ts'
import type { DataError } from '../data/dataError.ts'
import { unpackBoard, type Board } from '../domain/board/board.ts'
import { usePorts } from './ports.ts'
import { useSpace } from './space.ts'

/** A board with the public statistics behind it. */
export interface ReadBoard {
  readonly board: Board
  readonly publications: BoardDocument['publications']
}

/**
 * The monthly board of the space and the instant that the page looks at. The newest question wins; once a
 * minute it is asked again, for drafts are not pushed. Never rejects: `error` says why there is no answer.
 */
export const useBoard = defineStore('board', () => {
  const { board: connect, everyMinute } = usePorts()
  const place = useSpace()
  const read = shallowRef<ReadBoard | null>(null)
  const error = shallowRef<DataError | null>(null)
  let asked: AbortController | null = null
  let span: BoardSpan | null = null

  /** Asks for some months; keeps what it shows until the answer is there. */
  async function follow(months: BoardSpan): Promise<void> {
    span = months
    asked?.abort()
    const mine = (asked = new AbortController())
    const { id, asOf } = place
    try {
      const client = await connect()
      const { publications, ...packed } = await client.board(id, months, {
        ...{ asOf, signal: mine.signal },
      })
      if (asked !== mine) return
      read.value = markRaw({ board: unpackBoard(packed), publications })
      error.value = null
    } catch (cause) {
      if (asked === mine) error.value = cause as DataError
    }
  }

  /** Forgets the board, so that none of one space or instant shows in another. */
  function leave(): void {
    asked?.abort()
    asked = null
    span = null
    read.value = null
    error.value = null
  }

  watch(() => place.place, leave, { flush: 'sync' })
  onScopeDispose(everyMinute(() => (span ? follow(span) : undefined)))

  return { read, error, follow }
})
