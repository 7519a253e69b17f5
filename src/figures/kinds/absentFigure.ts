import type { Meaning } from './figureMeaning.ts'

/** Nothing to draw: one sentence why, and when or how it will change. */
export interface AbsentFigure extends Meaning {
  readonly kind: 'absent'
  /** The reason in one word, where there is no room: 未公开, 未报送. */
  readonly word: string
  readonly reason: string
  readonly next: string | null
}
