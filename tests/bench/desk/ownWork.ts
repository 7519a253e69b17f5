import { readFileSync } from 'node:fs'
import { join } from 'node:path'

import { chartMarks, isChart } from '../../../src/charts/chartMarks.ts'
import { makeGeometry } from '../../../src/charts/geometry.ts'
import { makeLook } from '../../../src/charts/look.ts'
import { DEFAULT_SELECTION, type Selection } from '../../../src/domain/selection.ts'
import type { FigureContext } from '../../../src/figures/definition.ts'
import type { DeskContext, DeskFigure } from '../../../src/figures/desk/context.ts'
import { facetsOf } from '../../../src/figures/desk/facets.ts'
import { selectedBrains } from '../../../src/figures/desk/selected.ts'
import { selectionContribution } from '../../../src/figures/desk/selectionContribution.ts'
import { selectionMap } from '../../../src/figures/desk/selectionMap.ts'
import { selectionMultiples } from '../../../src/figures/desk/selectionMultiples.ts'
import { selectionRanking } from '../../../src/figures/desk/selectionRanking.ts'
import { selectionScatter } from '../../../src/figures/desk/selectionScatter.ts'
import { selectionTable } from '../../../src/figures/desk/selectionTable.ts'
import { selectionTrend } from '../../../src/figures/desk/selectionTrend.ts'
import { after, type Step } from './steps.ts'
import { MONTHS } from './world.ts'

/** Every panel with the box it has on a screen of 1920 × 1080. */
const PANELS: readonly (readonly [DeskFigure, number, number])[] = [
  [selectionMap, 1050, 390],
  [selectionRanking, 550, 390],
  [selectionTrend, 1050, 230],
  [selectionContribution, 550, 230],
  [selectionMultiples, 1050, 290],
  [selectionScatter, 550, 290],
]
const LOOKS = PANELS.map(([, width, height]) => makeLook('desk', { width, height, u: 1 }))

/** Rows of the table that are drawn, those around the view included. */
const ROWS_IN_VIEW = 24

const MAP = join(import.meta.dirname, '../../../public/maps/370000.json')
const geometry = makeGeometry(
  JSON.parse(readFileSync(MAP, 'utf8')) as Parameters<typeof makeGeometry>[0],
  [],
)
const INSET = { left: 96, right: 24, top: 6, bottom: 30, align: 'center' } as const

/** What the page works out for a selection: brains, seven figures, six options. */
export function workOut(base: FigureContext, selection: Selection): string | null {
  const brains = selectedBrains(base, selection)
  const period = selection.period ?? MONTHS.at(-1) ?? ''
  const desk: DeskContext = { ...base, selection, brains, period }
  const figures = PANELS.map(([{ build }]) => build(desk))
  const table = selectionTable.build(desk)
  if (table.kind === 'table') table.rows.slice(0, ROWS_IN_VIEW).forEach((row) => row.join())
  figures.forEach((figure, i) => {
    const look = LOOKS[i]
    if (look && isChart(figure)) chartMarks(figure, look, { geometry, focus: null, inset: INSET })
  })
  const ranking = figures[1]
  return ranking?.kind === 'bar' ? (ranking.rows[2]?.id ?? null) : null
}

/**
 * Milliseconds of our own work for each step, one after the other: time of this thread on a processor, so
 * that other programs on the machine do not count.
 */
export function timesOf(base: FigureContext, steps: readonly Step[]): number[] {
  let selection = DEFAULT_SELECTION
  let third = workOut(base, selection)
  return steps.map((step) => {
    selection = after(selection, step, third)
    const before = process.threadCpuUsage()
    if (step.do === 'toggle') facetsOf(base.cube.brains, base.states, selection)
    third = workOut(base, selection)
    const { user, system } = process.threadCpuUsage(before)
    return (user + system) / 1000
  })
}
