import {
  listCoverage,
  type IndustryList,
  type ListCoverage,
} from '../../domain/eligibility/coverage.ts'
import { SUB_INDUSTRIES } from '../../domain/taxonomy.ts'
import type { FigureContext } from '../definition.ts'
import type { AbsentFigure } from '../kinds/absentFigure.ts'
import type { TableFigure } from '../kinds/tableFigure.ts'
import { absentFigure, citationsOf, meaning } from '../meaning.ts'
import { creditText } from '../text/creditText.ts'
import { say } from '../text/words.ts'

const ID = 'list-coverage'

/**
 * 榜单覆盖: which sub-industries of a batch year's list have a brain. In the demo, where no list was imported, the
 * classes that its brains were made from stand in for one, and it says so.
 */
export function coverageTable(context: FigureContext, year: number): TableFigure | AbsentFigure {
  const { locale, cube, states, today, programme } = context
  const lists = programme?.lists ?? []
  const isStandIn = context.space === 'demo' && lists.every((list) => list.year !== year)
  const title = isStandIn
    ? say(locale, `${year} 年榜单覆盖（演示名单）`, `Coverage of the list of ${year} (made up)`)
    : say(locale, `${year} 年榜单覆盖`, `Coverage of the list of ${year}`)
  const held = isStandIn ? [...lists, standIn(year)] : lists
  const coverage = listCoverage(year, held, cube.brains, states)
  if (!coverage || coverage.named.length === 0 || (isStandIn && cube.brains.length === 0))
    return absentFigure(context, ID, title, reasonOf(context, year, coverage), bring(context))
  const { document, sources } = coverage
  return {
    ...meaning(context, {
      ...{ id: ID, title, asOf: today },
      period: say(locale, `截至 ${today}`, `as of ${today}`),
      scope: scopeOf(context, coverage),
      definition: say(
        locale,
        '榜单所列细分行业与登记的产业大脑按名称与榜单别名比对（去掉词尾与说明性括注）；试点、验收、挂牌、入库均计',
        'Names of the list and their aliases against the registered brains by their stem; brains that are counted or in the pool',
      ),
      source: isStandIn
        ? (creditText(context.credit, locale) ?? '')
        : document || say(locale, '公开资料', 'Public sources'),
      citations: isStandIn ? [] : citationsOf(context, sources),
      notes: isStandIn ? [standInNote(context, year, coverage)] : [],
      simulated: context.credit !== null,
      finding: findingOf(context, coverage),
    }),
    kind: 'table',
    columns: [
      { id: 'industry', title: say(locale, '细分行业', 'Sub-industry'), align: 'start' },
      { id: 'covered', title: say(locale, '覆盖', 'Covered'), align: 'start' },
      { id: 'brains', title: say(locale, '产业大脑', 'Brains'), align: 'start' },
    ],
    rows: coverage.named.map(({ name, brains }) => [
      name,
      brains.length > 0 ? say(locale, '有', 'yes') : say(locale, '无', 'none'),
      brains.map((brain) => brain.name).join(say(locale, '、', ', ')) || '—',
    ]),
  }
}

/** National classes in the place of a list that is not public. */
const standIn = (year: number): IndustryList => ({
  ...{ year, document: '' },
  subIndustries: SUB_INDUSTRIES.map(({ name }) => ({ name: name.zh })),
})

const standInNote = (
  { locale }: FigureContext,
  year: number,
  { published }: ListCoverage,
): string =>
  say(
    locale,
    `演示名单取自国民经济行业分类，不是 ${year} 年榜单${published === null ? '' : `（${published} 个细分行业，名称未全部公开）`}`,
    `The names are national classes that stand in for the list of ${year}${published === null ? '' : ` (${published} sub-industries, not all public)`}`,
  )

function findingOf(
  { locale }: FigureContext,
  { year, named, published, isComplete }: ListCoverage,
): string {
  const covered = named.filter(({ brains }) => brains.length > 0).length
  if (isComplete || published === null)
    return say(
      locale,
      `${named.length} 个细分行业中 ${covered} 个有产业大脑。`,
      `Of ${named.length} sub-industries, ${covered} have a brain.`,
    )
  return say(
    locale,
    `${year} 年榜单共 ${published} 个细分行业，名称公开的 ${named.length} 个中 ${covered} 个有产业大脑。`,
    `The list of ${year} has ${published} sub-industries; of the ${named.length} whose names are public, ${covered} have a brain.`,
  )
}

/** 公开名称 4/25: how much of the list is known here. */
function scopeOf(
  { locale }: FigureContext,
  { named, published, isComplete }: ListCoverage,
): string {
  if (isComplete || published === null)
    return say(locale, `${named.length} 个细分行业`, `${named.length} sub-industries`)
  return say(
    locale,
    `公开名称 ${named.length}/${published}`,
    `${named.length} of ${published} names are public`,
  )
}

function reasonOf({ locale }: FigureContext, year: number, coverage: ListCoverage | null): string {
  if (!coverage) return say(locale, `没有 ${year} 年榜单`, `There is no list of ${year}`)
  return say(
    locale,
    `${year} 年榜单共 ${coverage.published ?? '?'} 个细分行业，名称均未公开`,
    `The list of ${year} has ${coverage.published ?? '?'} sub-industries; none of the names is public`,
  )
}

const bring = ({ locale }: FigureContext): string =>
  say(locale, '在「规则集」导入榜单后显示', 'Shown once the list is imported under "Rule sets"')
