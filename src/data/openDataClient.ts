import { ApiDocument } from '../contract/apiDocument.ts'
import { DataAnswer, DataPage } from '../contract/openData.ts'
import { type ClientOptions, makeGet, type ReadOptions } from './request.ts'

type Signal = Pick<ReadOptions, 'signal'>

export type OpenDataClient = ReturnType<typeof makeOpenDataClient>

/** Typed reads of the open data, kept apart so that only the page that shows them loads them. */
export function makeOpenDataClient(options: ClientOptions) {
  const get = makeGet(options)
  return {
    /** The description of the API itself. */
    api: ({ signal }: Signal = {}) => get(ApiDocument, ['openapi.json'], {}, signal),
    /** Rows of the open data; `params` as /api/openapi.json describes them. */
    dataPage: (space: string, params: object, { signal }: Signal = {}) =>
      get(DataPage, [space, 'data', 'observations'], params, signal),
    dataAnswer: (space: string, params: object, { signal }: Signal = {}) =>
      get(DataAnswer, [space, 'data', 'query'], params, signal),
  }
}
