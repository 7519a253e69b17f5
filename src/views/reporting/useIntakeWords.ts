import { computed } from 'vue'
import { useI18n } from 'vue-i18n'

import { indicatorOf } from '../../domain/catalogue/index.ts'
import { formatPeriod, parsePeriod } from '../../domain/period.ts'
import { ABSENCE_TEXT } from '../../domain/reading.ts'
import type { AbsenceReason } from '../../domain/reading.ts'
import { textOf } from '../../domain/text.ts'
import type { Locale, LocalText } from '../../domain/text.ts'
import { exactText, senderText, unitText } from '../../figures/text/trace.ts'
import type { IntakeFindingEntry } from '../../stores/intake.ts'
import { useRegistry } from '../../stores/registry.ts'

interface Cell {
  readonly value: number | null
  readonly absent: AbsenceReason | null
}

/** Decimals of a value that no dictionary knows. */
const MOST_DECIMALS = 6

/** How places, cells, periods, brains and senders are printed. */
export function useIntakeWords() {
  const { t, locale: tongue } = useI18n()
  const registry = useRegistry()
  const locale = computed((): Locale => (tongue.value === 'en' ? 'en' : 'zh-CN'))
  const names = computed(
    () => new Map(registry.document?.brains.map(({ id, name }) => [id, name]) ?? []),
  )

  const say = (text: LocalText): string => textOf(text, locale.value)
  const brainName = (id: string): string => names.value.get(id) ?? id
  const indicatorName = (id: string): string => {
    const indicator = indicatorOf(id)
    return indicator ? say(indicator.name) : id
  }
  const unitOf = (id: string): string => {
    const indicator = indicatorOf(id)
    return indicator ? unitText(indicator, locale.value) : ''
  }
  const periodName = (id: string): string => (parsePeriod(id) ? formatPeriod(id, locale.value) : id)

  /** A value as it was given, or the reason why there is none. */
  function cellText(id: string, { value, absent }: Cell): string {
    if (value !== null) return exactText(value, indicatorOf(id)?.decimals ?? MOST_DECIMALS)
    return say(ABSENCE_TEXT[absent ?? 'notReported'])
  }

  /** A value with every decimal that was written: what is refused is not made to look right. */
  const writtenText = ({ value, absent }: Cell): string =>
    value === null ? cellText('', { value, absent }) : exactText(value, MOST_DECIMALS)

  /** 月报!C7; a line of a form; the file as a whole. */
  function placeText({ sheet, cell, pointer }: IntakeFindingEntry['place']): string {
    if (cell !== null) return sheet === null ? cell : `${sheet}!${cell}`
    const line = /^\/cells\/(\d+)/.exec(pointer ?? '')?.[1]
    if (line !== undefined) return t('reporting.line', { n: Number(line) + 1 })
    return pointer || (sheet ?? t('reporting.wholeFile'))
  }

  const senderName = (by: string): string => senderText(by, brainName)

  return {
    ...{ locale, say, brainName, indicatorName, unitOf },
    ...{ periodName, cellText, writtenText, placeText, senderName },
  }
}
