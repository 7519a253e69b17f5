import { BoardDocument, BoardSummaryDocument } from '../contract/board.ts'
import { type ClientOptions, makeGet, type ReadOptions } from './request.ts'

/** Months of a board: first and last. */
export interface BoardSpan {
  readonly from: string
  readonly to: string
}

export type BoardClient = ReturnType<typeof makeBoardClient>

/** Typed reads of the monthly board, kept apart so that only the page that shows it loads them. */
export function makeBoardClient(options: ClientOptions) {
  const get = makeGet(options)
  return {
    board: (space: string, span: BoardSpan, { asOf, signal }: ReadOptions = {}) =>
      get(BoardDocument, [space, 'board'], { ...span, asOf }, signal),
    /** The last twelve months, without the brains one by one. */
    summary: (space: string, { asOf, signal }: ReadOptions = {}) =>
      get(BoardSummaryDocument, [space, 'board', 'summary'], { asOf }, signal),
  }
}
