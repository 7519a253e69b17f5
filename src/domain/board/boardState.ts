/**
 * How the report of one brain for one month stands. 按时, 迟报, 缺项 (reported, but not every indicator),
 * 审核中 (handed in, not yet published), 已退回, 逾期未报, 未到期, 不应报.
 */
export const BOARD_STATES = [
  'onTime',
  'late',
  'partial',
  'inReview',
  'returned',
  'overdue',
  'pending',
  'notExpected',
] as const
export type BoardState = (typeof BOARD_STATES)[number]

/** One letter a state: a brain's months are a string of them. */
export const STATE_LETTERS: Readonly<Record<BoardState, string>> = {
  onTime: 'o',
  late: 'l',
  partial: 'p',
  inReview: 'r',
  returned: 'b',
  overdue: 'x',
  pending: 'w',
  notExpected: 'n',
}

const BY_CODE = new Map(
  BOARD_STATES.map((state) => [STATE_LETTERS[state].charCodeAt(0), state] as const),
)

/** The state at a position of a string of letters; `notExpected` for a letter that is none. */
export const stateAt = (letters: string, column: number): BoardState =>
  BY_CODE.get(letters.charCodeAt(column)) ?? 'notExpected'

/** Published, whole or not, in time or not. */
export const isReported = (state: BoardState): boolean =>
  state === 'onTime' || state === 'late' || state === 'partial'

/** Someone still has to do something: the brain's reporter. */
export const isOpen = (state: BoardState): boolean => state === 'overdue' || state === 'returned'

/** The due day has passed for a brain that owes the month. */
export const isOwed = (state: BoardState): boolean => state !== 'pending' && state !== 'notExpected'
