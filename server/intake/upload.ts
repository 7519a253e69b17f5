import type { Indicator } from '../../src/domain/indicator.ts'

/** A file as it came, and what it is expected to be. */
export interface Upload {
  readonly bytes: Uint8Array
  readonly fileName: string
  readonly contentType: string
  /** Brain (its id) and period that the file must be of; null where the file itself says it. */
  readonly expect: { readonly brain: string | null; readonly period: string | null }
  /** Names of the brains that the sender may report for, by id: files name a brain either way. */
  readonly brains: ReadonlyMap<string, string>
  readonly indicators: ReadonlyMap<string, Indicator>
  /** The service's day (Asia/Shanghai): completes a month that is written without its year. */
  readonly today: string
}
