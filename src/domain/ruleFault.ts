import type { LocalText } from './text.ts'

/** What is wrong with imported rules: the place in the entry, the rule it breaks, and what to do. */
export interface RuleFault {
  readonly path: readonly (string | number)[]
  readonly rule: string
  readonly text: LocalText
  readonly remedy: LocalText
}
