import type { IntakeFindingEntry } from '../../src/contract/index.ts'
import { HttpProblem } from '../http/problem.ts'
import { brainIndex } from '../space/brainIndex.ts'
import type { BrainIndex } from '../space/brainIndex.ts'
import { isInScope } from '../../src/domain/rights.ts'
import type { Scope } from '../../src/domain/rights.ts'
import { notAcceptable } from './draftProblems.ts'
import type { DryRunQuestion } from './dryRun.ts'
import type { HashedRead } from './readHashed.ts'
import { requireBrainInScope } from './intakeContext.ts'
import type { IntakeContext } from './intakeContext.ts'
import type { ReadIntake } from './intakeCell.ts'
import { placeText } from './intakeCell.ts'
import { readApart } from './readApart.ts'

/** A file as it was sent, and what its sender says of it; null where the file says it. */
export interface SentFile {
  readonly bytes: Uint8Array
  readonly fileName: string
  readonly contentType: string
  readonly brain: string | null
  readonly period: string | null
  readonly status: 'preliminary' | 'final' | null
  readonly reason: string | null
}

type Reach = Pick<IntakeContext, 'space' | 'scope'>

/** Reads a file into the question of a dry run. Throws 404 for a brain out of reach, 422 where none is named. */
export async function readQuestion(context: Reach, sent: SentFile): Promise<DryRunQuestion> {
  const { space } = context
  const { bytes, fileName, contentType, brain, period } = sent
  if (brain !== null) await requireBrainInScope(context, brain)
  const content = await readApart({
    ...{ bytes, fileName, contentType, expect: { brain, period } },
    brains: await namesInScope(context),
    indicators: space.indicators,
    today: space.clock.today(),
  })
  return questionOf(context, sent, content)
}

/** The question of a file that was read. Throws like readQuestion. */
export async function questionOf(
  context: Reach,
  sent: Omit<SentFile, 'contentType'>,
  { read, sha256 }: HashedRead,
): Promise<DryRunQuestion> {
  const brain = sent.brain ?? read.brain
  const period = sent.period ?? read.period
  if (brain === null || period === null) throw unnamed(read, brain === null ? 'brain' : 'period')
  await requireBrainInScope(context, brain)
  const { cells, findings, ignored } = read
  return {
    ...{ brain, period, cells, findings, ignored, reason: sent.reason },
    status: sent.status ?? read.status ?? 'final',
    file: { name: sent.fileName, sha256, bytes: sent.bytes.length },
  }
}

/** Kept while the registry is the same: what a reader works out of the names is kept with the map. */
const names = new WeakMap<BrainIndex, WeakMap<Scope, ReadonlyMap<string, string>>>()

/** Names of the brains in scope, by id. */
export async function namesInScope({ space, scope }: Reach): Promise<ReadonlyMap<string, string>> {
  const index = await brainIndex(space)
  const ofIndex = names.get(index) ?? new WeakMap<Scope, ReadonlyMap<string, string>>()
  names.set(index, ofIndex)
  const known = ofIndex.get(scope) ?? namesOf(index, scope)
  ofIndex.set(scope, known)
  return known
}

const namesOf = ({ byId }: BrainIndex, scope: Scope): ReadonlyMap<string, string> =>
  new Map(
    [...byId.values()].flatMap(({ id, name, city }) =>
      isInScope(scope, { entity: id, city }) ? [[id, name]] : [],
    ),
  )

/** What the reader found wrong says more than that a name is missing. */
function unnamed({ findings }: ReadIntake, what: 'brain' | 'period'): HttpProblem {
  const blocking = findings.filter(({ severity }) => severity === 'block')
  if (blocking.length > 0) return notAcceptable(blocking.map(entryOf))
  const name = what === 'brain' ? '产业大脑' : '报送期'
  return new HttpProblem(
    422,
    'brokenRules',
    { zh: `文件没有写明${name}。`, en: `The file does not name its ${what}.` },
    [
      {
        place: `?${what}`,
        rule: what,
        remedy: {
          zh: `选择${name}后再上传，或使用下载的模板。`,
          en: `Name the ${what} with the upload, or use the template.`,
        },
      },
    ],
  )
}

const entryOf = (finding: ReadIntake['findings'][number]): IntakeFindingEntry => ({
  ...finding,
  id: `${finding.rule}:${placeText(finding.place)}`,
  indicator: null,
  period: null,
})
