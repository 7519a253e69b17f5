import { COUNTED_STAGES, programmeCounts, type Stage } from '../../domain/lifecycle.ts'
import { WARNING_LEVELS, type WarningLevel } from '../../domain/programme/deadlines.ts'
import { STAGE_NAMES } from '../../domain/programme/transitions.ts'
import { textOf, type Locale } from '../../domain/text.ts'
import { levelName } from '../../figures/text/deadlineWords.ts'
import { say } from '../../figures/text/words.ts'
import { isRegistered, type LifecycleRow } from './lifecycleRows.ts'

/** Stages beside the counted ones that the sentence names where anybody stands in them. */
const OTHERS: readonly Stage[] = ['pool', 'publicised', 'reviewed', 'applied']
const WARNED = WARNING_LEVELS.filter((level) => level !== 'later')

/** The page's finding: how many stand where, 其中整改, warnings by level, proposals of 取消资格. */
export function lifecycleSentence(rows: readonly LifecycleRow[], locale: Locale): string {
  const own = rows.filter(isRegistered)
  if (own.length === 0) return unregistered(rows.length, locale)
  const { byStage, rectifying } = programmeCounts(own.map(({ state }) => state))
  const named = (stages: readonly Stage[]): string =>
    stages
      .filter((stage) => byStage[stage] > 0)
      .map((stage) => {
        const name = textOf(STAGE_NAMES[stage], locale)
        return say(locale, `${name} ${byStage[stage]} 个`, `${byStage[stage]} ${name}`)
      })
      .join(say(locale, '、', ', '))
  const proposed = own.filter(({ proposal }) => proposal !== null).length
  const counted = named(COUNTED_STAGES)
  const parts = [
    counted &&
      say(
        locale,
        `${counted}，其中整改 ${rectifying} 个`,
        `${counted}, ${rectifying} of them under rectification`,
      ),
    named(OTHERS),
    warnings(own, locale),
    proposed > 0 &&
      say(locale, `建议取消资格 ${proposed} 个`, `disqualification of ${proposed} is proposed`),
  ]
  return `${parts.filter(Boolean).join(say(locale, '；', '; '))}${say(locale, '。', '.')}`
}

function warnings(rows: readonly LifecycleRow[], locale: Locale): string {
  const counts = new Map<WarningLevel, number>()
  for (const { deadlines } of rows)
    for (const { level } of deadlines) counts.set(level, (counts.get(level) ?? 0) + 1)
  const told = WARNED.filter((level) => counts.has(level)).map((level) =>
    say(
      locale,
      `${levelName(level, locale)} ${counts.get(level) ?? 0} 项`,
      `${counts.get(level) ?? 0} ${levelName(level, locale)}`,
    ),
  )
  return told.length > 0
    ? say(locale, `期限${told.join('、')}`, `deadlines: ${told.join(', ')}`)
    : say(locale, '90 天内没有期限', 'no deadline within 90 days')
}

const unregistered = (named: number, locale: Locale): string =>
  named === 0
    ? say(locale, '尚无登记的产业大脑。', 'No brain is registered yet.')
    : say(
        locale,
        `本系统尚未登记建设过程；公开资料可知 ${named} 个产业大脑，不计期限。`,
        `No course is registered here yet; publications name ${named} brains, for which no deadline is counted.`,
      )
