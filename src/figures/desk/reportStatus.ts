import type { Brain } from '../../domain/brain.ts'
import type { Indicator } from '../../domain/indicator.ts'
import { ABSENCE_TEXT, absenceOf } from '../../domain/reading.ts'
import { OBSERVATION_STATUS, type ObservationStatus } from '../../domain/slice.ts'
import { textOf, type LocalText } from '../../domain/text.ts'
import { readingsByBrain } from './ask.ts'
import type { DeskContext } from './context.ts'

const STATUS_TEXT: Readonly<Record<ObservationStatus, LocalText>> = {
  preliminary: { zh: '初步', en: 'preliminary' },
  final: { zh: '已报', en: 'reported' },
  revised: { zh: '修订', en: 'revised' },
}

/** How the printed month of a brain was reported: 已报, 初步, 修订, or why there is nothing. */
export function statusReader(context: DeskContext, { id }: Indicator): (brain: Brain) => string {
  const { locale, cube, period } = context
  const readings = readingsByBrain(context, id, 'value')
  const slice = cube.slices.get(id)
  const width = slice?.periods.length ?? 0
  const column = slice?.periods.indexOf(period) ?? -1
  const rows = new Map(slice?.entities.map((entity, row) => [entity, row]))
  return ({ id: brain }) => {
    const row = rows.get(brain)
    const cell = row === undefined || column < 0 ? -1 : row * width + column
    if (slice && cell >= 0 && slice.absence[cell] === 0)
      return textOf(STATUS_TEXT[OBSERVATION_STATUS[slice.status[cell] ?? 1] ?? 'final'], locale)
    const reading = readings.get(brain)
    if (reading && 'absent' in reading) return textOf(ABSENCE_TEXT[reading.absent], locale)
    return textOf(ABSENCE_TEXT[absenceOf(1)], locale)
  }
}
