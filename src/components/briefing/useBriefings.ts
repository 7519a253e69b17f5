import { defineStore, storeToRefs } from 'pinia'
import { computed, shallowRef, watch } from 'vue'

import { monthOf, shiftPeriod } from '../../domain/period.ts'
import type { Locale } from '../../domain/text.ts'
import {
  BRIEFING_LIMITS,
  emptyBriefing,
  type Briefing,
  type BriefingHead,
  type BriefingItem,
} from '../../export/briefing.ts'
import {
  addFigure,
  addText,
  editFigure,
  editText,
  moveItem,
  removeItem,
  type Edited,
} from '../../export/briefing/edit.ts'
import type { Figure } from '../../figures/figure.ts'
import { say } from '../../figures/text/words.ts'
import { useClock } from '../../stores/clock.ts'
import { useKeptBriefings } from '../../stores/keptBriefings.ts'
import { usePorts } from '../../stores/ports.ts'
import { useSpace } from '../../stores/space.ts'
import { randomId } from '../../stores/randomId.ts'
import { useOpenBriefing } from './useOpenBriefing.ts'

/** What came of a change: how many items there are now, or why it was refused, in the briefing's language. */
export type Outcome =
  { readonly ok: true; readonly count: number } | { readonly ok: false; readonly reason: string }

/** What was taken away last, and the way back. */
export interface Removed {
  readonly what: 'item' | 'briefing'
  readonly name: string
  readonly back: () => void
}

type Words = Partial<Record<'title' | 'sentence' | 'text', string>>
type HeadWords = Partial<Pick<BriefingHead, 'title' | 'marking' | 'watermark'>>

/** The briefings kept in this browser, and the one of the space in which figures are collected. */
export const useBriefings = defineStore('briefings', () => {
  const kept = useKeptBriefings()
  const file = useOpenBriefing()
  const place = useSpace()
  const clock = useClock()
  const { now } = usePorts()
  const { current, fault, ready, pending } = storeToRefs(file)
  const { heads, forgetful } = storeToRefs(kept)
  const removed = shallowRef<Removed | null>(null)
  /** False while a change is on its way to the browser's store. */
  const saved = computed(() => pending.value === 0)
  const count = computed(() => current.value?.items.length ?? 0)
  watch(
    () => place.id,
    () => (removed.value = null),
  )

  /** What a new briefing begins with. Demonstration data carry no marking. */
  const newHead = (): Omit<BriefingHead, 'title' | 'space' | 'locale'> => ({
    ...{ id: randomId(), createdAt: now().toISOString() },
    ...{ period: shiftPeriod(monthOf(clock.today), -1), asOf: clock.today },
    ...{ marking: place.id === 'demo' ? null : 'internal', watermark: '' },
  })

  const blank = (locale: Locale): Briefing =>
    emptyBriefing({
      ...newHead(),
      ...{ space: place.id, locale },
      title: say(locale, `简报（${clock.today}）`, `Briefing of ${clock.today}`),
    })

  /** Appends the item that an edit made, under an id that no other page gives; then `step`. */
  function append(edit: (briefing: Briefing) => Edited, locale: Locale, step = same): Outcome {
    const base = current.value ?? blank(locale)
    const edited = edit(base)
    if (edited.kind === 'refused') return { ok: false, reason: edited.reason }
    const made = edited.briefing.items.at(-1)
    const id = randomId()
    if (!current.value) void file.create(base)
    if (made) void file.write((briefing) => step(withItem(briefing, made, id)))
    return { ok: true, count: edited.briefing.items.length }
  }

  /**
   * Puts a figure into the briefing of the space, frozen as it is; where there is none, one is begun. `query` is
   * the view it comes from, without the space: `desk?i=compute.racksBuilt`; `words` stand instead of its own.
   */
  function add(figure: Figure, query: string, words: Omit<Words, 'text'> = {}): Outcome {
    const { locale } = figure
    if (!ready.value) return { ok: false, reason: say(locale, ...READING) }
    if (query.length > BRIEFING_LIMITS.characters)
      return { ok: false, reason: say(locale, ...LONG_LINK) }
    const day = clock.today
    // A briefing knows what its newest figure knows.
    return append(
      (briefing) => addFigure(briefing, { figure, query, ...words }),
      locale,
      (briefing) => (briefing.asOf < day ? { ...briefing, asOf: day } : briefing),
    )
  }

  /** Puts words at a place counted from 0, or at the end. */
  const addWords = (words: { title: string; text: string }, locale: Locale, at?: number): Outcome =>
    append(
      (briefing) => addText(briefing, words),
      locale,
      (briefing) => moveItem(briefing, briefing.items.at(-1)?.id ?? '', at ?? Infinity),
    )

  /** Other words for an item; empty ones give a figure's own back. */
  function edit(id: string, words: Words): Outcome {
    const edited = (briefing: Briefing): Edited =>
      briefing.items.some((item) => item.id === id && item.kind === 'text')
        ? editText(briefing, id, words)
        : editFigure(briefing, id, words)
    const first = current.value && edited(current.value)
    if (first?.kind === 'refused') return { ok: false, reason: first.reason }
    void file.write((briefing) => {
      const next = edited(briefing)
      return next.kind === 'done' ? next.briefing : briefing
    })
    return { ok: true, count: count.value }
  }

  const move = (id: string, to: number): Promise<void> =>
    file.write((briefing) => moveItem(briefing, id, to))

  function removeOne(id: string): void {
    const at = current.value?.items.findIndex((item) => item.id === id) ?? -1
    const item = current.value?.items[at]
    if (!item) return
    void file.write((briefing) => removeItem(briefing, id))
    const back = (): void => {
      removed.value = null
      void file.write((briefing) => moveItem(withItem(briefing, item, id), id, at))
    }
    const name = item.title ?? (item.kind === 'figure' ? item.figure.title : item.text)
    removed.value = { what: 'item', name, back }
  }

  /** Cut to what a briefing may hold; a title that says nothing is not taken. */
  function setHead({ title, ...rest }: HeadWords): void {
    const { characters } = BRIEFING_LIMITS
    const words = title?.trim().slice(0, characters)
    const watermark = rest.watermark?.trim().slice(0, characters)
    void file.write((briefing) => ({
      ...briefing,
      ...rest,
      ...(words ? { title: words } : {}),
      ...(watermark === undefined ? {} : { watermark }),
    }))
  }

  async function remove(id: string): Promise<void> {
    const name = heads.value.find((head) => head.id === id)?.title ?? ''
    const restore = await file.remove(id)
    if (!restore) return
    const back = (): void => {
      removed.value = null
      void restore()
    }
    removed.value = { what: 'briefing', name, back }
  }

  const { create, open } = file
  return {
    ...{ current, fault, ready, saved, heads, forgetful, count, removed, newHead, blank },
    ...{ create, open, remove, setHead, add, addWords, edit, move, removeOne },
  }
})

const same = (briefing: Briefing): Briefing => briefing

const READING = [
  '正在读取已保存的简报，请稍后再试',
  'Kept briefings are being read: try again in a moment',
] as const
const LONG_LINK = [
  '此视图的链接过长，无法随图保存',
  'The link of this view is too long to be kept with the figure',
] as const

/** With an item at the end; the same where it is there already or the briefing is full. */
function withItem(briefing: Briefing, item: BriefingItem, id: string): Briefing {
  const { items } = briefing
  if (items.length >= BRIEFING_LIMITS.items || items.some((one) => one.id === id)) return briefing
  return { ...briefing, items: [...items, { ...item, id }] }
}
