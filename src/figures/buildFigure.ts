import type { FigureContext, FigureDefinition } from './definition.ts'
import type { Figure } from './figure.ts'
import { absentFigure } from './meaning.ts'
import { say } from './text/words.ts'

/**
 * The figure of a definition, or one that says that it failed: what one figure cannot work out must not
 * take the others with it. `onError` is told, so that the cause is not lost.
 */
export function buildFigure<C extends FigureContext>(
  { id, name, build }: Pick<FigureDefinition, 'id' | 'name'> & { build: (context: C) => Figure },
  context: C,
  onError: (error: unknown) => void,
): Figure {
  try {
    return build(context)
  } catch (error) {
    onError(error)
    const { locale } = context
    const reason = say(locale, '此图计算出错', 'This figure could not be worked out')
    const next = say(
      locale,
      '其余各图不受影响；请将此图名称告知运维人员。',
      'The others are not affected; tell the operators the name of this figure.',
    )
    return {
      ...absentFigure(context, id, say(locale, name.zh, name.en), reason, next),
      word: say(locale, '出错', 'failed'),
    }
  }
}
