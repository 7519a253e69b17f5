import { formatPeriod } from '../../domain/period.ts'
import { lastDuePeriod, reportDue } from '../../domain/calendar.ts'
import { shiftPeriod } from '../../domain/period.ts'
import { isOwn } from '../../domain/brain.ts'
import { textOf, type Locale } from '../../domain/text.ts'
import type { FigureContext } from '../definition.ts'
import { say } from './words.ts'

/**
 * Why nothing is there for an indicator: it could not be read, is still on its way, or no brain has
 * reported it.
 */
export function notReportedYet(context: FigureContext, indicator?: string): string {
  const { locale, space } = context
  const unread = indicator === undefined ? undefined : context.unread?.get(indicator)
  if (unread) return textOf(unread, locale)
  return space === 'main'
    ? say(
        locale,
        '各产业大脑的运行数据尚未公开，也未接入报送',
        'The brains’ operating figures are not public and none has been reported yet',
      )
    : say(locale, '尚未收到报送', 'No report has arrived yet')
}

/** When the next monthly report is due. */
export function nextDue(context: FigureContext): string {
  const period = shiftPeriod(lastDuePeriod(context.calendar, context.today), 1)
  const due = reportDue(context.calendar, period)
  return say(
    context.locale,
    `${formatPeriod(period, 'zh-CN')}月报应于 ${due} 前报送`,
    `The report for ${formatPeriod(period, 'en')} is due by ${due}`,
  )
}

/** Stands near every map: no approval number is configured for this drawing. */
export const mapApproval = ({ locale }: FigureContext): string =>
  say(
    locale,
    '示意图，未经审核，不作为划界依据；边界来源未经核实',
    'Sketch map, not reviewed, no basis for boundaries; boundary source unverified',
  )

/** Why brains are not counted: only some of them are known by name, or nothing of them is recorded. */
export const notCountable = ({ locale, cube }: FigureContext): string =>
  cube.brains.every(isOwn)
    ? say(locale, '尚无建设过程记录', 'No lifecycle events are stored yet')
    : say(
        locale,
        '完整名单未公开，逐一点名或登记的大脑不作合计',
        'The full list is not public; brains named or registered one by one are not added up',
      )

/** What to do about a demo in which nothing is registered. */
export const unfilledDemo = (locale: Locale): string =>
  say(
    locale,
    '演示库尚未填充：运行 npm run mock',
    'The demo has not been filled yet: run npm run mock',
  )

/** Why a month has no figures although the indicator is reported. */
export const nobodyReported = ({ locale }: FigureContext, period: string): string =>
  say(
    locale,
    `${formatPeriod(period, 'zh-CN')}尚无产业大脑报送`,
    `No brain has reported ${formatPeriod(period, 'en')} yet`,
  )
