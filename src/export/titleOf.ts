import { say } from '../figures/text/words.ts'
import { plainText } from './plainText.ts'
import type { DocumentHead } from './documentHead.ts'

/** The title as every file carries it: 演示 in front where the data are simulated. */
export function titleOf({ title, locale, simulated }: DocumentHead): string {
  const text = plainText(title).replace(/\s*\n\s*/g, ' ')
  if (!simulated || /演示|\bdemo/i.test(text)) return text
  return say(locale, `【演示】${text}`, `[Demo] ${text}`)
}
