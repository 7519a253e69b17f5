import type { Locale } from '../domain/text.ts'
import type { Origin } from './exported.ts'

/** What a document says of itself before its parts. */
export interface DocumentHead {
  readonly title: string
  readonly locale: Locale
  readonly origin: Origin
  /** True where any part rests on simulated data: badge and watermark, no marking, 演示 in the title. */
  readonly simulated: boolean
  /** Set to fit one page of A4: smaller type, figures beside each other, sources said once. */
  readonly onePage?: boolean
}
