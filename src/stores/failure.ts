import { DataError } from '../data/dataError.ts'

/** Why a request failed, for those who show it: what the service said, and each place with its remedy. */
export type Failure = DataError

/** The failure that a caught value is; throws what is none, for it is a fault of ours. */
export function failureOf(cause: unknown): Failure {
  if (cause instanceof DataError) return cause
  throw cause
}
