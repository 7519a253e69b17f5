import { createHash } from 'node:crypto'

import type { BrainChange, RegistryDryRun, RegistryReceipt } from '../../../src/contract/index.ts'
import { BrainChange as BrainChangeSchema } from '../../../src/contract/index.ts'
import type { Scope } from '../../../src/domain/rights.ts'
import { HttpProblem, notFound } from '../../http/problem.ts'
import type { Space } from '../../space/space.ts'
import { REGISTRY } from '../../store/changes.ts'
import type { BrainsOutcome, BrainVersion } from '../../store/store.ts'
import { placeText } from '../intakeCell.ts'
import { registryFindings } from '../registerBrains.ts'
import { MAX_FINDINGS, requireSchema } from '../schemaFindings.ts'
import { brokenRules } from '../submitReport.ts'
import { planList } from './planList.ts'
import type { ListPlan } from './planList.ts'
import { readList } from './readList.ts'
import type { ListFile } from './readList.ts'

/** Who changes the registry of a space, and the part of it that is theirs. */
export interface Editor {
  readonly space: Space
  readonly scope: Scope
  readonly by: string
}

interface Seen {
  readonly answer: RegistryDryRun
  readonly plan: ListPlan
}

/** What a list would change, row by row. Stores nothing. */
export async function dryRunList({ space, scope }: Editor, file: ListFile): Promise<Seen> {
  const base = space.versionOf(REGISTRY)
  const list = readList(file)
  const plan = await planList(space, list, scope)
  const count = (change: string): number => plan.rows.filter((row) => row.change === change).length
  const { bytes, fileName: name } = file
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  const answer: RegistryDryRun = {
    ...{ file: { name, sha256, bytes: bytes.length }, base },
    counts: {
      ...{ added: count('added'), changed: count('changed'), unchanged: count('unchanged') },
      ...{ rejected: count('rejected'), events: plan.events.length },
    },
    ...{ rows: [...plan.rows], findings: [...plan.findings], ignored: [...list.ignored] },
    acceptable: plan.findings.every(({ severity }) => severity === 'warn'),
  }
  return { answer, plan }
}

/**
 * Imports a list whole or not at all; `base` is that of the dry run that was seen. Throws 409 where the registry
 * has changed since, 422 where something blocks.
 */
export const importList = (
  editor: Editor,
  file: ListFile,
  said: ImportWords,
): Promise<RegistryReceipt> => editor.space.inTurn(() => importInTurn(editor, file, said))

/** What comes with a list: the state that was seen, and why. */
interface ImportWords {
  readonly base: number | null
  readonly reason: string | null
}

async function importInTurn(
  editor: Editor,
  file: ListFile,
  { base, reason }: ImportWords,
): Promise<RegistryReceipt> {
  const { space, by } = editor
  const { answer, plan } = await dryRunList(editor, file)
  if (base !== null && base !== answer.base) throw changedMeanwhile([])
  if (!answer.acceptable) throw notAcceptable(answer.findings)
  const versions = await space.store.brainVersions()
  if (space.versionOf(REGISTRY) !== answer.base) throw changedMeanwhile([])
  const outcome = space.written(
    await space.store.editBrains({
      ...{ brains: plan.brains, versions, by },
      events: plan.events.map((event) => ({ ...event, actor: by })),
      reason: reason ?? `导入 ${answer.file.name}`,
      at: space.clock.knownNow(),
    }),
  )
  const { events } = stored(outcome)
  const { added, changed, unchanged } = answer.counts
  return { added, changed, unchanged, events }
}

/** Changes or adds one brain. Throws 400, 404, 409 where somebody else was first, 422. */
export async function changeBrain(
  { space, scope, by }: Editor,
  id: string,
  value: unknown,
): Promise<{ readonly versions: readonly BrainVersion[]; readonly change: BrainChange }> {
  const change = requireSchema(BrainChangeSchema, value)
  const { entry, version, reason } = change
  const isKnown = (await space.store.brainHistory(id)).length > 0
  if (isKnown && !(await space.rows(scope))(id)) throw noSuchBrain(id)
  if (!isKnown && version > 0) throw noSuchBrain(id)
  if (entry.id !== id) throw brokenRules([otherId(id)])
  if (isKnown && reason === null) throw brokenRules([noReason])
  const findings = await registryFindings(space, [entry], scope)
  if (findings.length > 0)
    throw brokenRules(
      findings.map((one) => ({ ...one, place: one.place.replace(/^\/brains\/0/, '/entry') })),
    )
  const versions = new Map(version > 0 ? [[id, version]] : [])
  const at = space.clock.knownNow()
  const edit = { brains: [entry], versions, events: [], by, reason, at }
  stored(space.written(await space.store.editBrains(edit)))
  return { versions: await space.store.brainHistory(id), change }
}

/** Every version of an entry in scope; throws 404. */
export async function historyOf({ space, scope }: Omit<Editor, 'by'>, id: string) {
  const versions = await space.store.brainHistory(id)
  if (versions.length === 0 || !(await space.rows(scope))(id)) throw noSuchBrain(id)
  return versions
}

function stored(outcome: BrainsOutcome) {
  if (outcome.kind === 'stored') return outcome
  throw changedMeanwhile(outcome.brains)
}

const noSuchBrain = (id: string): HttpProblem =>
  notFound({ zh: `没有产业大脑“${id}”。`, en: `There is no brain "${id}".` })

const otherId = (id: string) => ({
  ...{ place: '/entry/id', rule: 'id' },
  remedy: { zh: `编号不能改，仍写 ${id}。`, en: `An id is never changed: keep ${id}.` },
})

const noReason = {
  ...{ place: '/reason', rule: 'reason' },
  remedy: { zh: '写明为何更改。', en: 'Say why it is changed.' },
}

const changedMeanwhile = (brains: readonly string[]): HttpProblem =>
  new HttpProblem(
    409,
    'changedMeanwhile',
    {
      zh: '名录已被他人更改，未存入任何数据。',
      en: 'Somebody else has changed the registry meanwhile; nothing was stored.',
    },
    [
      {
        ...{ place: brains.slice(0, 5).join(', ') || '/base', rule: 'version' },
        remedy: { zh: '看过现有内容后重试。', en: 'Look at it as it is now and try again.' },
      },
    ],
  )

const notAcceptable = (findings: RegistryDryRun['findings']): HttpProblem => {
  const blocking = findings.filter(({ severity }) => severity === 'block')
  return new HttpProblem(
    422,
    'brokenRules',
    {
      zh: `有 ${blocking.length} 处不符合规则，未存入任何数据。`,
      en: `${blocking.length} fault(s) found; nothing was stored.`,
    },
    blocking.slice(0, MAX_FINDINGS).map(({ place, rule, text, remedy }) => ({
      ...{ place: placeText(place), rule },
      remedy: { zh: `${text.zh}${remedy.zh}`, en: `${text.en} ${remedy.en}` },
    })),
  )
}
