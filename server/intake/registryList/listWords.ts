import { BRAIN_ORIGINS, DOMAIN_IDS } from '../../../src/domain/brain.ts'
import type { Brain, DomainId } from '../../../src/domain/brain.ts'
import { DOMAIN_NAMES } from '../../../src/domain/domainName.ts'
import type { EventKind } from '../../../src/domain/event.ts'
import type { Stage } from '../../../src/domain/lifecycle.ts'
import { crosswalk } from '../../../src/domain/taxonomy.ts'
import type { LocalText } from '../../../src/domain/text.ts'
import { wordKey } from '../table/columnWords.ts'

type Origin = Brain['origin']

/** Stages as a list prints them, with the event that leads there. */
export const STAGE_WORDS: Readonly<
  Record<Exclude<Stage, 'unknown'>, { readonly text: LocalText; readonly event: EventKind }>
> = {
  applied: { text: { zh: '申报', en: 'applied' }, event: 'applied' },
  reviewed: { text: { zh: '评审', en: 'reviewed' }, event: 'reviewed' },
  publicised: { text: { zh: '公示', en: 'publicised' }, event: 'publicised' },
  pool: { text: { zh: '入库培育', en: 'pool' }, event: 'pooled' },
  pilot: { text: { zh: '建设试点', en: 'pilot' }, event: 'piloted' },
  accepted: { text: { zh: '验收通过', en: 'accepted' }, event: 'accepted' },
  designated: { text: { zh: '正式挂牌', en: 'designated' }, event: 'designated' },
  notSelected: { text: { zh: '未入选', en: 'notSelected' }, event: 'notSelected' },
  disqualified: { text: { zh: '取消资格', en: 'disqualified' }, event: 'disqualified' },
}

export const ORIGIN_WORDS: Readonly<Record<Origin, LocalText>> = {
  public: { zh: '公开资料', en: 'public' },
  registered: { zh: '自行登记', en: 'registered' },
  simulated: { zh: '模拟', en: 'simulated' },
}

const OTHER_STAGES: Readonly<Record<string, Exclude<Stage, 'unknown'>>> = {
  ...{
    试点: 'pilot',
    建设: 'pilot',
    公布试点: 'pilot',
    入库: 'pool',
    培育: 'pool',
    培育库: 'pool',
  },
  ...{ 验收: 'accepted', 通过验收: 'accepted', 已验收: 'accepted', 挂牌: 'designated' },
  ...{ 已挂牌: 'designated', 专家评审: 'reviewed', 取消建设资格: 'disqualified' },
}

const STAGES = new Map(
  (Object.keys(STAGE_WORDS) as (keyof typeof STAGE_WORDS)[]).flatMap((stage) =>
    [stage, STAGE_WORDS[stage].text.zh].map((word) => [wordKey(word), stage] as const),
  ),
)
for (const [word, stage] of Object.entries(OTHER_STAGES)) STAGES.set(wordKey(word), stage)

const DOMAINS = new Map(
  DOMAIN_IDS.flatMap((id) =>
    [id, DOMAIN_NAMES[id].zh, DOMAIN_NAMES[id].en].map((word) => [wordKey(word), id] as const),
  ),
)

const ORIGINS = new Map(
  BRAIN_ORIGINS.flatMap((id) =>
    [id, ORIGIN_WORDS[id].zh].map((word) => [wordKey(word), id] as const),
  ),
)

/** The stage that a list's word means: 试点, 入库培育, designated. */
export const stageOfWord = (text: string): Exclude<Stage, 'unknown'> | undefined =>
  STAGES.get(wordKey(text))

export const originOfWord = (text: string): Origin | undefined => ORIGINS.get(wordKey(text))

/** The domain that a list's word means; `sure` is false for a word that is kept as 其他. */
export function domainOfWord(text: string): { readonly id: DomainId; readonly sure: boolean } {
  const own = DOMAINS.get(wordKey(text))
  if (own) return { id: own, sure: true }
  const id = crosswalk(text)
  return { id, sure: id !== 'other' }
}
