import { join } from 'node:path'

import {
  BoardSummaryDocument as BoardSummarySchema,
  ProgrammeDocument as ProgrammeSchema,
  RegistryDocument as RegistrySchema,
  SliceDocument as SliceSchema,
  type BoardSummaryDocument,
  type ProgrammeDocument,
  type RegistryDocument,
} from '../../src/contract/index.ts'
import { CATALOGUE, indicatorOf } from '../../src/domain/catalogue/index.ts'
import type { SliceDocument } from '../../src/domain/slice.ts'
import type { SpaceId } from '../../src/domain/space.ts'
import { periodRange, shiftPeriod } from '../../src/domain/period.ts'
import { boardSummaryDocument } from '../board/boardDocument.ts'
import { USUAL_MONTHS } from '../board/usualMonths.ts'
import type { ServedDocument } from '../http/servedDocument.ts'
import { programmeDocument } from '../programme/programmeDocument.ts'
import type { Clock } from '../space/clock.ts'
import { WHOLE } from '../space/scopedRows.ts'
import { makeSpace } from '../space/space.ts'
import { BriefingError } from './briefingError.ts'
import { openStoreToRead, readingFault } from './openStoreToRead.ts'

/** The documents that a page gets, of one space as of one instant (milliseconds; null for now). */
export interface Documents {
  registry(asOf: number | null): Promise<RegistryDocument>
  slice(indicator: string, asOf: number | null): Promise<SliceDocument>
  /** How the monthly reports stand, over the months up to one. */
  reporting(until: string, asOf: number | null): Promise<BoardSummaryDocument>
  /** Imported rules, statements and stored scores. */
  programme(asOf: number | null): Promise<ProgrammeDocument>
  close(): Promise<void>
}

/** Out of the store in a data folder, which a service may hold at the same time. Throws BriefingError. */
export async function storeDocuments(
  dataDir: string,
  id: SpaceId,
  clock: Clock,
): Promise<Documents> {
  const file = join(dataDir, `${id}.sqlite`)
  const indicators = new Map(CATALOGUE.map((indicator) => [indicator.id, indicator]))
  const sound = <T>(answer: Promise<T>): Promise<T> =>
    answer.catch((error: unknown) => {
      throw readingFault(error, file)
    })
  const { store, forget } = await openStoreToRead(file)
  const space = await sound(makeSpace({ id, store, indicators, clock })).catch(
    async (error: unknown) => {
      await store.close()
      await forget()
      throw error
    },
  )
  const read = async (document: ServedDocument | Promise<ServedDocument>): Promise<unknown> =>
    JSON.parse(new TextDecoder().decode((await sound(Promise.resolve(document))).identity.body))
  return {
    registry: async (asOf) => RegistrySchema.parse(await read(space.registryDocument(asOf, WHOLE))),
    slice: async (name, asOf) => {
      const indicator = indicatorOf(name)
      if (!indicator) throw new BriefingError(`There is no indicator "${name}".`)
      return SliceSchema.parse(await read(space.sliceDocument(indicator, asOf, WHOLE)))
    },
    reporting: async (until, asOf) => {
      const months = periodRange(shiftPeriod(until, 1 - USUAL_MONTHS), until)
      const summary = boardSummaryDocument(space, { months, asOf }, WHOLE)
      return BoardSummarySchema.parse(await read(summary))
    },
    programme: async (asOf) =>
      ProgrammeSchema.parse(
        await read(programmeDocument(space, asOf, { read: WHOLE, judge: WHOLE })),
      ),
    close: async () => {
      await space.close()
      await forget()
    },
  }
}

/**
 * From a running service, as the holder of a token (of the operator, or of a brain for its own rows) or, for
 * an open demo, as anybody. Throws BriefingError with what it answered.
 */
export function servedDocuments(url: string, space: SpaceId, token: string | null): Documents {
  const headers: Record<string, string> = token === null ? {} : { authorization: `Bearer ${token}` }
  const ask = async (
    path: string,
    asOf: number | null,
    more: Readonly<Record<string, string>> = {},
  ): Promise<unknown> => {
    const known = asOf === null ? {} : { asOf: new Date(asOf).toISOString() }
    const query = new URLSearchParams({ ...more, ...known }).toString()
    const address = `${url}/api/${space}/${path}${query && `?${query}`}`
    const answer = await fetch(address, { headers }).catch((error: unknown) => {
      throw new BriefingError(
        `${url} does not answer. Start the service, correct --url, or leave it out to read the store.`,
        { cause: error },
      )
    })
    if (answer.ok) return answer.json()
    const remedy = answer.status === 401 ? ' Put a token in BRIEFING_TOKEN.' : ''
    throw new BriefingError(`${address} answered ${answer.status}: ${await answer.text()}${remedy}`)
  }
  return {
    registry: async (asOf) => RegistrySchema.parse(await ask('registry', asOf)),
    slice: async (indicator, asOf) =>
      SliceSchema.parse(await ask(`slices/${encodeURIComponent(indicator)}`, asOf)),
    reporting: async (until, asOf) =>
      BoardSummarySchema.parse(await ask('board/summary', asOf, { to: until })),
    programme: async (asOf) => ProgrammeSchema.parse(await ask('programme', asOf)),
    close: () => Promise.resolve(),
  }
}
