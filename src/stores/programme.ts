import { defineStore } from 'pinia'
import { computed, markRaw, onScopeDispose, shallowRef, watch } from 'vue'

import type {
  CaseStepEntry,
  CaseStepWrite,
  ProgrammeDocument,
  RuleFile,
  RuleFileDryRun,
  RuleFileFinding,
  RuleFileReceipt,
  ScoreRecordEntry,
  ScoreWrite,
  StatementEntry,
  StatementWrite,
} from '../contract/programme.ts'
import type { DataError } from '../data/dataError.ts'
import { usePorts } from './ports.ts'
import { useRegistry } from './registry.ts'
import { useSpace } from './space.ts'

export type { CaseStepEntry, CaseStepWrite, ProgrammeDocument, RuleFile, RuleFileDryRun }
export type { RuleFileFinding, RuleFileReceipt, ScoreRecordEntry, ScoreWrite }
export type { StatementEntry, StatementWrite }

/**
 * The programme's rules and files of the space and the instant that the page looks at; they are read again
 * whenever the registry changes. Reading never rejects: `error` says why there is no answer. Writing rejects with
 * the service's DataError; after what was done the registry is fetched again.
 */
export const useProgramme = defineStore('programme', () => {
  const { programme: connect } = usePorts()
  const place = useSpace()
  const registry = useRegistry()
  const read = shallowRef<ProgrammeDocument | null>(null)
  const error = shallowRef<DataError | null>(null)
  let asked: AbortController | null = null
  let isFollowed = false

  /** Reads the document and keeps it current until `leave`. */
  async function follow(): Promise<void> {
    isFollowed = true
    asked?.abort()
    const mine = (asked = new AbortController())
    const { id, asOf } = place
    try {
      const found = await (await connect()).programme(id, { asOf, signal: mine.signal })
      if (asked !== mine) return
      read.value = markRaw(found)
      error.value = null
    } catch (cause) {
      if (asked === mine) error.value = cause as DataError
    }
  }

  /** Forgets it, so that nothing of one space or instant shows in another. */
  function leave(): void {
    asked?.abort()
    asked = null
    read.value = null
    error.value = null
  }

  const version = computed(() => registry.document?.version ?? 0)
  watch(
    () => place.place,
    () => {
      leave()
      if (isFollowed) void follow()
    },
    { flush: 'sync' },
  )
  watch(version, (now) => {
    if (isFollowed && now !== read.value?.version) void follow()
  })
  onScopeDispose(leave)

  async function thenFollow<T>(action: Promise<T>): Promise<T> {
    const done = await action
    await registry.follow(-1)
    await follow()
    return done
  }

  const state = async (statements: readonly StatementWrite[]) =>
    thenFollow((await connect()).state(place.id, statements))

  const score = async (written: ScoreWrite) =>
    thenFollow((await connect()).score(place.id, written))

  const step = async (order: string, taken: CaseStepWrite) =>
    thenFollow((await connect()).step(place.id, order, taken))

  /** `seen` is the number of steps that were seen. */
  const evidence = async (order: string, file: File, seen: number, text: string) =>
    thenFollow((await connect()).evidence(place.id, order, file, { seen, text }))

  const evidenceFile = async (order: string, sha256: string) =>
    (await connect()).evidenceFile(place.id, order, sha256)

  const rules = async (what: RuleFile, format: 'xlsx' | 'json') =>
    (await connect()).rules(place.id, what, format)

  const dryRunRules = async (what: RuleFile, file: File) =>
    (await connect()).dryRunRules(place.id, what, file)

  /** `base` is that of the dry run that was seen. */
  const importRules = async (what: RuleFile, file: File, base: number, reason: string) =>
    thenFollow((await connect()).importRules(place.id, what, file, { base, reason }))

  return {
    ...{ read, error, follow, leave, state, score, step, evidence, evidenceFile },
    ...{ rules, dryRunRules, importRules },
  }
})
