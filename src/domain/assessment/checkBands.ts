import type { RuleFault } from '../ruleFault.ts'
import type { GradeBand } from './scoreCard.ts'
import { CARD_FAULTS } from './scoreCardFault.ts'

/** What is wrong with the grades of a card: they must descend to 0, once each, those that pass first, one at least. */
export function checkBands(bands: readonly GradeBand[]): readonly RuleFault[] {
  const last = bands.at(-1)
  if (!last) return [CARD_FAULTS.noBands(['bands'])]
  const end = ['bands', bands.length - 1, 'from']
  return [
    ...bands.flatMap((band, i) => checkBand(bands, band, i)),
    ...(bands.some(({ passes }) => passes) ? [] : [CARD_FAULTS.noPass(['bands'])]),
    ...(last.from > 0 ? [CARD_FAULTS.lastBand(end, last.from)] : []),
  ]
}

function checkBand(
  bands: readonly GradeBand[],
  { grade, from, passes }: GradeBand,
  i: number,
): readonly RuleFault[] {
  const before = bands[i - 1]
  const isFirst = bands.findIndex((band) => band.grade === grade) === i
  const place = ['bands', i]
  return [
    ...(from >= 0 && from <= 100 ? [] : [CARD_FAULTS.bandRange([...place, 'from'], from)]),
    ...(before && !(from < before.from)
      ? [CARD_FAULTS.bandOrder([...place, 'from'], from, before.from)]
      : []),
    ...(isFirst ? [] : [CARD_FAULTS.repeatedGrade([...place, 'grade'], grade)]),
    ...(before && passes && !before.passes ? [CARD_FAULTS.passOrder([...place, 'passes'])] : []),
  ]
}
