import { defineStore } from 'pinia'
import { markRaw, shallowRef } from 'vue'

import type { ApiDocument } from '../contract/apiDocument.ts'
import type { DataAnswer, DataPage } from '../contract/openData.ts'
import type { DataError } from '../data/dataError.ts'
import type { DataChoice } from '../domain/dataLink.ts'
import { dataPath } from '../domain/dataLink.ts'
import type { Locale } from '../domain/text.ts'
import { usePorts } from './ports.ts'
import { useSpace } from './space.ts'

/** Rows that a preview shows. */
export const PREVIEW_ROWS = 12

/** The first rows of an answer and how many it has. */
export interface DataPreview {
  readonly rows: readonly (DataPage['rows'][number] | DataAnswer['rows'][number])[]
  readonly total: number
}

/**
 * The open data page: the description of the API, and a preview of the rows of one choice. The newest
 * choice wins: an answer to an older one is dropped. Nothing rejects: `error` says why there is no answer.
 */
export const useOpenData = defineStore('openData', () => {
  const { openData: connect } = usePorts()
  const place = useSpace()
  const api = shallowRef<ApiDocument | null>(null)
  const apiError = shallowRef<DataError | null>(null)
  const preview = shallowRef<DataPreview | null>(null)
  const error = shallowRef<DataError | null>(null)
  let asked: AbortController | null = null

  async function describe(): Promise<void> {
    if (api.value) return
    try {
      api.value = markRaw(await (await connect()).api())
      apiError.value = null
    } catch (cause) {
      apiError.value = cause as DataError
    }
  }

  /** Asks for the first rows of a choice; keeps the former ones until they are there. */
  async function look(choice: DataChoice, locale: Locale): Promise<void> {
    asked?.abort()
    const mine = (asked = new AbortController())
    try {
      const found = await read(choice, locale, mine.signal)
      if (asked !== mine) return
      preview.value = markRaw(found)
      error.value = null
    } catch (cause) {
      if (asked !== mine) return
      preview.value = null
      error.value = cause as DataError
    }
  }

  async function read(
    choice: DataChoice,
    locale: Locale,
    signal: AbortSignal,
  ): Promise<DataPreview> {
    const { id: space, asOf } = place
    const size = PREVIEW_ROWS
    const path = dataPath(choice, { space, asOf, locale, format: 'json', size })
    const params = Object.fromEntries(new URLSearchParams(path.split('?')[1] ?? ''))
    const client = await connect()
    const { rows, total } =
      choice.kind === 'query'
        ? await client.dataAnswer(space, params, { signal })
        : await client.dataPage(space, params, { signal })
    return { rows: rows.slice(0, PREVIEW_ROWS), total }
  }

  return { api, apiError, preview, error, describe, look }
})
