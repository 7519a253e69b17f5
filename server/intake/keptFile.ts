import { isInScope } from '../../src/domain/rights.ts'
import { notFound } from '../http/problem.ts'
import { brainIndex } from '../space/brainIndex.ts'
import type { IntakeContext } from './intakeContext.ts'

/** An uploaded file of a brain in scope, under the name it was handed in with; throws 404. */
export async function keptFile(
  { space, scope, files }: Pick<IntakeContext, 'space' | 'scope' | 'files'>,
  sha256: string,
): Promise<{ readonly bytes: Uint8Array; readonly name: string }> {
  const { byId } = await brainIndex(space)
  const owners = await space.store.ownersOfFile(sha256)
  const owner = owners.find(({ brain }) =>
    isInScope(scope, { entity: brain, city: byId.get(brain)?.city ?? null }),
  )
  const bytes = owner ? await files.read(sha256) : null
  if (owner && bytes) return { bytes, name: owner.name }
  throw notFound({ zh: '没有这份文件。', en: 'There is no such file.' })
}
