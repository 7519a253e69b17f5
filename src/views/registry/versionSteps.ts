import type { BrainEntry, BrainVersionEntry } from '../../stores/registrar.ts'

export interface FieldStep {
  readonly field: keyof BrainEntry
  readonly before: string
  readonly after: string
}

export interface VersionStep {
  readonly version: BrainVersionEntry
  /** What it changed in the version before; empty for the first one. */
  readonly fields: readonly FieldStep[]
}

const words = (value: BrainEntry[keyof BrainEntry]): string =>
  Array.isArray(value) ? value.join('、') : value === null ? '' : String(value)

/** Versions of an entry, newest first, each with what it changed: old → new. */
export const versionSteps = (versions: readonly BrainVersionEntry[]): readonly VersionStep[] =>
  versions.map((version, i) => {
    const before = versions[i + 1]?.entry
    const fields = Object.keys(version.entry) as (keyof BrainEntry)[]
    return {
      version,
      fields: before
        ? fields.flatMap((field) => {
            const [was, is] = [words(before[field]), words(version.entry[field])]
            return was === is ? [] : [{ field, before: was, after: is }]
          })
        : [],
    }
  })
