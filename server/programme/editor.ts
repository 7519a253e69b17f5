import type { Scope } from '../../src/domain/rights.ts'
import type { Asker } from '../auth/gate.ts'
import { actorOf } from '../auth/principal.ts'
import { HttpProblem } from '../http/problem.ts'
import type { Space } from '../space/space.ts'
import type { ProgrammeOutcome, ProgrammeWrite } from '../store/record.ts'

/** Who changes the programme's files, where, and which rows they reach. */
export interface ProgrammeEditor {
  readonly space: Space
  readonly scope: Scope
  readonly by: string
  /** The simulator says when something became known; others get the service's clock. */
  readonly knowsWhen: boolean
}

export function editorOf({ space, scope, principal }: Asker): ProgrammeEditor {
  if (!space) throw new Error('the programme belongs to a space')
  return { space, scope, by: actorOf(principal), knowsWhen: principal.kind === 'simulator' }
}

const NOTHING: ProgrammeWrite = { records: [], events: [], holidays: [], holidayYears: [] }

/** Writes all or nothing; throws 409 where somebody else was first. */
export async function writeAll(space: Space, write: Partial<ProgrammeWrite>): Promise<number> {
  const outcome = space.written(await space.store.appendProgramme({ ...NOTHING, ...write }))
  if (outcome.kind === 'stored') return outcome.changed
  throw changedMeanwhile(outcome)
}

function changedMeanwhile(outcome: Exclude<ProgrammeOutcome, { kind: 'stored' }>): HttpProblem {
  const places = outcome.kind === 'stale' ? outcome.keys : outcome.events.map(({ id }) => id)
  return new HttpProblem(
    409,
    'changedMeanwhile',
    {
      zh: '他人已先更改，未存入任何数据。',
      en: 'Somebody else was first; nothing was stored.',
    },
    [
      {
        ...{ place: places.slice(0, 5).join(', ') || '/version', rule: 'version' },
        remedy: { zh: '看过现有内容后重试。', en: 'Look at it as it is now and try again.' },
      },
    ],
  )
}
