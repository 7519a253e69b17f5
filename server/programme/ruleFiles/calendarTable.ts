import type { Holiday } from '../../../src/domain/calendar.ts'
import type { CellPlace } from '../../intake/intakeCell.ts'
import { column, type RuleTable } from './ruleFile.ts'

const KINDS: ReadonlyMap<string, Holiday['kind']> = new Map([
  ['off', 'off'],
  ['休', 'off'],
  ['放假', 'off'],
  ['work', 'work'],
  ['班', 'work'],
  ['上班', 'work'],
  ['调休上班', 'work'],
])

/** A line for each weekday that is off and each weekend day that is worked. */
export const calendarTable: RuleTable<Holiday> = {
  sheet: { zh: '工作日历', en: 'Work days' },
  columns: [column('date', '日期', 'Day', 14), column('kind', '休或班', 'Off or worked', 14)],
  lines: (days) => days.map(({ date, kind }) => ({ date, kind: kind === 'off' ? '休' : '班' })),
  entries: (lines) =>
    lines.map(({ cells, place }) => ({
      places: new Map<string, CellPlace>([
        ['', place('date')],
        ['/date', place('date')],
        ['/kind', place('kind')],
      ]),
      value: {
        date: cells['date'] ?? '',
        kind: KINDS.get((cells['kind'] ?? '').trim().toLowerCase()) ?? cells['kind'] ?? '',
      },
    })),
}
