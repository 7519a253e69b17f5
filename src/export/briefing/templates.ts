import { brainPage } from './brainPage.ts'
import { monthly } from './monthly.ts'
import { rectification } from './rectification.ts'
import type { Template, TemplateId } from './template.ts'

/** Every template by its id. To add one: a file, a line here and its test. */
export const TEMPLATES: Readonly<Record<TemplateId, Template>> = {
  monthly,
  rectification,
  brain: brainPage,
}
