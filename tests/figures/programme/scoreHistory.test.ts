import { describe, expect, it } from 'vitest'

import { demoCard } from '../../../src/domain/assessment/cards/demoCard.ts'
import { publicationId, type ScoreRecord } from '../../../src/domain/assessment/scoreRecord.ts'
import type { LifecycleEvent } from '../../../src/domain/event.ts'
import { NO_PROGRAMME } from '../../../src/figures/programme/programmeData.ts'
import { scoreHistoryTable } from '../../../src/figures/programme/scoreHistoryTable.ts'
import { scoreView } from '../../../src/figures/programme/scoreView.ts'
import { scoreContext, storedScore } from './scoreWorld.ts'

const zh = scoreContext()
const view = scoreView(zh, demoCard, '2026-10')
const brain = zh.cube.byId.get(view.ranking[0]?.brain ?? '')!
const kept = (version: number): ScoreRecord => storedScore(zh, view, brain.id, version)
const published = (version: number): ScoreRecord => ({ ...kept(version), published: true })

/** The column 公布 and the finding, where `corrections` were entered beside the events. */
function historyOf(scores: readonly ScoreRecord[], corrections: readonly LifecycleEvent[] = []) {
  const cube = { ...zh.cube, told: [...zh.cube.told, ...corrections] }
  const table = scoreHistoryTable({ ...zh, cube, programme: { ...NO_PROGRAMME, scores } }, brain)
  if (table.kind !== 'table') throw new Error(table.reason)
  const at = table.columns.findIndex(({ id }) => id === 'published')
  return { published: table.rows.map((row) => row[at]), table }
}

describe('the stored scores of a brain', () => {
  it('say which publication is in force, and that earlier ones stand behind it', () => {
    const { published: cells, table } = historyOf([published(1), published(2), kept(3)])
    expect(cells).toEqual(['未公布', '已公布，现行', '已公布，后以第 2 版为准'])
    expect(table.finding).toMatch(/第 3 版：.*；现行等级.*（第 2 版公布）。$/)
    expect(table.notes.join()).toContain('以最后一次公布的等级为准')
    for (const row of table.rows) expect(row.join()).toContain('2026-11-20 16:30')
  })

  it('say where no grade of the year is published', () => {
    expect(historyOf([kept(1)]).table.finding).toContain('该年度等级尚未公布')
  })

  it('speak of a correction only where somebody corrected the event: the one before counts again', () => {
    const scores = [published(1), published(2)]
    expect(historyOf(scores).published.join()).not.toContain('更正')
    const correction: LifecycleEvent = {
      ...{ id: 'w', brain: brain.id, kind: 'withdrawn', date: '2026-11-21', document: null },
      order: publicationId({ brain: brain.id, year: 2026, version: 2 }),
    }
    expect(historyOf(scores, [correction]).published).toEqual([
      ...['已公布，登记已更正', '已公布，现行'],
    ])
  })
})
