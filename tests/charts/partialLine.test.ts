import { describe, expect, it } from 'vitest'

import { splitPartial } from '../../src/charts/partialLine.ts'
import type { LineSeries } from '../../src/figures/kinds/lineFigure.ts'
import type { Coverage } from '../../src/figures/kinds/quantity.ts'

const covers = (covered: number): Coverage => ({ covered, expected: 5 })

const line = (
  coverage: readonly (Coverage | null)[],
  over: Partial<LineSeries> = {},
): LineSeries => ({
  ...{ id: 'a', name: 'a', tone: 'fact', preliminary: [], endText: '' },
  values: coverage.map((_, i) => i + 1),
  coverage,
  ...over,
})

describe('a line over totals', () => {
  it('stays one where everybody is covered', () => {
    const whole = line([covers(5), covers(5)])
    expect(splitPartial(whole)).toEqual({ whole: [whole], partial: null })
  })

  it('is partial from the last complete point through every incomplete one', () => {
    const { whole, partial } = splitPartial(line([covers(5), covers(5), covers(4), covers(4)]))
    expect(whole.map(({ values }) => values)).toEqual([[1, 2, null, null]])
    expect(partial?.values).toEqual([null, 2, 3, 4])
  })

  it('breaks between two complete points that cover different numbers', () => {
    const steps = line([null, null, null, null], { breaks: [2] })
    const { whole, partial } = splitPartial(steps)
    expect(whole.map(({ values }) => values)).toEqual([
      [1, 2, null, null],
      [null, null, 3, 4],
    ])
    expect(partial?.values).toEqual([null, 2, 3, null])
  })

  it('loses no point and keeps gaps as gaps', () => {
    const gappy = line([covers(5), covers(4), covers(0), covers(5), covers(3)], {
      values: [1, 2, null, 4, 5],
    })
    const { whole, partial } = splitPartial(gappy)
    const drawn = gappy.values.map((_, i) =>
      [...whole, ...(partial ? [partial] : [])].some(({ values }) => values[i] != null),
    )
    expect(drawn).toEqual([true, true, false, true, true])
  })
})
