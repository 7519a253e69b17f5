import type { Gap } from '../../domain/brain.ts'
import { textOf } from '../../domain/text.ts'
import type { FigureDefinition } from '../definition.ts'
import { absentFigure, meaning } from '../meaning.ts'
import { say } from '../text/words.ts'

/** What no public source states: said instead of guessed. */
export const gaps: FigureDefinition = {
  id: 'gaps',
  name: { zh: '尚未公开', en: 'Not public' },
  indicators: [],
  spaces: ['main'],
  build: (context) => {
    const { locale } = context
    const title = say(locale, '尚未公开', 'Not public')
    if (context.gaps.length === 0)
      return absentFigure(
        context,
        'gaps',
        title,
        say(locale, '没有登记缺口', 'No gaps are recorded'),
      )
    return {
      ...meaning(context, {
        id: 'gaps',
        title,
        unit: say(locale, '不推测、不补数', 'never guessed'),
        source: say(locale, '公开来源核对结果', 'Result of checking public sources'),
        asOf: context.today,
        definition: say(
          locale,
          '查过公开来源而未找到的内容',
          'Looked for in public sources and not found',
        ),
        finding: say(
          locale,
          `${context.gaps.length} 类内容尚未公开。`,
          `${context.gaps.length} kinds of data are not public.`,
        ),
      }),
      kind: 'table',
      columns: [
        { id: 'what', title: say(locale, '内容', 'What'), align: 'start' },
        { id: 'why', title: say(locale, '原因', 'Why'), align: 'start' },
        { id: 'bring', title: say(locale, '如何接入', 'How to bring it in'), align: 'start' },
      ],
      rows: inOrder(context.gaps).map(({ what, why, bring }) => [
        textOf(what, locale),
        textOf(why, locale),
        textOf(bring, locale),
      ]),
    }
  },
}

/** What readers ask for first. */
const FIRST = ['operation', 'registry', 'results', 'lists', 'indicatorSystem']

const inOrder = (all: readonly Gap[]): Gap[] => {
  const place = ({ id }: Gap): number => (FIRST.includes(id) ? FIRST.indexOf(id) : FIRST.length)
  return [...all].sort((a, b) => place(a) - place(b))
}

/** The way from an empty space to a full wall, in the order in which it is walked. */
export const onboarding: FigureDefinition = {
  id: 'onboarding',
  name: { zh: '如何接入', en: 'How to bring data in' },
  indicators: [],
  spaces: ['main'],
  build: (context) => {
    const { locale } = context
    const title = say(locale, '如何接入', 'How to bring data in')
    return {
      ...meaning(context, {
        id: 'onboarding',
        title,
        source: say(locale, '本系统', 'This product'),
        asOf: context.today,
        definition: say(
          locale,
          '从空库到有数的接入步骤，按先后排列；不是数据',
          'The steps from an empty space to a full one, in their order; no data',
        ),
        finding: say(
          locale,
          '登记大脑、按月报送、导入过程记录后，本屏自动换成报送数据。',
          'Once brains are registered, report monthly and events are imported, this wall shows them by itself.',
        ),
        simulated: false,
      }),
      kind: 'table',
      columns: [
        { id: 'step', title: say(locale, '步骤', 'Step'), align: 'start' },
        { id: 'how', title: say(locale, '做法', 'How'), align: 'start' },
      ],
      rows: [
        [
          say(locale, '① 登记大脑', '① Register'),
          say(
            locale,
            '操作员登记，发放报送令牌',
            'the operator registers a brain and gets its token',
          ),
        ],
        [
          say(locale, '② 按月报送', '② Report'),
          say(locale, '大脑凭令牌提交月报，即时上屏', 'the brain posts its monthly report'),
        ],
        [
          say(locale, '③ 过程记录', '③ Events'),
          say(
            locale,
            '按文件登记试点、验收、整改',
            'enter pilots, acceptances, rectifications by document',
          ),
        ],
        [
          say(locale, '④ 核对来源', '④ Check'),
          say(locale, '待核数字由原件替换', 'replace unverified figures by originals'),
        ],
      ],
    }
  },
}
