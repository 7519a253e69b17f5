import { industryConflicts } from '../../domain/eligibility/conflicts.ts'
import { industryCrosswalk } from '../../domain/eligibility/industryCrosswalk.ts'
import { STAGE_NAMES } from '../../domain/programme/transitions.ts'
import { textOf } from '../../domain/text.ts'
import type { FigureContext, FigureDefinition } from '../definition.ts'
import { absentFigure, citationsOf, meaning } from '../meaning.ts'
import { creditText } from '../text/creditText.ts'
import { say } from '../text/words.ts'

const ID = 'industry-conflicts'
const name = { zh: '一行业一大脑核查', en: 'One industry, one brain' }

/** Industries with more than one brain, across batches too. */
export const conflictTable: FigureDefinition = {
  id: ID,
  name,
  indicators: [],
  build: (context) => {
    const { locale, cube, states, today } = context
    const title = textOf(name, locale)
    if (cube.brains.length === 0)
      return absentFigure(
        context,
        ID,
        title,
        say(locale, '没有登记的产业大脑', 'No brain is registered'),
      )
    const crosswalk = industryCrosswalk(context.programme?.lists ?? [])
    const conflicts = industryConflicts(cube.brains, states, crosswalk)
    const across = conflicts.filter(({ acrossBatches }) => acrossBatches).length
    return {
      ...meaning(context, {
        ...{ id: ID, title, asOf: today },
        period: say(locale, `截至 ${today}`, `as of ${today}`),
        definition: say(
          locale,
          '试点、验收、挂牌与入库的产业大脑按细分行业比对：先按榜单所列名称及别名对照，榜单未列的按名称，去掉“制造、产业、业”等词尾与说明性括注；限定范围的括注不同，视为不同行业；跨批次也比对',
          'Brains that are counted or in the pool, compared by their sub-industry, across batches too: names and aliases of one listed sub-industry are one, other names meet by their stem; brackets that narrow the name keep industries apart',
        ),
        source: creditText(context.credit, locale) ?? say(locale, '产业大脑名录', 'The registry'),
        citations: citationsOf(context, ['S01', 'S06']),
        simulated: context.credit !== null,
        finding: findingOf(context, conflicts.length, across),
      }),
      kind: 'table',
      columns: [
        { id: 'industry', title: say(locale, '细分行业', 'Sub-industry'), align: 'start' },
        { id: 'count', title: say(locale, '个数', 'Brains'), align: 'end' },
        {
          id: 'brains',
          title: say(locale, '产业大脑（批次、阶段）', 'Brains (batch, stage)'),
          align: 'start',
        },
        { id: 'across', title: say(locale, '跨批次', 'Across batches'), align: 'start' },
      ],
      rows: conflicts.map(({ industry, brains, acrossBatches }) => [
        industry,
        String(brains.length),
        brains
          .map(({ id, name: who, batch }) => {
            const stage = textOf(STAGE_NAMES[states.get(id)?.stage ?? 'unknown'], locale)
            return say(
              locale,
              `${who}（${batch ?? '批次不详'}，${stage}）`,
              `${who} (${batch ?? 'batch not public'}, ${stage})`,
            )
          })
          .join(say(locale, '；', '; ')),
        acrossBatches ? say(locale, '是', 'yes') : say(locale, '否', 'no'),
      ]),
    }
  },
}

const findingOf = ({ locale }: FigureContext, all: number, across: number): string =>
  all === 0
    ? say(locale, '没有同一行业的两个产业大脑。', 'No industry has two brains.')
    : say(
        locale,
        `${all} 个行业有不止一个产业大脑，其中跨批次 ${across} 个。`,
        `${all === 1 ? '1 industry has' : `${all} industries have`} more than one brain, ${across} across batches.`,
      )
