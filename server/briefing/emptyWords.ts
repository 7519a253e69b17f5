import { SPACE_NAMES } from '../../src/domain/space.ts'
import type { FigureContext } from '../../src/figures/definition.ts'
import { say } from '../../src/figures/text/words.ts'
import type { Options } from './options.ts'
import { firstReadMonth } from './whereItBegins.ts'

/** What was asked for, and since when there is something. */
interface Asked {
  readonly options: Pick<Options, 'space' | 'asOf' | 'period' | 'locale'>
  readonly context: FigureContext
  readonly period: string
  /** The first day with something to report, where there was nothing on the day that was asked for; else null. */
  readonly since: string | null
}

/** Why there is nothing to report and what would work, in the language of the briefing. */
export function emptyWords(asked: Asked, reason: string): string {
  const { space, locale, asOf, period: wanted } = asked.options
  const name = SPACE_NAMES[space]
  if (asked.since !== null)
    return say(
      locale,
      `--as-of ${asOf}：那时${name.zh}还没有可报的内容，最早从 ${asked.since} 起有。请改用这一天或之后的日期。`,
      `--as-of ${asOf}: ${space} had nothing to report by then, the first day with something is ${asked.since}. Give that day or a later one.`,
    )
  const first = firstReadMonth(asked.context)
  if (wanted !== null && first !== null && wanted < first)
    return say(
      locale,
      `--period ${wanted}：${name.zh}最早的数据是 ${first}。请改用这个月或之后的月份。`,
      `--period ${wanted}: the first data of ${space} are of ${first}. Give that month or a later one.`,
    )
  const next = reason.includes('npm run mock') ? '' : remedy(asked)
  return say(
    locale,
    `--space ${space}：${asked.period} 没有可报的内容。${reason}。${next}`,
    `--space ${space} has nothing to report for ${asked.period}. ${reason}. ${next}`.trimEnd(),
  )
}

function remedy({ options: { space, locale } }: Asked): string {
  return space === 'demo'
    ? say(locale, '填充演示库：npm start 或 npm run mock。', 'Fill it: npm start, or npm run mock.')
    : say(
        locale,
        '须先有产业大脑报送；--space demo 可看样式。',
        'Brains have to report first; --space demo shows how it looks.',
      )
}
