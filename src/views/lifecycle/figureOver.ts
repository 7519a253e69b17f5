import type { FigureContext, FigureDefinition } from '../../figures/definition.ts'
import type { Figure } from '../../figures/figure.ts'
import { say } from '../../figures/text/words.ts'
import { contextOver, type LifecycleRow } from './lifecycleRows.ts'

/** A figure of the programme over some rows; over a part of them it says so wherever it goes. */
export function figureOver(
  { build }: FigureDefinition,
  context: FigureContext,
  rows: readonly LifecycleRow[],
): Figure {
  const over = contextOver(context, rows)
  const figure = build(over)
  if (over === context) return figure
  const [shown, all] = [rows.length, context.cube.brains.length]
  const words = say(
    context.locale,
    `按所选条件：${shown} / ${all} 个产业大脑`,
    `As chosen: ${shown} of ${all} brains`,
  )
  return { ...figure, notes: [words, ...figure.notes] }
}
