import type { Statement } from '../../domain/eligibility/statement.ts'
import type { Locale } from '../../domain/text.ts'
import { say } from '../text/words.ts'

/** Who stated something, as a reader is told: an account by its name, the simulation as what it is. */
export const statedBy = ({ by }: Pick<Statement, 'by'>, locale: Locale): string =>
  by === SIMULATOR ? say(locale, '模拟系统', 'simulator') : by.replace(/^user:/, '')

/** The document that a statement rests on; what the simulation made up has a name in each language. */
export const statedOn = (
  { by, document }: Pick<Statement, 'by' | 'document'>,
  locale: Locale,
): string =>
  by === SIMULATOR && document === MADE_UP ? say(locale, MADE_UP, 'simulated statement') : document

const SIMULATOR = 'simulator'
const MADE_UP = '模拟说明材料'
