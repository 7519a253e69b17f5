import type { LocalText } from '../../../src/domain/text.ts'
import type { CellPlace, IntakeFinding } from '../intakeCell.ts'

/** A finding of one place: what is wrong (zh, en), what to do about it (zh, en). */
const findingOf =
  (severity: IntakeFinding['severity']) =>
  (place: CellPlace, rule: string, text: LocalText, remedy: LocalText): IntakeFinding => ({
    ...{ place, rule, severity, text, remedy },
  })

export const blocking = findingOf('block')
export const asking = findingOf('warn')
