import type { FigureContext } from '../definition.ts'
import type { AbsentFigure } from '../kinds/absentFigure.ts'
import { absentFigure } from '../meaning.ts'
import { say } from '../text/words.ts'

/** What a figure of the programme says where no brain of the register has what it shows. */
export const noCourse = (
  context: FigureContext,
  id: string,
  title: string,
  what: { readonly zh: string; readonly en: string },
): AbsentFigure =>
  absentFigure(
    context,
    id,
    title,
    say(context.locale, what.zh, what.en),
    say(context.locale, '登记建设过程后显示', 'Shown once lifecycle events are registered'),
  )
