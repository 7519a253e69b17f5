import type { Locale } from '../domain/text.ts'
import type { KpiFigure } from '../figures/kinds/kpiFigure.ts'
import { say } from '../figures/text/words.ts'
import type { Told } from './sharedFacts.ts'

/** A headline figure with its words. */
export interface ToldKpi extends Told {
  readonly figure: KpiFigure
}

/** The title of the only one; of several what they are, and of whom where all are of the same. */
export function groupTitle(items: readonly ToldKpi[]): string {
  const [first] = items
  if (!first || items.length === 1) return first?.words.title ?? ''
  const { locale } = first.figure
  const scope = sharedScope(items)
  const title = say(locale, '主要指标', 'Key figures')
  const named = scope ? say(locale, `${title}（${scope}）`, `${title} (${scope})`) : title
  return items.some(({ words }) => words.badge)
    ? say(locale, `【演示】${named}`, `[Demo] ${named}`)
    : named
}

/** Whom all of several stand for; empty where they differ. */
export function sharedScope(items: readonly ToldKpi[]): string {
  const scopes = new Set(items.map(({ figure }) => figure.scope))
  const [only = ''] = scopes.size === 1 && items.length > 1 ? scopes : []
  return only
}

/** Period and scope; else what the tile says beside its name, where that is more than the period. */
export function whenAndWhom({ period, scope, meta }: KpiFigure, locale: Locale): string {
  const more = scope || (period.includes(meta.replace('末', '')) ? '' : meta)
  return [period, more].filter(Boolean).join(say(locale, '，', ', '))
}
