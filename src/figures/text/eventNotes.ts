import type { LifecycleEvent } from '../../domain/event.ts'
import type { HistoryFlag } from '../../domain/programme/judgeHistory.ts'
import type { Locale } from '../../domain/text.ts'
import { senderText } from './trace.ts'
import { say } from './words.ts'

/** 省工业和信息化厅 · 登记：li.ming: who acted and, where that is somebody else, which account recorded it. */
export function actedText(
  { actor, recordedBy }: LifecycleEvent,
  locale: Locale,
  brainName: (id: string) => string = (id) => id,
): string {
  const account = recordedBy ? senderText(recordedBy, brainName) : ''
  return [
    actor ? senderText(actor, brainName) : '',
    account && say(locale, `登记：${account}`, `recorded by ${account}`),
  ]
    .filter(Boolean)
    .join(' · ')
}

/** That acceptance came before the pilot's two years were over, and when they would have been. */
export const flagText = ({ termEnd }: HistoryFlag, locale: Locale): string =>
  say(
    locale,
    `提前验收，试点期应至 ${termEnd}`,
    `early: the pilot’s term would have ended ${termEnd}`,
  )
