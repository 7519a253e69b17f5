import type { Hono } from 'hono'

import { BOARD_MONTHS, BoardDocument, BoardSummaryDocument } from '../../src/contract/index.ts'
import { monthOf, parsePeriod, periodRange, shiftPeriod } from '../../src/domain/period.ts'
import { boardDocument, boardSummaryDocument } from '../board/boardDocument.ts'
import { USUAL_MONTHS } from '../board/usualMonths.ts'
import { described } from '../http/openapi.ts'
import { badQuery } from '../http/parseInstant.ts'
import { documentResponse } from '../http/servedDocument.ts'
import { asOfOf, spaceOf } from './deps.ts'
import type { AppDeps } from './deps.ts'

const QUERY = [
  {
    name: 'from',
    text: {
      zh: '第一个月；不给则为最后一个月之前 11 个月',
      en: 'First month; a year before the last',
    },
    example: '2025-12',
  },
  {
    name: 'to',
    text: { zh: '最后一个月；不给则为上月', en: 'Last month; the month before this one' },
    example: '2026-10',
  },
  'asOf',
] as const

/** Who has reported which month, who is late, and how current the public statistics are. */
export function boardRoute(app: Hono, deps: AppDeps): void {
  app.get(
    '/api/:space/board',
    described(
      {
        summary: 'Monthly board: the state of every brain and month',
        zh: '月报台账：各产业大脑各月的报送状态',
        group: 'documents',
        access: 'read',
        answers: { 200: BoardDocument, 304: null },
        problems: [400, 404],
        query: QUERY,
      },
      async (c, { scope }) => {
        const space = spaceOf(deps, c.req)
        const asked = { months: monthsOf(c.req, space.clock.today()), asOf: asOfOf(c.req) }
        return documentResponse(c.req, await boardDocument(space, asked, scope))
      },
    ),
  )

  app.get(
    '/api/:space/board/summary',
    described(
      {
        summary:
          'Monthly board without its brains one by one: counts of every month, who is behind',
        zh: '月报台账汇总：各月报送家数、未报名单与数据时效',
        group: 'documents',
        access: 'read',
        answers: { 200: BoardSummaryDocument, 304: null },
        problems: [400, 404],
        query: QUERY,
      },
      async (c, { scope }) => {
        const space = spaceOf(deps, c.req)
        const asked = { months: monthsOf(c.req, space.clock.today()), asOf: asOfOf(c.req) }
        return documentResponse(c.req, await boardSummaryDocument(space, asked, scope))
      },
    ),
  )
}

interface QueryRequest {
  query(name: string): string | undefined
}

/** The months asked for; throws 400 for what is no month, runs backwards or is too long. */
function monthsOf(request: QueryRequest, today: string): readonly string[] {
  const to = monthIn(request, 'to') ?? shiftPeriod(monthOf(today), -1)
  const from = monthIn(request, 'from') ?? shiftPeriod(to, 1 - USUAL_MONTHS)
  const months = from <= to ? periodRange(from, to) : []
  if (months.length > 0 && months.length <= BOARD_MONTHS) return months
  throw badQuery('from', {
    zh: `from 不晚于 to，且至多 ${BOARD_MONTHS} 个月。`,
    en: `Give a from that is not after to, and at most ${BOARD_MONTHS} months.`,
  })
}

function monthIn(request: QueryRequest, name: string): string | null {
  const value = request.query(name)
  if (value === undefined) return null
  if (parsePeriod(value)?.cadence === 'month') return value
  throw badQuery(name, { zh: '月份写作 2026-10。', en: 'Write a month as 2026-10.' })
}
