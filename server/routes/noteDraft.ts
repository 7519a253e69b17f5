import type { DraftReceipt } from '../../src/contract/index.ts'
import type { SpaceId } from '../../src/domain/space.ts'
import type { Principal } from '../auth/principal.ts'
import type { AppDeps } from './deps.ts'
import { noteBy } from './noteBy.ts'

/** Writes into log and trail that a draft was kept; one that was known is not kept again. */
export function noteDraft(deps: AppDeps) {
  const note = noteBy(deps)
  return (who: Principal, space: SpaceId, { draft, known }: DraftReceipt): void => {
    const { id, brain, period, state, file } = draft
    deps.log.info({ space, draft: id, brain, period, state }, 'draft kept')
    if (known) return
    const detail = { brain, period, state, sha256: file.sha256 }
    note(who, 'draft.save', { space, subject: id, detail })
  }
}
