import type { Issue } from '../contract/common.ts'
import type { LocalText } from '../domain/text.ts'

/**
 * Why data did not come.
 * offline: no answer at all · timeout: none in time · unavailable: 502, 503 or 504, the service is away ·
 * refused: the service answered with a problem · malformed: the answer breaks the contract ·
 * cancelled: nobody waits for it any more · unexpected: anything else.
 */
export type DataErrorCode =
  'offline' | 'timeout' | 'unavailable' | 'refused' | 'malformed' | 'cancelled' | 'unexpected'

/** What was asked, what came, and the places that are wrong (JSON pointers) with rule and remedy. */
export interface DataErrorDetails {
  readonly url: string
  readonly status: number | null
  /** The `code` of the service's problem document. */
  readonly problem: string | null
  /** What it says to a person, in the language that was asked for. */
  readonly said: string | null
  readonly issues: readonly Issue[]
}

const REASONS: Readonly<Record<DataErrorCode, LocalText>> = {
  offline: { zh: '连接不上服务', en: 'the service cannot be reached' },
  timeout: { zh: '服务没有及时答复', en: 'the service did not answer in time' },
  unavailable: { zh: '服务暂时不可用', en: 'the service is not available' },
  refused: { zh: '服务拒绝了请求', en: 'the service refused the request' },
  malformed: {
    zh: '服务的答复不合约定，请刷新页面',
    en: 'the answer breaks the contract: reload the page',
  },
  cancelled: { zh: '请求已取消', en: 'the request was cancelled' },
  unexpected: { zh: '出现意外错误', en: 'an unexpected error occurred' },
}

/** The one error of the data layer. `message` is for a log, `reason` for the person at the screen. */
export class DataError extends Error {
  override readonly name = 'DataError'
  readonly code: DataErrorCode
  readonly details: DataErrorDetails

  constructor(code: DataErrorCode, message: string, details: DataErrorDetails, cause?: unknown) {
    super(message, { cause })
    this.code = code
    this.details = details
  }

  get reason(): LocalText {
    return REASONS[this.code]
  }

  /** True where the service may come back by itself and last good data may stand in. */
  get isAway(): boolean {
    return this.code === 'offline' || this.code === 'timeout' || this.code === 'unavailable'
  }
}
