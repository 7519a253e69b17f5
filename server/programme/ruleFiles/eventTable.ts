import type { EventEntry } from '../../../src/contract/index.ts'
import { EVENT_KINDS } from '../../../src/domain/event.ts'
import type { CellPlace } from '../../intake/intakeCell.ts'
import { EVENT_NAMES } from '../../../src/figures/text/eventNames.ts'
import { column, numberIn, type RuleTable } from './ruleFile.ts'

const TEXTS = ['document', 'due', 'reason', 'actor', 'order', 'owner', 'recordedBy'] as const

const KINDS: ReadonlyMap<string, string> = new Map(
  EVENT_KINDS.flatMap((kind) => [
    [kind.toLowerCase(), kind],
    [EVENT_NAMES[kind].zh.toLowerCase(), kind],
    [EVENT_NAMES[kind].en.toLowerCase(), kind],
  ]),
)

/** A line for each event. */
export const eventTable: RuleTable<EventEntry> = {
  sheet: { zh: '过程事件', en: 'Events' },
  columns: [
    column('id', '事件编号', 'Event id', 24),
    column('brain', '产业大脑编号', 'Brain id', 24),
    column('kind', '事件', 'Event', 16),
    column('date', '日期', 'Day', 12),
    column('document', '依据文件', 'Document', 36),
    column('due', '整改期限', 'Due', 12),
    column('reason', '事由', 'Reason', 30),
    column('year', '考核年度', 'Year assessed', 10),
    column('grade', '等次', 'Grade', 10),
    column('actor', '办理单位', 'Decided by', 20),
    column('order', '对应事件', 'Of event', 24),
    column('owner', '责任单位', 'Owner', 24),
    column('recordedBy', '登记人（系统记录）', 'Recorded by (kept by the system)', 24),
  ],
  lines: (events) =>
    events.map((event) => ({
      ...{ id: event.id, brain: event.brain, date: event.date },
      kind: EVENT_NAMES[event.kind].zh,
      ...Object.fromEntries(TEXTS.map((key) => [key, event[key] ?? ''])),
      ...{ year: event.year == null ? '' : String(event.year), grade: event.grade ?? '' },
    })),
  entries: (lines) =>
    lines.map(({ cells, place }) => ({
      places: new Map<string, CellPlace>([
        ['', place('id')],
        ...Object.keys(cells).map((key) => [`/${key}`, place(key)] as const),
      ]),
      value: {
        ...{ id: cells['id'] ?? '', brain: cells['brain'] ?? '', date: cells['date'] ?? '' },
        kind: KINDS.get((cells['kind'] ?? '').trim().toLowerCase()) ?? cells['kind'] ?? '',
        document: cells['document'] || null,
        ...Object.fromEntries(
          TEXTS.slice(1).flatMap((key) => (cells[key] ? [[key, cells[key]]] : [])),
        ),
        ...(cells['year'] ? { year: numberIn(cells['year']) } : {}),
        ...(cells['grade'] ? { grade: cells['grade'] } : {}),
      },
    })),
}
