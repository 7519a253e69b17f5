import { describe, expect, it } from 'vitest'

import { lastDueColumn } from '../../../src/domain/board/board.ts'
import { expectedOf, monthCounts } from '../../../src/domain/board/boardCounts.ts'
import { BOARD_STATES } from '../../../src/domain/board/boardState.ts'
import { behindIn, summaryOf } from '../../../src/domain/board/boardSummary.ts'
import { remindersOf } from '../../../src/domain/board/reminders.ts'
import { isOwn } from '../../../src/domain/brain.ts'
import type { Locale } from '../../../src/domain/text.ts'
import type { BoardContext } from '../../../src/figures/board/boardContext.ts'
import { boardFinding } from '../../../src/figures/board/boardFinding.ts'
import { cellWords } from '../../../src/figures/board/boardWords.ts'
import { freshnessReport } from '../../../src/figures/board/freshnessRows.ts'
import {
  reminderLines,
  reminderTable,
  reminderText,
} from '../../../src/figures/board/reminderTable.ts'
import { reportingStatus } from '../../../src/figures/board/reportingStatus.ts'
import { monthlyNotice } from '../../../src/export/briefing/monthlyNotice.ts'
import { refusalOf } from '../../../src/export/briefing/refusalOf.ts'
import { LOCALES, scenario, worldOf } from '../../figures/scenarios.ts'

function demo(locale: Locale = 'zh-CN'): BoardContext {
  const context = scenario('demo', locale)
  const { board } = worldOf('demo')
  if (!board) throw new Error('The demo has no board.')
  return { ...context, board }
}
const last = (context: BoardContext): number => lastDueColumn(context.board)

const head = {
  ...{ id: 'n1', createdAt: '2026-11-22T08:00:00Z', asOf: '2026-11-22' },
  ...{ marking: null, watermark: '' },
}
const noticeText = (context: BoardContext): string =>
  monthlyNotice(context, last(context), head)
    .items.map((item) => (item.kind === 'text' ? `${item.title}\n${item.text}` : ''))
    .join('\n')

describe('the finding of a month', () => {
  it('says how many owe it, how their reports came in and who is missing', () => {
    const context = demo()
    const counts = monthCounts(context.board)[last(context)]
    const finding = boardFinding(context, last(context))
    expect(finding).toMatch(/^2026年10月应报 54 家，按时 \d+ 家，迟报 \d+ 家，未报 \d+ 家：/)
    expect(finding).toContain(`未报 ${counts?.overdue} 家`)
    expect(finding).toMatch(/示例·[^（]+（[^）]+）逾期 4 个工作日/)
    expect(boardFinding(demo('en'), last(context))).toMatch(
      /^54 brains owe Oct 2026: .*overdue\)\.$/,
    )
  })

  it('counts the rows that are shown, and says so when nobody owes the month', () => {
    const context = demo()
    const [row] = remindersOf(context.board, last(context)).map((one) => one.row)
    expect(boardFinding(context, last(context), [row ?? 0])).toContain('应报 1 家，未报 1 家')
    expect(boardFinding(context, last(context), [])).toBe('2026年10月没有应报送的产业大脑。')
  })
})

describe('a cell in words', () => {
  it('has its own for every state in both languages', () => {
    for (const locale of LOCALES) {
      const words = BOARD_STATES.map((state) =>
        cellWords({ state, days: 2, missing: 3, corrections: 0, warned: 0 }, locale),
      )
      expect(new Set(words).size).toBe(BOARD_STATES.length)
    }
  })

  it('says days and missing indicators together', () => {
    const cell = { state: 'partial', days: 1, missing: 1, corrections: 0, warned: 0 } as const
    expect(cellWords(cell, 'zh-CN')).toBe('缺 1 项，迟报 1 个工作日')
    expect(cellWords(cell, 'en')).toBe('1 indicator missing, 1 work day late')
  })
})

describe('the list of reminders', () => {
  it('names brain, place, lead unit and every open month, and invents nobody', () => {
    const context = demo()
    const lines = reminderLines(context, remindersOf(context.board, last(context)))
    const text = reminderText(lines, context)
    expect(text.split('\n')[0]).toBe('【演示】')
    expect(text).toMatch(/揭榜单位：示例·\p{Script=Han}+企业）/u)
    expect(text).toMatch(/揭榜单位：未登记，组织单位示例·\p{Script=Han}+）/u)
    expect(lines[0]?.what.split('；').length).toBe(4)
    const table = reminderTable(context, lines, last(context))
    expect(table.kind === 'table' && table.rows.length).toBe(lines.length)
    expect(table.simulated).toBe(true)
  })

  it('is an absent figure that says why where nobody has to be reminded', () => {
    const context = demo()
    expect(reminderTable(context, [], 0)).toMatchObject({
      ...{ kind: 'absent', reason: '没有需要催报的产业大脑' },
    })
  })
})

describe('the table of the months', () => {
  it('has the newest first and sums up to what is owed', () => {
    const figure = reportingStatus.build(demo())
    if (figure.kind !== 'table') throw new Error(figure.kind)
    expect(figure.rows[0]?.[0]).toBe('2026年10月')
    for (const [, owed, ...parts] of figure.rows)
      expect(parts.slice(0, 5).reduce((sum, part) => sum + Number(part), 0)).toBe(Number(owed))
  })

  it('needs no brain one by one, and says the same as the whole board', () => {
    const context = demo()
    const { board, ...without } = context
    const summary = summaryOf(board, { most: 3 })
    const figure = reportingStatus.build({ ...without, reporting: summary })
    expect(figure.finding).toBe(boardFinding(context, last(context)))
    expect(summary.freshness.behind).toHaveLength(3)
    expect(summary.behind.total).toBeGreaterThan(0)
    expect(behindIn(board, last(context), []).total).toBe(0)
  })

  it('says why it is empty without a board, and without anybody who owes', () => {
    const context = demo()
    expect(reportingStatus.build({ ...context, reporting: null })).toMatchObject({ kind: 'absent' })
    const board = {
      ...context.board,
      states: context.board.states.map((s) => s.replace(/./g, 'n')),
    }
    expect(reportingStatus.build({ ...context, reporting: summaryOf(board) })).toMatchObject({
      ...{ kind: 'absent', reason: '没有应报送月报的产业大脑' },
    })
  })
})

describe('how current the sources are', () => {
  it('lists what is behind, the longest first, and counts the rest', () => {
    const context = demo()
    const rows = [...context.board.states.keys()]
    const publications = [
      { indicator: 'statistics.valueAddedGrowth', last: '2025-12', source: null },
      { indicator: 'no.such', last: '2025-12', source: null },
    ]
    const { counts, behind } = freshnessReport(context, rows, publications)
    expect(behind.length).toBe(counts.due + counts.stale)
    expect(behind.map(({ days }) => days)).toEqual(
      behind.map(({ days }) => days).sort((a, b) => b - a),
    )
    expect(behind[0]).toMatchObject({ kind: 'publication', state: 'stale', last: '2025年12月' })
    expect(behind.filter(({ kind }) => kind === 'brain').length).toBe(
      remindersOf(context.board, last(context)).length,
    )
  })
})

describe('the draft of a notice', () => {
  it('says that it is a draft of demonstration data, with the numbers of the board', () => {
    const context = demo()
    const notice = monthlyNotice(context, last(context), head)
    expect(notice.title).toBe('关于2026年10月产业大脑月报报送情况的通报（草稿）')
    const text = noticeText(context)
    expect(text).toContain(boardFinding(context, last(context)))
    expect(text).toContain('演示数据')
    expect(text).toContain('未经审核，不是正式文件')
    expect(text).toContain('（补报期限）')
    const figures = notice.items.flatMap((item) => (item.kind === 'figure' ? [item.figure] : []))
    expect(figures.map(({ id }) => id)).toEqual(['reporting-status', 'board-reminders'])
    for (const figure of figures) expect(refusalOf(figure)).toBeNull()
  })

  it('has no Chinese words of its own in English, and no demonstration words in main', () => {
    const english = { ...demo('en'), cube: { ...demo('en').cube, byId: new Map() } }
    expect(noticeText(english as BoardContext)).not.toMatch(/\p{Script=Han}/u)
    expect(noticeText({ ...demo(), space: 'main' })).not.toContain('演示')
  })

  it('of a month without anybody behind says so and has no list', () => {
    const context = demo()
    const board = { ...context.board, days: new Map<number, number>() }
    const states = board.states.map((letters) => letters.replace(/[xl]/g, 'o'))
    const notice = monthlyNotice({ ...context, board: { ...board, states } }, 11, head)
    expect(notice.items.filter(({ kind }) => kind === 'figure')).toHaveLength(1)
    expect(expectedOf(monthCounts({ ...board, states })[11]!)).toBe(54)
  })
})

it('a board has only brains of the register itself', () => {
  const context = demo()
  const own = new Set(context.cube.brains.filter(isOwn).map(({ id }) => id))
  expect(context.board.brains.every((id) => own.has(id))).toBe(true)
})
