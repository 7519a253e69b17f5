import { UNITS } from '../../domain/indicator.ts'
import { textOf } from '../../domain/text.ts'
import type { FlowFigure } from '../../figures/kinds/flowFigure.ts'
import { say } from '../../figures/text/words.ts'
import { numberTrack, tableFrom, textTrack } from './track.ts'
import type { ValueTable } from './valueTable.ts'

/** The main path in order, then its branches with the stage that they leave; brains are counted. */
export function flowValues({ locale, stages, branches }: FlowFigure): ValueTable {
  const main = say(locale, '主线', 'main path')
  const branch = say(locale, '分支', 'branch')
  const names = new Map(stages.map(({ id, name }) => [id, name]))
  return tableFrom([
    textTrack(
      say(locale, '环节', 'Stage'),
      [...stages, ...branches].map(({ name }) => name),
    ),
    numberTrack(
      say(locale, '数量', 'Count'),
      textOf(UNITS.brains, locale),
      [...stages, ...branches].map(({ count }) => count),
    ),
    textTrack(say(locale, '位置', 'Part'), [
      ...stages.map(() => main),
      ...branches.map(() => branch),
    ]),
    textTrack(say(locale, '来自', 'From'), [
      ...stages.map(() => ''),
      ...branches.map(({ from }) => names.get(from) ?? from),
    ]),
  ])
}
