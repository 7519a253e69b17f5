import type { Locale } from '../../domain/text.ts'

/** Reasons in fixed words, as the simulated office writes them: entered texts have no English of their own. */
const KNOWN: ReadonlyMap<string, string> = new Map([
  ['进度滞后', 'behind plan'],
  ['建设进度偏慢', 'slow progress'],
  ['数据未贯通', 'not connected'],
  ['月报连续缺报', 'no reports'],
  ['机架未达标', 'too few racks'],
  ['机架建设现场督查', 'rack site inspected'],
  ['年度考核评估未通过', 'assessment failed'],
  ['满两年未通过考核评估', 'no pass in two years'],
  ['登记对象有误', 'entered for the wrong brain'],
  ['揭榜单位', 'lead unit'],
])
const OVERDUE = /^(\d{4})年(\d{1,2})月月报逾期未报$/

/** Why a measure was ordered: as entered, in English where the words are known. */
export function reasonWords(reason: string | null | undefined, locale: Locale): string {
  if (!reason || locale !== 'en') return reason ?? ''
  const overdue = OVERDUE.exec(reason)
  if (overdue) return `report of ${overdue[1]}-${overdue[2]?.padStart(2, '0')} overdue`
  return KNOWN.get(reason) ?? reason
}
