import { BrainRegistration } from '../../src/contract/index.ts'
import type { BrainEntry, BrainToken } from '../../src/contract/index.ts'
import { hashSecret, newSecret } from '../auth/secrets.ts'
import type { Finding } from '../http/problem.ts'
import { notFound } from '../http/problem.ts'
import type { Space } from '../space/space.ts'
import { brainFindings } from './brainRules.ts'
import { requireSchema } from './schemaFindings.ts'
import { brokenRules } from './submitReport.ts'

/** Registers brains, all or none; gives the tokens of those that were new, this once. */
export async function registerBrains(
  space: Space,
  value: unknown,
  at: number,
): Promise<readonly BrainToken[]> {
  const { brains } = requireSchema(BrainRegistration, value)
  const context = { sources: await sourcesOf(space, brains), today: space.clock.today() }
  const findings = [
    ...repeated(brains),
    ...wrongOrigin(space, brains),
    ...brainFindings(brains, context),
  ]
  if (findings.length > 0) throw brokenRules(findings)
  const tokens = new Map(brains.map(({ id }) => [id, newSecret('brain')]))
  const hashes = new Map([...tokens].map(([id, token]) => [id, hashSecret(token)]))
  const added = space.written(await space.store.registerBrains(brains, hashes, at))
  return added.map((brain) => ({ brain, token: tokens.get(brain) ?? '' }))
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
