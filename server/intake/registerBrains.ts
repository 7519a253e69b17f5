import { BrainRegistration } from '../../src/contract/index.ts'
import type { BrainEntry, BrainToken } from '../../src/contract/index.ts'
import { isInScope } from '../../src/domain/rights.ts'
import type { Scope } from '../../src/domain/rights.ts'
import { knownAtForbidden } from '../auth/rights.ts'
import { hashSecret, newSecret } from '../auth/secrets.ts'
import type { Finding } from '../http/problem.ts'
import { notFound } from '../http/problem.ts'
import { brainIndex } from '../space/brainIndex.ts'
import type { Space } from '../space/space.ts'
import { brainFindings } from './brainRules.ts'
import { requireSchema } from './schemaFindings.ts'
import { brokenRules, requireKnown } from './submitReport.ts'

export interface Registrar {
  readonly by: string
  readonly at: number
  readonly scope: Scope
  /** The simulator says since when an entry is known; others get the service's clock. */
  readonly knowsWhen: boolean
}

/** Registers brains, all or none; gives the tokens of those that were new, this once. */
export async function registerBrains(
  space: Space,
  value: unknown,
  { at, by, scope, knowsWhen }: Registrar,
): Promise<readonly BrainToken[]> {
  const { brains, knownAt } = requireSchema(BrainRegistration, value)
  if (knownAt !== undefined && !knowsWhen) throw knownAtForbidden()
  const findings = await registryFindings(space, brains, scope)
  if (findings.length > 0) throw brokenRules(findings)
  const instant = knownAt === undefined ? space.clock.knownNow() : requireKnown(space, knownAt)
  const told = { by, reason: null, knownAt: () => instant }
  const tokens = new Map(brains.map(({ id }) => [id, newSecret('brain')]))
  const hashes = new Map([...tokens].map(([id, token]) => [id, hashSecret(token)]))
  const added = space.written(await space.store.registerBrains(brains, hashes, at, told))
  return added.map((brain) => ({ brain, token: tokens.get(brain) ?? '' }))
}

/** Everything that is wrong with entries of a space that somebody with this scope registers. */
export async function registryFindings(
  space: Space,
  brains: readonly BrainEntry[],
  scope: Scope,
): Promise<readonly Finding[]> {
  const context = { sources: await sourcesOf(space, brains), today: space.clock.today() }
  return [
    ...repeated(brains),
    ...wrongOrigin(space, brains),
    ...brainFindings(brains, context),
    ...(await outOfScope(space, brains, scope)),
  ]
}

/** Ids of the space's sources; not read where nothing is cited. */
async function sourcesOf(
  { store }: Space,
  brains: readonly BrainEntry[],
): Promise<ReadonlySet<string>> {
  if (brains.every(({ sources }) => sources.length === 0)) return new Set()
  const { sources } = await store.registry(null)
  return new Set(sources.map(({ id }) => id))
}

/** Issues a new token to a brain and revokes its older ones; throws 404. */
export async function issueToken(space: Space, brain: string, at: number): Promise<BrainToken> {
  const token = newSecret('brain')
  if (await space.store.issueToken(brain, hashSecret(token), at)) return { brain, token }
  throw notFound({ zh: `没有产业大脑“${brain}”。`, en: `There is no brain "${brain}".` })
}

/** Who looks after one city neither adds a brain to another nor moves one across. */
async function outOfScope(
  space: Space,
  brains: readonly BrainEntry[],
  scope: Scope,
): Promise<readonly Finding[]> {
  if (scope.kind === 'all') return []
  const { byId } = await brainIndex(space)
  const isIn = (id: string, city: string) => isInScope(scope, { entity: id, city })
  const remedy = {
    zh: '只能登记授权范围内的产业大脑。',
    en: 'Register brains within your grant only.',
  }
  return brains.flatMap(({ id, city }, i) =>
    isIn(id, city) && isIn(id, byId.get(id)?.city ?? city)
      ? []
      : [{ place: `/brains/${i}/city`, rule: 'scope', remedy }],
  )
}

function repeated(brains: readonly BrainEntry[]): Finding[] {
  const seen = new Set<string>()
  return brains.flatMap(({ id }, i) => {
    if (!seen.has(id)) {
      seen.add(id)
      return []
    }
    const remedy = { zh: `编号“${id}”重复。`, en: `The id "${id}" is used twice.` }
    return [{ place: `/brains/${i}/id`, rule: 'repeated', remedy }]
  })
}

/** Simulated brains never enter 正式库, and public facts never enter 演示库. */
function wrongOrigin({ id }: Space, brains: readonly BrainEntry[]): Finding[] {
  const refused = id === 'main' ? 'simulated' : 'public'
  return brains.flatMap(({ origin }, i) =>
    origin === refused
      ? [
          {
            place: `/brains/${i}/origin`,
            rule: 'origin',
            remedy: {
              zh: `${id} 库不接受来源为 ${refused} 的产业大脑。`,
              en: `The space ${id} takes no brain of origin "${refused}".`,
            },
          },
        ]
      : [],
  )
}
