import type { Deadline, DeadlineKind, WarningLevel } from '../../domain/programme/deadlines.ts'
import type { Proposal } from '../../domain/programme/proposals.ts'
import type { Locale, LocalText } from '../../domain/text.ts'
import { textOf } from '../../domain/text.ts'
import type { Symbol } from '../kinds/symbol.ts'
import { reasonWords } from './reasons.ts'
import { say } from './words.ts'

/** What ends. */
export const DEADLINE_NAMES: Readonly<Record<DeadlineKind, LocalText>> = {
  rectification: { zh: '限期整改', en: 'rectification' },
  pilotTerm: { zh: '试点期满', en: 'end of the pilot' },
  acceptance: { zh: '验收', en: 'acceptance' },
  passClock: { zh: '通过考核', en: 'pass in two years' },
}

/** How urgent: word and shape, colour comes last. */
export const LEVEL_WORDS: Readonly<
  Record<WarningLevel, { readonly name: LocalText; readonly symbol: Symbol }>
> = {
  overdue: { name: { zh: '逾期', en: 'overdue' }, symbol: 'stop' },
  days7: { name: { zh: '7 天内', en: 'in 7 days' }, symbol: 'warn' },
  days30: { name: { zh: '30 天内', en: 'in 30 days' }, symbol: 'remind' },
  days90: { name: { zh: '90 天内', en: 'in 90 days' }, symbol: 'ontime' },
  later: { name: { zh: '90 天后', en: 'after 90 days' }, symbol: 'none' },
}

export const levelName = (level: WarningLevel, locale: Locale): string =>
  textOf(LEVEL_WORDS[level].name, locale)

const CLOCK_REASONS: Readonly<
  Record<
    Exclude<DeadlineKind, 'rectification'>,
    { readonly due: LocalText; readonly over: LocalText }
  >
> = {
  pilotTerm: {
    due: { zh: '试点将满两年', en: 'two pilot years end' },
    over: { zh: '两年试点期满', en: 'two pilot years over' },
  },
  acceptance: {
    due: { zh: '期满待验收', en: 'acceptance due' },
    over: { zh: '期满未验收', en: 'not accepted in time' },
  },
  passClock: {
    due: { zh: '须过考核', en: 'must pass' },
    over: { zh: '建议取消资格', en: 'disqualification proposed' },
  },
}

/** What ends on the day of a deadline: one thing, or two that are one deadline. */
export const deadlineName = ({ kind, also }: Deadline, locale: Locale): string =>
  [kind, ...(also ? [also] : [])]
    .map((one) => textOf(DEADLINE_NAMES[one], locale))
    .join(say(locale, '、', ', '))

/** Why a day is a deadline: as the order says, else the rule. */
export function deadlineReason(
  { kind, also, reason, level, passedLate }: Deadline,
  locale: Locale,
): string {
  if (kind === 'rectification')
    return reasonWords(reason, locale) || textOf(DEADLINE_NAMES.rectification, locale)
  const when = level === 'overdue' ? 'over' : 'due'
  const reasons = [kind, ...(also && also !== 'rectification' ? [also] : [])].map((one) =>
    textOf(CLOCK_REASONS[one][when], locale),
  )
  const late = passedLate === null ? [] : [textOf(LATE_PASS, locale)]
  return [...late, ...reasons].join(say(locale, '，', ', '))
}

/** A pass after the two years: it does not take the proposal back. */
const LATE_PASS: LocalText = { zh: '逾期通过', en: 'passed late' }

/** 建议取消资格, and 逾期通过 where a pass came after the two years. */
export const proposalText = (
  { passedLate }: Pick<Proposal, 'passedLate'>,
  locale: Locale,
): string =>
  passedLate === null
    ? say(locale, '建议取消资格', 'disqualification proposed')
    : say(
        locale,
        `建议取消资格（逾期通过 ${passedLate}）`,
        `disqualification proposed (passed late, ${passedLate})`,
      )

/** Who must act; says so where nobody is registered. */
export const ownerWords = ({ owner }: Pick<Deadline, 'owner'>, locale: Locale): string =>
  owner === null
    ? say(locale, '组织单位未登记', 'organiser not registered')
    : reasonWords(owner, locale)

/** 剩 5 工作日, 逾期 43 天; 约 where the holidays of a year are not announced. */
export function leftWords(
  { left, counting, provisional }: Pick<Deadline, 'left' | 'counting' | 'provisional'>,
  locale: Locale,
): string {
  const days = Math.abs(left)
  const zh = `${provisional ? '约 ' : ''}${days} ${counting === 'work' ? '工作日' : '天'}`
  const unit = counting === 'work' ? 'work day' : 'day'
  const en = `${provisional ? 'about ' : ''}${days} ${unit}${days === 1 ? '' : 's'}`
  if (left < 0) return say(locale, `逾期 ${zh}`, `${en} overdue`)
  return say(locale, provisional ? `剩${zh}` : `剩 ${zh}`, provisional ? en : `${en} left`)
}
