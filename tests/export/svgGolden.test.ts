import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

import { describe, expect, it } from 'vitest'

import { pictureMarks } from '../../src/export/pictureMarks.ts'
import { SIZES } from '../../src/export/sizes.ts'
import { svgOf } from '../../src/export/svg.ts'
import { provenanceOf, wordsOf } from '../../src/export/words.ts'
import { brainKpis } from '../../src/figures/brain/brainKpis.ts'
import { brainTrends } from '../../src/figures/brain/brainTrends.ts'
import { BRAIN_FIGURES } from '../../src/figures/brain/registry.ts'
import { compareTable } from '../../src/figures/compare/compareTable.ts'
import { DESK_FIGURES } from '../../src/figures/desk/registry.ts'
import type { Figure } from '../../src/figures/figure.ts'
import { PROGRAMME_FIGURES } from '../../src/figures/programme/registry.ts'
import { FIGURES } from '../../src/figures/registry.ts'
import { deskOf } from '../figures/desk/deskContext.ts'
import { fullScenario } from '../figures/fullScenario.ts'
import { programmeExamples, whatIfExamples } from '../figures/programme/programmeExamples.ts'
import { isDrawn, wallFigures } from './exportable.ts'
import { pictured } from './pictured.ts'

/**
 * Every figure of the product in the print look, zh-CN, on a whole slide. After a change that is meant:
 * `UPDATE_GOLDEN=1 vitest run --project unit tests/export/svgGolden.test.ts`, then look at what changed.
 */
const FOLDER = join(import.meta.dirname, 'golden')
const UPDATE = process.env['UPDATE_GOLDEN'] === '1'
const HOW =
  'It differs from its golden file. If that is meant: UPDATE_GOLDEN=1, and say why in the commit.'

/** A few kilobytes; a map has the outlines of sixteen cities. */
const MOST_BYTES = 60_000
const MOST_MAP_BYTES = 120_000

function brainFigures(): Figure[] {
  const context = fullScenario()
  const brain = context.cube.brains.find(({ id }) => context.states.get(id)?.stage === 'pilot')
  if (!brain) throw new Error('No pilot in the scenario')
  const kpis = brainKpis(context, brain.id).map(({ figure }) => figure)
  const panels = BRAIN_FIGURES.map(({ build }) => build(context, brain))
  const columns = ['cluster.revenue', 'compute.rackUtilisation', 'platforms.dataAggregated']
  const { figure } = compareTable(context, {
    ...{ ids: [brain.id, '370200', '370000'], indicator: 'cluster.revenue', columns },
    ...{ base: null, change: false, focus: null },
  })
  return [...kpis, ...brainTrends(context, brain), ...panels, figure]
}

/** One figure of each id: the demo's; of those that belong to real data the public one. */
function figures(): ReadonlyMap<string, Figure> {
  const all = [
    ...wallFigures('main', 'zh-CN'),
    ...wallFigures('demo', 'zh-CN'),
    ...DESK_FIGURES.map(({ build }) => build(deskOf('demo'))),
    ...brainFigures(),
    ...whatIfExamples('zh-CN'),
    ...programmeExamples('zh-CN'),
  ]
  return new Map(all.filter(isDrawn).map((figure) => [figure.id, figure]))
}

function svgFor(figure: Figure): string {
  const item = pictured(figure)
  const { marks, width, height } = pictureMarks(item, SIZES.slideFull)
  const { title, sentence } = wordsOf(item)
  return svgOf(marks, {
    ...{ width, height, title, desc: sentence, background: '#FFFFFF', lang: figure.locale },
    metadata: provenanceOf(item),
  })
}

const fileOf = (id: string): string => `${id.replace(/[^\w.-]/g, '_')}.svg`

describe('the golden pictures', () => {
  const shown = figures()

  it('are of every registered figure', () => {
    const registered = [...FIGURES, ...DESK_FIGURES, ...BRAIN_FIGURES, ...PROGRAMME_FIGURES]
    const ids = registered.map(({ id }) => id)
    expect(ids.filter((id) => !shown.has(id))).toEqual([])
  })

  it.each([...shown])('%s is as it was', (id, figure) => {
    const file = join(FOLDER, fileOf(id))
    const svg = svgFor(figure)
    if (UPDATE) writeFileSync(file, svg)
    expect(existsSync(file), `${file} is missing: run with UPDATE_GOLDEN=1`).toBe(true)
    expect(svg === readFileSync(file, 'utf8'), HOW).toBe(true)
    expect(svg.length).toBeLessThan(figure.kind === 'map' ? MOST_MAP_BYTES : MOST_BYTES)
  })

  it('are of no figure that is gone', () => {
    const wanted = new Set([...shown.keys()].map(fileOf))
    const stale = readdirSync(FOLDER).filter((name) => !wanted.has(name))
    if (UPDATE) for (const name of stale) rmSync(join(FOLDER, name))
    expect(readdirSync(FOLDER).filter((name) => !wanted.has(name))).toEqual([])
  })
})
