import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import type { Principal } from '../../server/auth/principal.ts'
import { openFileStore } from '../../server/files/fileStore.ts'
import type { IntakeContext } from '../../server/intake/intakeContext.ts'
import { dryRun } from '../../server/intake/dryRun.ts'
import { readQuestion } from '../../server/intake/readQuestion.ts'
import type { SentFile } from '../../server/intake/readQuestion.ts'
import { saveDraft } from '../../server/intake/submitDraft.ts'
import { makeSpace } from '../../server/space/space.ts'
import type { Space } from '../../server/space/space.ts'
import { openSqlite } from '../../server/store/openSqlite.ts'
import type { Role, Scope } from '../../src/domain/rights.ts'
import { brainEntry, INDICATORS, NOW } from './fixture.ts'

export interface IntakeFixture {
  readonly space: Space
  readonly folder: string
  /** A reporter of brain a. */
  readonly reporter: IntakeContext
  readonly office: IntakeContext
  /** Someone else with the same brain or another one. */
  readonly as: (name: string, brain: string | null, role?: Role) => IntakeContext
  readonly close: () => Promise<void>
}

const user = (name: string, brain: string | null, role: Role): Principal => ({
  ...{ kind: 'user', id: name, name, sessionId: name },
  grants: [{ role, space: 'demo', city: null, brain }],
})

/** A space with brains a, b (both Jinan) and c (Qingdao), a folder of files, and people. */
export async function openIntake(): Promise<IntakeFixture> {
  const folder = mkdtempSync(join(tmpdir(), 'brain-intake-'))
  const store = await openSqlite(join(folder, 'demo.sqlite'), 'demo')
  let now = NOW
  const clock = () => now++
  const space = await makeSpace({ id: 'demo', store, indicators: INDICATORS, clock })
  const brains = [brainEntry('a'), brainEntry('b'), brainEntry('c', { city: '370200' })]
  space.written(await store.registerBrains(brains, new Map(), 0))
  const files = openFileStore(join(folder, 'files'))
  const as: IntakeFixture['as'] = (name, brain, role = brain === null ? 'office' : 'reporter') => {
    const scope: Scope =
      brain === null
        ? { kind: 'all' }
        : { kind: 'some', cities: new Set(), brains: new Set([brain]) }
    return { ...{ space, files, clock, scope }, principal: user(name, brain, role) }
  }
  return {
    ...{ space, folder, as, reporter: as('li', 'a'), office: as('wang', null) },
    close: async () => {
      await space.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** A CSV of brain a for October: indicator, unit, value. */
export const csvOf = (
  rows: readonly (readonly [indicator: string, unit: string, value: string | number])[],
  value = '本期值',
): Uint8Array =>
  Buffer.from(['指标编号,单位,' + value, ...rows.map((row) => row.join(','))].join('\n') + '\n')

export const sent = (bytes: Uint8Array, rest: Partial<SentFile> = {}): SentFile => ({
  ...{ bytes, fileName: '十月.csv', contentType: 'text/csv', brain: 'a', period: '2026-10' },
  ...{ status: null, reason: null },
  ...rest,
})

export const tryFile = async (context: IntakeContext, file: SentFile) =>
  dryRun(context.space, await readQuestion(context, file))

/** Keeps a file as a draft and hands it in. */
export const handIn = async (context: IntakeContext, file: SentFile, base: string | null = null) =>
  saveDraft(context, {
    ...{ question: await readQuestion(context, file), bytes: file.bytes, base },
    submit: { answers: [], reason: file.reason },
  })
