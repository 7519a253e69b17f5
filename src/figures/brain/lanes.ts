/** What is laid out: a label that starts at `at` (0–1) of the axis. */
interface Label {
  readonly at: number
  readonly name: string
  readonly date: string
}

/** Units of the narrowest axis that must hold the labels: a printed A4 page. */
const AXIS = 880
/** Above this place a label ends at its point instead of starting there. */
const FLIP = 0.8

const widthOf = ({ name, date }: Label): number =>
  (Array.from(name).reduce((sum, char) => sum + (char > '\u2e80' ? 13.5 : 7.2), 0) +
    date.length * 6.6 +
    22) /
  AXIS

/**
 * Gives every label the lowest lane in which it does not touch another one. Widths are estimated, so that
 * the same events lie the same way everywhere.
 */
export function assignLanes<T extends Label>(
  labels: readonly T[],
): (T & { readonly lane: number; readonly flip: boolean })[] {
  const lanes: { from: number; to: number }[][] = []
  return labels.map((label) => {
    const flip = label.at > FLIP
    const from = flip ? label.at - widthOf(label) : label.at
    const to = from + widthOf(label)
    let lane = 0
    while (lanes[lane]?.some((taken) => from < taken.to && to > taken.from)) lane += 1
    ;(lanes[lane] ??= []).push({ from, to })
    return { ...label, lane, flip }
  })
}
