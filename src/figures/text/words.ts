import { DOMAIN_IDS, type DomainId } from '../../domain/brain.ts'
import { textOf, type Locale, type LocalText } from '../../domain/text.ts'
import type { Symbol } from '../kinds/symbol.ts'

/** Words of the symbols: lifecycle first, performance second. */
export const SYMBOL_NAMES: Readonly<Record<Symbol, LocalText>> = {
  designated: { zh: '挂牌', en: 'designated' },
  accepted: { zh: '验收', en: 'accepted' },
  pilot: { zh: '建设试点', en: 'pilot' },
  pool: { zh: '入库培育', en: 'in the pool' },
  rectification: { zh: '限期整改', en: 'rectification' },
  disqualified: { zh: '取消资格', en: 'disqualified' },
  lead: { zh: '领先', en: 'leading' },
  ontime: { zh: '按期', en: 'on time' },
  remind: { zh: '提醒', en: 'reminder' },
  warn: { zh: '预警', en: 'warning' },
  stop: { zh: '停止', en: 'stopped' },
  unknown: { zh: '阶段未公开', en: 'stage not public' },
  none: { zh: '未评', en: 'not assessed' },
}

export const symbolName = (symbol: Symbol, locale: Locale): string =>
  textOf(SYMBOL_NAMES[symbol], locale)

export const isDomain = (id: string): id is DomainId =>
  (DOMAIN_IDS as readonly string[]).includes(id)

/** Chooses the text of a locale in place. */
export const say = (locale: Locale, zh: string, en: string): string => (locale === 'en' ? en : zh)

/** The text with a capital first letter, as heads of columns have it. */
export const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)
