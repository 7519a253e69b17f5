import type { BoardCell } from '../../domain/board/board.ts'
import type { BoardState } from '../../domain/board/boardState.ts'
import type { FreshnessState } from '../../domain/board/freshness.ts'
import { textOf, type Locale, type LocalText } from '../../domain/text.ts'
import type { Symbol } from '../kinds/symbol.ts'
import { say } from '../text/words.ts'

export const STATE_NAMES: Readonly<Record<BoardState, LocalText>> = {
  onTime: { zh: '按时', en: 'on time' },
  late: { zh: '迟报', en: 'late' },
  partial: { zh: '缺项', en: 'incomplete' },
  inReview: { zh: '审核中', en: 'in review' },
  returned: { zh: '已退回', en: 'returned' },
  overdue: { zh: '逾期未报', en: 'overdue' },
  pending: { zh: '未到期', en: 'not due yet' },
  notExpected: { zh: '不应报', en: 'not expected' },
}

export const FRESHNESS_NAMES: Readonly<Record<FreshnessState, LocalText>> = {
  fresh: { zh: '最新', en: 'up to date' },
  due: { zh: '缺一期', en: 'one period behind' },
  stale: { zh: '滞后', en: 'out of date' },
}

export const FRESHNESS_SYMBOLS = {
  fresh: 'ontime',
  due: 'remind',
  stale: 'warn',
} as const satisfies Record<FreshnessState, Symbol>

export const stateName = (state: BoardState, locale: Locale): string =>
  textOf(STATE_NAMES[state], locale)

/** 3 个工作日 · 3 work days. */
export const workDays = (days: number, locale: Locale): string =>
  say(locale, `${days} 个工作日`, days === 1 ? '1 work day' : `${days} work days`)

const indicators = (count: number, locale: Locale): string =>
  say(locale, `缺 ${count} 项`, count === 1 ? '1 indicator missing' : `${count} indicators missing`)

/** A cell in words: 迟报 3 个工作日, 缺 2 项, 逾期 4 个工作日. */
export function cellWords({ state, days, missing }: BoardCell, locale: Locale): string {
  const late =
    days > 0 ? say(locale, `迟报 ${workDays(days, locale)}`, `${workDays(days, locale)} late`) : ''
  const over =
    days > 0
      ? say(locale, `逾期 ${workDays(days, locale)}`, `${workDays(days, locale)} overdue`)
      : ''
  const name = stateName(state, locale)
  switch (state) {
    case 'late':
      return late
    case 'overdue':
      return over
    case 'partial':
      return joined([indicators(missing, locale), late], locale)
    case 'inReview':
      return joined([name, late], locale)
    case 'returned':
      return joined([name, over], locale)
    default:
      return name
  }
}

const joined = (parts: readonly string[], locale: Locale): string =>
  parts.filter(Boolean).join(say(locale, '，', ', '))
