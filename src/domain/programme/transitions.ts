import type { EventKind } from '../event.ts'
import { STAGE_OF } from '../lifecycle.ts'
import type { Stage } from '../lifecycle.ts'
import type { LocalText } from '../text.ts'

/** One edge of the programme's state machine: in which stages an event may happen and where it leads. */
export interface Transition {
  readonly kind: EventKind
  /** Stages in which it may happen. */
  readonly from: readonly Stage[]
  /** The stage it leads to; null where the brain stays in its stage. */
  readonly to: Stage | null
  /** Stable id of the rule: `transition.piloted`. */
  readonly rule: string
  /** The rule in words. */
  readonly words: LocalText
  /** Publications that it rests on; empty for a rule of this product. */
  readonly sources: readonly string[]
}

/** Stages in which a brain is built or has been: measures and yearly assessments go over them. */
const BUILDING = ['pilot', 'accepted', 'designated'] as const satisfies readonly Stage[]
const CONTROLLED = [...BUILDING, 'pool'] as const satisfies readonly Stage[]
const NOTICES = ['S01', 'S03', 'S05']

const edge = (
  kind: EventKind,
  from: readonly Stage[],
  [zh, en]: readonly [zh: string, en: string],
  sources: readonly string[] = NOTICES,
): Transition => ({
  ...{ kind, from, to: STAGE_OF[kind] ?? null, rule: `transition.${kind}` },
  ...{ words: { zh, en }, sources },
})

/** 申报 → 专家评审/现场答辩 → 公示 → 建设试点 | 入库培育 | 未入选 (S01, S03, S05). */
const CALL: readonly Transition[] = [
  edge(
    'applied',
    ['unknown', 'notSelected', 'pool', 'disqualified'],
    [
      '首次申报，或未入选、入库培育、取消资格后再次申报',
      'A first application, or a new one after not being selected, from the pool or after disqualification',
    ],
  ),
  edge('reviewed', ['applied'], ['申报后组织专家评审、现场答辩', 'Experts review an application']),
  edge(
    'publicised',
    ['reviewed', 'unknown'],
    [
      '评审后公示；公示名单可以是最早可知的一步',
      'Publicised after the review; a published list may be the first that is known',
    ],
  ),
  edge(
    'piloted',
    ['publicised', 'pool', 'unknown'],
    [
      '公示后公布为建设试点，或由入库培育在以后年度转入；公布名单可以是最早可知的一步',
      'Announced after being publicised, or from the pool in a later year; a published list may be the first that is known',
    ],
  ),
  edge(
    'pooled',
    ['publicised', 'unknown'],
    [
      '公示后入库培育；公布名单可以是最早可知的一步',
      'Pooled after being publicised; a published list may be the first that is known',
    ],
  ),
  edge(
    'notSelected',
    ['applied', 'reviewed', 'publicised', 'unknown'],
    [
      '申报、评审或公示后未入选',
      'Not selected after the application, the review or being publicised',
    ],
  ),
]

/** 建设试点 → 验收 → 正式挂牌 | 取消资格 (S01, S03). */
const BUILD: readonly Transition[] = [
  edge(
    'accepted',
    ['pilot', 'unknown'],
    ['建设试点期满后验收', 'A pilot is accepted once it is built'],
  ),
  edge(
    'designated',
    ['accepted', 'unknown'],
    ['验收通过后正式挂牌', 'Designated after acceptance'],
  ),
  edge(
    'disqualified',
    CONTROLLED,
    [
      '对建设试点、验收、挂牌、入库培育的产业大脑取消资格，须写明原因；满两年未通过考核评估的，取消建设资格',
      'Ends the right of a pilot, accepted, designated or pooled brain, with its reason; two full years without a passed assessment end it',
    ],
    ['S01'],
  ),
]

const built = (kind: EventKind, zh: string, en: string, sources: readonly string[]): Transition =>
  edge(
    kind,
    BUILDING,
    [`${zh}对象为建设试点、验收或挂牌的产业大脑`, `${en} a pilot, accepted or designated brain`],
    sources,
  )

const controlled = (kind: EventKind, zh: string, en: string): Transition =>
  edge(
    kind,
    CONTROLLED,
    [
      `${zh}对象为建设试点、验收、挂牌或入库培育的产业大脑`,
      `${en} a pilot, accepted, designated or pooled brain`,
    ],
    ['S05'],
  )

/** Measures and honours beside the stage: dynamic management (S01), slow projects (S05). */
const BESIDE: readonly Transition[] = [
  built('rectificationOrdered', '限期整改', 'Rectification is ordered of', ['S01']),
  built('rectified', '整改完成', 'Rectification is closed of', ['S01']),
  controlled('notified', '通报', 'A notice names'),
  controlled('interviewed', '约谈', 'An interview is held with'),
  controlled('inspected', '督查', 'An inspection is made of'),
  built('assessed', '年度考核评估', 'The yearly assessment is of', ['S01', 'S05']),
  edge(
    'honoured',
    [...BUILDING, 'unknown'],
    [
      '荣誉授予建设试点、验收、挂牌或公开资料可知的产业大脑',
      'An honour goes to a pilot, accepted or designated brain, or to one known from publications',
    ],
    ['S07', 'S16'],
  ),
]

/** The programme's state machine. 登记更正 is no edge of it: it takes one back. */
export const TRANSITIONS: readonly Transition[] = [...CALL, ...BUILD, ...BESIDE]

const BY_KIND = new Map(TRANSITIONS.map((transition) => [transition.kind, transition]))

/** The edge of an event's kind; undefined for 登记更正 alone. */
export const transitionOf = (kind: EventKind): Transition | undefined => BY_KIND.get(kind)

/** Kinds that may happen in a stage, in the order of the programme. */
export const kindsAllowed = (stage: Stage): readonly EventKind[] =>
  TRANSITIONS.filter(({ from }) => from.includes(stage)).map(({ kind }) => kind)

/** Kinds of which no two can happen to a brain on one day. */
export const EXCLUSIVE: readonly (readonly EventKind[])[] = [
  ['piloted', 'pooled', 'notSelected'],
  ['disqualified', 'piloted'],
  ['disqualified', 'pooled'],
  ['disqualified', 'accepted'],
  ['disqualified', 'designated'],
  ['disqualified', 'notSelected'],
  ['disqualified', 'honoured'],
]

/** Names of stages for sentences about rules. */
export const STAGE_NAMES: Readonly<Record<Stage, LocalText>> = {
  unknown: { zh: '尚无登记', en: 'nothing registered' },
  applied: { zh: '申报', en: 'applied' },
  reviewed: { zh: '评审', en: 'reviewed' },
  publicised: { zh: '公示', en: 'publicised' },
  pool: { zh: '入库培育', en: 'in the pool' },
  pilot: { zh: '建设试点', en: 'pilot' },
  accepted: { zh: '验收', en: 'accepted' },
  designated: { zh: '正式挂牌', en: 'designated' },
  notSelected: { zh: '未入选', en: 'not selected' },
  disqualified: { zh: '取消资格', en: 'disqualified' },
}
