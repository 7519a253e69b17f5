import type { AbsenceReason } from './reading.ts'
import type { LocalText } from './text.ts'

/**
 * What a person wrote where a number belongs. A number keeps its digits as a decimal text (no arithmetic yet) and
 * the unit written behind it (`亿元`, `%`, empty for none); `tidied` says that more than the plain digits stood
 * there. What could mean two things is `unclear`, never guessed; a `dash` or 无 may be zero or no figure.
 */
export type WrittenNumber =
  | {
      readonly kind: 'number'
      readonly decimal: string
      readonly unit: string
      readonly tidied: boolean
    }
  | { readonly kind: 'absent'; readonly reason: AbsenceReason }
  | { readonly kind: 'unclear'; readonly remedy: LocalText }
  | { readonly kind: 'dash'; readonly remedy: LocalText }
  | { readonly kind: 'empty' }

/** Words that name a reason; a dash, a stroke or 无 could also mean zero. */
const REASONS: ReadonlyMap<string, AbsenceReason> = new Map([
  ...words(
    'notReported',
    '未报',
    '未报送',
    '缺报',
    '未填报',
    '暂未报送',
    'not reported',
    'notreported',
  ),
  ...words('notApplicable', '不适用', 'n/a', 'na', 'not applicable', 'notapplicable'),
  ...words('withheld', '不予公开', '保密', '涉密', 'withheld'),
  ...words(
    'mergedJanuary',
    '1-2月合并',
    '1—2月合并',
    '1–2月合并',
    'jan-feb merged',
    'jan–feb merged',
    'mergedjanuary',
  ),
])

function words(reason: AbsenceReason, ...written: string[]): [string, AbsenceReason][] {
  return written.map((word) => [word, reason])
}

const NOTHING = /^(?:[-‐‑‒–—―−─/\\.·*?…]+|无|空|暂无|没有|nil|none|null|-{1,3})$/u

/** Digits, in groups of three or not, with at most one point; a minus, plus or brackets around them. */
const NUMBER =
  /^(?<open>\()?(?<sign>[-−–+])?(?<whole>\d{1,3}(?:,\d{3})+|\d{1,3}(?: \d{3})+|\d+)?(?:\.(?<part>\d*))?(?<close>\))?(?<unit>\D.*)?$/u

const ESTIMATE = /约|近|左右|余|以上|以下|大概|估|超过|不足|[<>≤≥~～±]|about|approx/u

/** The reason that a text names, in either language; undefined for any other text. */
export const writtenReason = (text: string): AbsenceReason | undefined => REASONS.get(plain(text))

/** Full-width signs as plain ones, blanks of every kind as one, nothing around it, lower case. */
const plain = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/[\s\p{Cf}\p{Zs}]+/gu, ' ')
    .trim()
    .toLowerCase()

/**
 * Reads «1,234.5», «１２３», «(5)», «12.3%», «1.2亿元», «未报» and their like; «约12», «1,5», «1.2E+05», «—» and
 * texts are unclear, with what to write instead.
 */
export function readWrittenNumber(text: string): WrittenNumber {
  const written = plain(text)
  if (written === '') return { kind: 'empty' }
  const reason = REASONS.get(written)
  if (reason) return { kind: 'absent', reason }
  if (NOTHING.test(written)) return { kind: 'dash', remedy: DASH }
  if (ESTIMATE.test(written)) return unclear(ROUGH)
  if (/^[-+]?\d+(\.\d+)?e[-+]?\d+$/u.test(written)) return unclear(EXPONENT)
  return numberOf(text, written) ?? unclear(NO_NUMBER)
}

function numberOf(text: string, written: string): WrittenNumber | null {
  const { open, sign, whole, part, close, unit = '' } = NUMBER.exec(written)?.groups ?? {}
  if (!whole && !part) return null
  if ((open === undefined) !== (close === undefined) || (open && sign)) return null
  if (/^[,.，、:;\-/]|\d[,.:\-~/]|\d/u.test(unit.replace('10 k', '').replace('100 m', '')))
    return null
  const negative = open !== undefined || (sign !== undefined && sign !== '+')
  const digits = (whole ?? '0').replaceAll(/[ ,]/g, '').replace(/^0+(?=\d)/, '')
  const decimal = `${negative ? '-' : ''}${digits}${part ? `.${part}` : ''}`
  return { kind: 'number', decimal, unit: unit.trim(), tidied: decimal !== text.trim() }
}

const unclear = (remedy: LocalText): WrittenNumber => ({ kind: 'unclear', remedy })

const DASH: LocalText = {
  zh: '数值为零请填 0；没有数据请在“缺报原因”中选择原因。',
  en: 'Write 0 where it is zero; where there is no figure, give the reason of its absence.',
}
const ROUGH: LocalText = {
  zh: '填确切的数值，不写“约”“以上”等字样。',
  en: 'Give the exact figure without words such as "about".',
}
const EXPONENT: LocalText = {
  zh: '科学计数法会丢失末位：把单元格设为数值格式后重填。',
  en: 'Scientific notation loses digits: format the cell as a number and write it in full.',
}
const NO_NUMBER: LocalText = {
  zh: '只填一个数，如 1234.5。',
  en: 'Write one number only, such as 1234.5.',
}
