import type { Comparison } from '../../src/domain/comparison.ts'
import { MEASURES } from '../../src/domain/measure/question.ts'
import { CITIES } from '../../src/domain/region.ts'
import type { Selection } from '../../src/domain/selection.ts'
import type { Locale } from '../../src/domain/text.ts'
import type { Exported, Origin } from '../../src/export/exported.ts'
import { brainKpis } from '../../src/figures/brain/brainKpis.ts'
import { brainTrends } from '../../src/figures/brain/brainTrends.ts'
import { BRAIN_FIGURES } from '../../src/figures/brain/registry.ts'
import { compareLines } from '../../src/figures/compare/compareLines.ts'
import { compareTable } from '../../src/figures/compare/compareTable.ts'
import { COUNTY_INDICATORS, countyMap } from '../../src/figures/countyMap.ts'
import { DESK_FIGURES } from '../../src/figures/desk/registry.ts'
import type { Figure } from '../../src/figures/figure.ts'
import type { AbsentFigure } from '../../src/figures/kinds/absentFigure.ts'
import { deskOf } from '../figures/desk/deskContext.ts'
import { programmeExamples, whatIfExamples } from '../figures/programme/programmeExamples.ts'
import { figuresIn, scenario, SCENARIO_IDS, type ScenarioId } from '../figures/scenarios.ts'

const ORIGIN: Origin = {
  ...{ space: 'demo', query: 'desk?i=cluster.revenue&x="<', asOf: null, watermark: '' },
  ...{ link: 'https://brain.example/demo/desk?i=cluster.revenue', marking: 'internal' },
  madeAt: '2026-11-22T08:00:00+08:00',
}

/** A figure on its way into a file, from an origin that a page could have. */
export const exported = (figure: Figure, origin: Partial<Origin> = {}): Exported => ({
  figure,
  context: { geometry: null, focus: null },
  origin: { ...ORIGIN, ...origin },
})

/** The figures of the wall's registry in a scenario. */
export function wallFigures(id: ScenarioId, locale: Locale): Figure[] {
  const context = scenario(id, locale)
  return figuresIn(context).map(({ build }) => build(context))
}

/** The explorer's panels under selections that change their shape. */
function deskFigures(id: ScenarioId, locale: Locale): Figure[] {
  const focus = scenario(id).cube.brains[1]?.id ?? null
  const selections: Partial<Selection>[] = [
    ...MEASURES.map((measure) => ({ measure })),
    { indicator: 'compute.rackUtilisation', measure: 'pointChange' },
    { indicator: 'statistics.revenue' },
    { focus },
    { focus, measure: 'yearOnYear' },
    { cities: ['370200'] },
  ]
  return selections.flatMap((selection) => {
    const context = deskOf(id, selection, locale)
    return DESK_FIGURES.map(({ build }) => build(context))
  })
}

/** What profiles, the comparison and the maps of counties show. */
function otherFigures(id: ScenarioId, locale: Locale): Figure[] {
  const context = scenario(id, locale)
  const brains = context.cube.brains.slice(0, 3)
  const ids = [...brains.map((brain) => brain.id), '370200', '370000']
  const comparisons = ['cluster.revenue', 'compute.rackUtilisation', 'statistics.revenue'].flatMap(
    (indicator) =>
      [null, '2024-10'].map((base): Comparison => ({
        ...{ indicator, ids, base, change: false, focus: null },
        columns: [indicator, 'statistics.revenue'],
      })),
  )
  return [
    ...brains.flatMap((brain) => [
      ...brainKpis(context, brain.id).map(({ figure }) => figure),
      ...brainTrends(context, brain),
      ...BRAIN_FIGURES.map(({ build }) => build(context, brain)),
    ]),
    ...comparisons.flatMap((comparison) => [
      compareLines(context, comparison),
      compareTable(context, comparison).figure,
    ]),
    ...CITIES.slice(0, 3).flatMap((city) =>
      COUNTY_INDICATORS.map((map) => countyMap({ city, ...map }).build(context)),
    ),
  ]
}

/** What has to go through every format: the scenarios, and the programme as it stands and as it is tried out. */
export const EXPORTED_IDS = [...SCENARIO_IDS, 'programme', 'whatIf'] as const
export type ExportedId = (typeof EXPORTED_IDS)[number]

/** Every kind of figure that the product makes of a scenario, absent ones among them. */
export function allFigures(id: ExportedId, locale: Locale): Figure[] {
  if (id === 'programme' || id === 'whatIf') return programmeFigures(id, locale)
  return [...wallFigures(id, locale), ...deskFigures(id, locale), ...otherFigures(id, locale)]
}

/** The first figures that a reader meets: those of the wall, or of the programme. */
export const firstFigures = (id: ExportedId, locale: Locale): Figure[] =>
  id === 'programme' || id === 'whatIf' ? programmeFigures(id, locale) : wallFigures(id, locale)

const programmeFigures = (id: 'programme' | 'whatIf', locale: Locale): Figure[] => [
  ...(id === 'programme' ? programmeExamples : whatIfExamples)(locale),
]

export type DrawnFigure = Exclude<Figure, AbsentFigure>

export const isDrawn = (figure: Figure): figure is DrawnFigure => figure.kind !== 'absent'

/** Texts that break markup, formulas, file systems and careless cutting. */
export const HOSTILE_TEXTS: readonly string[] = [
  '=HYPERLINK("http://evil.example","click")',
  '+1+1',
  '-2+3',
  '@SUM(A1)',
  '\t=1+1',
  ' =1+1',
  '＝1+1',
  "'=1",
  '_x0041_ and _x000D_',
  '<script>alert("x")</script> & &amp; ]]>',
  'مصنع شاندونغ \u202eabc\u202c',
  '👩‍👩‍👧‍👦🏭'.repeat(40),
  'half \ud83d and \udc00 left',
  'null\u0000 bell\u0007 escape\u001b next\u0085 end\uffff',
  'two\r\nlines\rand\nmore, "quoted"',
  '长'.repeat(4000),
]
