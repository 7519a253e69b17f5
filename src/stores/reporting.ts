import { defineStore } from 'pinia'
import { markRaw, onScopeDispose, shallowRef, watch } from 'vue'

import { DataError } from '../data/dataError.ts'
import type { BoardSummary } from '../domain/board/boardSummary.ts'
import { usePorts } from './ports.ts'
import { useRegistry } from './registry.ts'
import { useSpace } from './space.ts'

/**
 * How the monthly reports stand in the space and at the instant that the page looks at; null until a page needs it
 * and the service has answered. Asked again once a minute and with every change of the registry; the same answer
 * keeps the same object, and while the service is away the last one stays. Never rejects.
 */
export const useReporting = defineStore('reporting', () => {
  const { board: connect, everyMinute } = usePorts()
  const place = useSpace()
  const registry = useRegistry()
  const summary = shallowRef<BoardSummary | null>(null)
  let isNeeded = false
  let asked: AbortController | null = null
  let known = ''

  async function ask(): Promise<void> {
    asked?.abort()
    const mine = (asked = new AbortController())
    const { id, asOf } = place
    try {
      const next = await (await connect()).summary(id, { asOf, signal: mine.signal })
      if (asked !== mine) return
      const text = JSON.stringify(next)
      if (text !== known) [known, summary.value] = [text, markRaw(next)]
    } catch (cause) {
      // The connection says that the service is away; what was read stays.
      if (!(cause instanceof DataError)) throw cause
    }
  }

  /** From now on it is read. */
  function need(): void {
    if (isNeeded) return
    isNeeded = true
    void ask()
  }

  function leave(): void {
    ;[known, summary.value] = ['', null]
    if (isNeeded) void ask()
  }

  watch(() => place.place, leave, { flush: 'sync' })
  watch(
    () => registry.document?.version,
    (_, before) => (isNeeded && before !== undefined ? void ask() : undefined),
  )
  onScopeDispose(everyMinute(() => (isNeeded ? ask() : undefined)))

  return { summary, need }
})
