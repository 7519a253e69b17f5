import axios from 'axios'
import type { AxiosAdapter } from 'axios'
import type * as z from 'zod/mini'

import { ApiDocument } from '../contract/apiDocument.ts'
import { DataAnswer, DataPage } from '../contract/openData.ts'
import { RegistryDocument } from '../contract/registry.ts'
import {
  ObservationHistory,
  ReportEntry,
  SliceDocument,
  VersionsDocument,
} from '../contract/slice.ts'
import { checked, checkedDense } from './checked.ts'
import { toDataError } from './toDataError.ts'

export interface ReadOptions {
  /** An instant (ISO, UTC): what was known then. Null or absent: what is known now. */
  readonly asOf?: string | null
  readonly signal?: AbortSignal
}

/** One cell of one indicator. */
export interface CellAddress {
  readonly indicator: string
  readonly entity: string
  readonly period: string
}

export interface ClientOptions {
  /** Address of the API without a slash at its end: `/api`. */
  readonly baseURL: string
  /** Stands in for axios's own (XMLHttpRequest in a browser). */
  readonly adapter?: AxiosAdapter
  /** Milliseconds until a request counts as unanswered. */
  readonly timeout?: number
}

export type Client = ReturnType<typeof makeClient>

/**
 * Typed reads of the service. Every answer is checked against the contract; every failure rejects with
 * a DataError. Revalidation (ETag, 304) is left to the browser's HTTP cache.
 */
export function makeClient({ baseURL, adapter, timeout = 15_000 }: ClientOptions) {
  const http = axios.create({
    baseURL,
    timeout,
    transitional: { clarifyTimeoutError: true },
    ...(adapter && { adapter }),
  })

  async function get<S extends z.core.$ZodType>(
    schema: S,
    path: readonly string[],
    params: object,
    signal?: AbortSignal,
  ): Promise<z.output<S>> {
    const url = urlOf(path)
    try {
      const answer = await http.get<unknown>(url, { params, ...(signal && { signal }) })
      return checked(schema, answer.data, baseURL + url)
    } catch (error) {
      throw toDataError(error, baseURL + url)
    }
  }

  return {
    registry: (space: string, { asOf, signal }: ReadOptions = {}) =>
      get(RegistryDocument, [space, 'registry'], { asOf }, signal),
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
    /** The description of the API itself. */
    api: ({ signal }: Pick<ReadOptions, 'signal'> = {}) =>
      get(ApiDocument, ['openapi.json'], {}, signal),
    /** Rows of the open data; \`params\` as /api/openapi.json describes them. */
    dataPage: (space: string, params: object, { signal }: Pick<ReadOptions, 'signal'> = {}) =>
      get(DataPage, [space, 'data', 'observations'], params, signal),
    dataAnswer: (space: string, params: object, { signal }: Pick<ReadOptions, 'signal'> = {}) =>
      get(DataAnswer, [space, 'data', 'query'], params, signal),
    /** Where the changes of a space are pushed from; see watchChanges. */
    changesUrl: (space: string) => `${baseURL}/${encodeURIComponent(space)}/changes`,
  }
}

const urlOf = (path: readonly string[]): string =>
  path.map((part) => `/${encodeURIComponent(part)}`).join('')
