import { defineStore } from 'pinia'
import { shallowRef, watch } from 'vue'

import type { LocalText } from '../../domain/text.ts'
import type { Briefing } from '../../export/briefing.ts'
import { readBriefing } from '../../export/briefing/readBriefing.ts'
import { useKeptBriefings, type KeptBriefing } from '../../stores/keptBriefings.ts'
import { usePorts } from '../../stores/ports.ts'
import { useSpace } from '../../stores/space.ts'
import { randomId } from '../../stores/randomId.ts'

/** A kept briefing that cannot be opened, and why. */
export interface BriefingFault {
  readonly id: string
  readonly reason: LocalText
}

/**
 * The briefing of the space that is open: the last opened one of those kept. A change shows at once and is
 * written behind; it is done again on what is kept then, so that two pages lose nothing of each other.
 */
export const useOpenBriefing = defineStore('openBriefing', () => {
  const kept = useKeptBriefings()
  const place = useSpace()
  const { now } = usePorts()
  const current = shallowRef<Briefing | null>(null)
  const fault = shallowRef<BriefingFault | null>(null)
  /** False while the kept ones of the space are read. */
  const ready = shallowRef(false)
  /** The last content of which this page knows that it is sound. */
  let sound: { readonly revision: string; readonly briefing: Briefing } | null = null
  /** Changes that show already and are not kept yet. */
  const pending = shallowRef(0)
  /** Another page wrote while changes of this one were on their way. */
  let isStale = false

  const instant = (): string => now().toISOString()
  const isOpen = (id: string): boolean => id === (current.value?.id ?? fault.value?.id)
  const lastOpened = (): string | null => kept.heads[0]?.id ?? null

  async function load(): Promise<void> {
    const space = place.id
    ready.value = false
    current.value = null
    fault.value = null
    await kept.ready
    if (place.id !== space) return
    await show(lastOpened())
    if (place.id === space) ready.value = true
  }
  watch(() => place.id, load, { immediate: true })

  async function show(id: string | null): Promise<void> {
    const space = place.id
    const document = id === null ? null : await kept.read(id)
    if (place.id !== space) return
    const read = document && readKept(document)
    fault.value =
      document && read && 'reason' in read ? { id: document.head.id, reason: read.reason } : null
    current.value = read && 'briefing' in read ? read.briefing : null
  }

  function readKept({ head, content }: KeptBriefing) {
    if (sound?.revision === head.revision) return sound
    const zh = readBriefing(content, 'zh-CN')
    if (zh.kind === 'refused')
      return { reason: { zh: zh.reason, en: reasonOf(readBriefing(content, 'en')) } }
    sound = { revision: head.revision, briefing: zh.briefing }
    return sound
  }

  // What another page did shows here, once nothing of this page is on its way.
  watch(
    () => kept.changedElsewhere,
    (changed) => {
      if (pending.value > 0) isStale = true
      if (!changed || pending.value > 0 || !ready.value) return
      const isOurs = isOpen(changed.id)
      const isKept = kept.heads.some(({ id }) => id === changed.id)
      if (isOurs || !current.value) void show(isOurs && isKept ? changed.id : lastOpened())
    },
  )

  const documentOf = (briefing: Briefing, openedAt: string): KeptBriefing => ({
    head: {
      ...{ id: briefing.id, space: briefing.space, title: briefing.title },
      ...{ count: briefing.items.length, savedAt: instant(), openedAt, revision: randomId() },
    },
    content: briefing,
  })

  /** Resolves when the change is kept. */
  async function write(step: (briefing: Briefing) => Briefing): Promise<void> {
    const before = current.value
    if (!before) return
    current.value = step(before)
    pending.value += 1
    const written = await kept.change(before.id, (document) => {
      const read = document && readKept(document)
      const base = read && 'briefing' in read ? read.briefing : before
      return documentOf(step(base), document?.head.openedAt ?? instant())
    })
    pending.value -= 1
    if (!written) return
    sound = { revision: written.head.revision, briefing: written.content as Briefing }
    if (pending.value > 0 || !isOpen(before.id)) return
    current.value = sound.briefing
    if (isStale) await show(before.id)
    isStale = false
  }

  /** Keeps a briefing and opens it. */
  async function create(briefing: Briefing): Promise<void> {
    current.value = briefing
    fault.value = null
    await write((same) => same)
  }

  /** Opens a kept one; from now on it is the one of the space. */
  async function open(id: string): Promise<void> {
    await kept.change(
      id,
      (document) => document && { ...document, head: { ...document.head, openedAt: instant() } },
    )
    await show(id)
  }

  /** Removes a kept one, readable or not. Resolves to the way back; null where there was none. */
  async function remove(id: string): Promise<(() => Promise<void>) | null> {
    const document = await kept.read(id)
    if (!document) return null
    await kept.change(id, () => null)
    if (isOpen(id)) await show(lastOpened())
    return async () => {
      await kept.change(id, (back) => back ?? document)
      await open(id)
    }
  }

  return { current, fault, ready, pending, show, write, create, open, remove }
})

const reasonOf = (read: ReturnType<typeof readBriefing>): string =>
  read.kind === 'refused' ? read.reason : ''
