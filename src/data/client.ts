import { RegistryAnswer } from '../contract/registry.ts'
import {
  ObservationHistory,
  ReportEntry,
  SliceDocument,
  VersionsDocument,
} from '../contract/slice.ts'
import { checkedDense } from './checked.ts'
import { type ClientOptions, makeGet, type ReadOptions, urlOf } from './request.ts'

/** One cell of one indicator. */
export interface CellAddress {
  readonly indicator: string
  readonly entity: string
  readonly period: string
}

export type Client = ReturnType<typeof makeClient>

/**
 * Typed reads of the service. Every answer is checked against the contract; every failure rejects with
 * a DataError. Revalidation (ETag, 304) is left to the browser's HTTP cache.
 */
export function makeClient(options: ClientOptions) {
  const { baseURL } = options
  const get = makeGet(options)

  return {
    registry: (space: string, { asOf, signal }: ReadOptions = {}) =>
      get(RegistryAnswer, [space, 'registry'], { asOf }, signal),
    versions: (space: string, { signal }: Pick<ReadOptions, 'signal'> = {}) =>
      get(VersionsDocument, [space, 'versions'], {}, signal),
    slice: async (space: string, indicator: string, { asOf, signal }: ReadOptions = {}) => {
      const path = [space, 'slices', indicator]
      return checkedDense(await get(SliceDocument, path, { asOf }, signal), baseURL + urlOf(path))
    },
    observations: (space: string, cell: CellAddress, { asOf, signal }: ReadOptions = {}) =>
      get(ObservationHistory, [space, 'observations'], { ...cell, asOf }, signal),
    report: (space: string, id: string, { signal }: Pick<ReadOptions, 'signal'> = {}) =>
      get(ReportEntry, [space, 'reports', id], {}, signal),
    /** Where the changes of a space are pushed from; see watchChanges. */
    changesUrl: (space: string) => `${baseURL}/${encodeURIComponent(space)}/changes`,
  }
}
