import * as z from 'zod/mini'

import { SPACES } from '../../domain/space.ts'
import type { Locale } from '../../domain/text.ts'
import { say } from '../../figures/text/words.ts'
import { BRIEFING_LIMITS, BRIEFING_VERSION, type Briefing, type BriefingItem } from '../briefing.ts'
import { MARKINGS } from '../exported.ts'
import { FigureSchema } from './figureSchema.ts'

const words = z.string().check(z.maxLength(BRIEFING_LIMITS.characters))
const id = z.string().check(z.minLength(1), z.maxLength(80))
const query = z.string().check(z.maxLength(BRIEFING_LIMITS.characters))

const Item = z.discriminatedUnion('kind', [
  z.object({
    ...{ kind: z.literal('figure'), id, query, figure: FigureSchema },
    ...{ title: z.optional(words), sentence: z.optional(words) },
  }),
  z.object({ kind: z.literal('text'), id, title: words, text: words }),
])

const BriefingSchema = z.object({
  ...{ version: z.literal(BRIEFING_VERSION), id, title: words },
  ...{ space: z.enum(SPACES), locale: z.enum(['zh-CN', 'en']) },
  period: z.string().check(z.regex(/^\d{4}(-(0[1-9]|1[0-2]|Q[1-4]|H[12]))?$/)),
  asOf: z.string().check(z.regex(/^\d{4}-\d\d-\d\d$/)),
  createdAt: z.iso.datetime(),
  ...{ marking: z.nullable(z.enum(MARKINGS)), watermark: words },
  onePage: z.optional(z.boolean()),
  items: z.array(z.unknown()).check(z.maxLength(BRIEFING_LIMITS.items)),
})

export type ReadBriefing =
  | { readonly kind: 'read'; readonly briefing: Briefing }
  | { readonly kind: 'refused'; readonly reason: string }

/**
 * A briefing out of a store, as it was put in; a damaged one is refused with the place of its first fault. An item
 * that cannot be read becomes a text that says so and keeps what was stored.
 */
export function readBriefing(stored: unknown, locale: Locale): ReadBriefing {
  const { success, error } = BriefingSchema.safeParse(stored)
  if (success) {
    const briefing = readItems(stored as Briefing)
    return repeatedId(briefing) === null
      ? { kind: 'read', briefing }
      : damaged(`items.${repeatedId(briefing)}.id`, locale)
  }
  const version = (stored as { version?: unknown } | null)?.version
  if (typeof version === 'number' && version > BRIEFING_VERSION) return newer(locale)
  return damaged(error.issues[0]?.path.map(String).join('.') ?? '', locale)
}

function readItems(stored: Briefing): Briefing {
  const items = stored.items.map((item, at) => readItem(item, at, stored.locale))
  return items.every((item, at) => item === stored.items[at]) ? stored : { ...stored, items }
}

/** An item of an earlier reading that could not read it is tried again. */
function readItem(stored: unknown, at: number, locale: Locale): BriefingItem {
  const { unread } = (stored ?? {}) as { readonly unread?: unknown }
  if (unread !== undefined && Item.safeParse(unread).success) return unread as BriefingItem
  const { success, error } = Item.safeParse(stored)
  if (success) return stored as BriefingItem
  const place = [at + 1, ...(error.issues[0]?.path.map(String) ?? [])].join('.')
  return {
    kind: 'text',
    id: readId(stored) ?? `unread-${at + 1}`,
    title: '',
    text: say(
      locale,
      `这一项读不出（第 ${place} 项）：由更新的版本保存，或已损坏。原内容仍保留，升级后可再打开；其余各项不受影响。`,
      `This item (${place}) cannot be read: a newer version saved it, or it is damaged. What was stored is kept for a version that can read it; the other items are as they were.`,
    ),
    unread: stored,
  }
}

function readId(stored: unknown): string | null {
  const read = id.safeParse((stored as { readonly id?: unknown } | null)?.id)
  return read.success ? read.data : null
}

/** Items are edited by their ids: none stands twice. */
function repeatedId({ items }: Briefing): number | null {
  const place = items.findIndex((item, i) => items.findIndex(({ id: of }) => of === item.id) < i)
  return place < 0 ? null : place
}

const damaged = (place: string, locale: Locale): ReadBriefing => ({
  kind: 'refused',
  reason: say(
    locale,
    `这份简报已损坏${place ? `（${place}）` : ''}，打不开；请删除后重新收集`,
    `This briefing is damaged${place ? ` (${place})` : ''} and cannot be opened: delete it and collect it again`,
  ),
})

const newer = (locale: Locale): ReadBriefing => ({
  kind: 'refused',
  reason: say(
    locale,
    '这份简报由更新的版本保存；请刷新页面后再打开',
    'A newer version saved this briefing: reload the page and open it again',
  ),
})
