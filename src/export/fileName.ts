import { plainText } from './plainText.ts'
import { wholeCharacters } from './wholeCharacters.ts'
import { withoutMarks } from './withoutMarks.ts'

/** What a file name says besides its title. */
export interface FileNameParts {
  readonly simulated: boolean
  /** Printed period; empty for none. */
  readonly period: string
  /** Without the dot: xlsx. */
  readonly extension: string
}

/** Bytes of a name in UTF-8: file systems allow 255, archives and mail programs less. */
const LONGEST = 120
/** The period gives way to the title beyond this. */
const LONGEST_PERIOD = 36
const DEMO = '演示'
const NAMELESS = '未命名'

/** What Windows, macOS or Linux refuse (Win32 «Naming Files»). */
const REFUSED = /[<>:"/\\|?*\p{Cc}\p{Zl}\p{Zp}]+/gu

/** Names of devices, which Windows refuses with any extension, in any case. */
const DEVICE = /^(con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³]|conin\$|conout\$)(?=\s*(\.|$))/iu

/**
 * A name that every file system takes: 演示_title_period.extension, 演示 for simulated data alone. At most 120
 * bytes in UTF-8, cut between whole characters, so that no accent or joined emoji falls apart; what a title says of
 * itself in brackets at its end, such as （测算，非实绩）, is kept.
 */
export function fileName(title: string, { simulated, period, extension }: FileNameParts): string {
  const front = simulated ? `${DEMO}_` : ''
  const end = `.${extension}`
  const room = LONGEST - bytesOf(front) - bytesOf(end)
  const when = trimmed(wholeCharacters(plain(period), LONGEST_PERIOD, bytesOf))
  const back = when ? `_${when}` : ''
  const name = shortened(plain(withoutDemo(title)), room - bytesOf(back))
  const stem = `${front}${name || NAMELESS}${back}`
  return stem.replace(DEVICE, '$1_') + end
}

/** Titles of simulated figures say it themselves: the name says it once. */
const withoutDemo = (title: string): string => title.replace(/^\s*(【演示】|\[Demo\])\s*/u, '')

const plain = (text: string): string =>
  trimmed(
    withoutMarks(plainText(text)).normalize('NFC').replace(REFUSED, '_').replace(/\s+/gu, ' '),
  )

/** As many bytes as there is room for; a mark at the end stays as long as it leaves half of it. */
function shortened(title: string, room: number): string {
  const mark = bytesOf(title) > room ? (MARK.exec(title)?.[0] ?? '') : ''
  const kept = bytesOf(mark) <= room / 2 ? mark : ''
  const front = title.slice(0, title.length - kept.length)
  return trimmed(trimmed(wholeCharacters(front, room - bytesOf(kept), bytesOf)) + kept)
}

const MARK = /\s?[（(][^（()）]*[）)]$/u

/** No dots or spaces at the ends: Windows drops those behind, and a dot in front hides a file. */
const trimmed = (text: string): string => text.replace(/^[\s.]+|[\s.]+$/gu, '')

const bytesOf = (text: string): number => new TextEncoder().encode(text).length
