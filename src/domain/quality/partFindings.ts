import type { Ledger } from './ledger.ts'
import type { PartRelation } from './relations.ts'
import type { Found, JudgedCell } from './rule.ts'
import { namedFigure, relatedFigure } from './words.ts'

/** Whether a relation speaks of the cell, and the cell is the one of the report that answers for it. */
function answersFor({ indicator, period }: JudgedCell, relation: PartRelation, ledger: Ledger) {
  const members = [...relation.parts, relation.whole]
  return members.find((id) => ledger.isGiven(id, period)) === indicator.id
}

/**
 * Relations that the figures break after the report, whichever side of them it touches. The finding stands
 * at the first reported part, at the whole when only that is reported. Absent parts add nothing.
 */
export function partFindings(
  cell: JudgedCell,
  ledger: Ledger,
  relations: readonly PartRelation[],
): readonly Found[] {
  return relations.flatMap((relation) => {
    const whole = ledger.value(relation.whole, cell.period)
    if (whole === null || !answersFor(cell, relation, ledger)) return []
    const parts = relation.parts.flatMap((id) => {
      const value = ledger.value(id, cell.period)
      return value === null ? [] : [{ id, value }]
    })
    const sum = parts.reduce((total, { value }) => total + value, 0)
    if (parts.length === 0 || sum <= whole * (1 + 1e-12)) return []
    return [
      excess(cell, ledger, {
        ...relation,
        values: [...parts, { id: relation.whole, value: whole }],
      }),
    ]
  })
}

interface Broken extends PartRelation {
  /** The parts present, then the whole. */
  readonly values: readonly { readonly id: string; readonly value: number }[]
}

function excess(cell: JudgedCell, { indicators }: Ledger, { whole, values }: Broken): Found {
  const told = values.map(({ id, value }) => {
    const indicator = indicators.get(id)
    return indicator
      ? namedFigure(value, indicator)
      : { zh: `${id} ${value}`, en: `${id} ${value}` }
  })
  const parts = told.slice(0, -1)
  const bound = told.at(-1) ?? { zh: whole, en: whole }
  return {
    text: {
      zh: `${cell.period}：${parts.map(({ zh }) => zh).join(' + ')} 大于 ${bound.zh}。`,
      en: `${cell.period}: ${parts.map(({ en }) => en).join(' + ')} is more than ${bound.en}.`,
    },
    remedy: {
      zh: '部分不得大于整体：核对各数，两项同报一次改齐。',
      en: 'A part is never more than its whole: check the figures and report both sides together.',
    },
    related: values
      .filter(({ id }) => id !== cell.indicator.id)
      .map(({ id, value }) => relatedFigure(id, cell.period, value)),
  }
}
