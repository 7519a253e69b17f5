import type { CellObject, Row, Sheet } from 'write-excel-file/universal'

import { indicatorOf } from '../../domain/catalogue/index.ts'
import { UNITS } from '../../domain/indicator.ts'
import { SPACE_NAMES } from '../../domain/space.ts'
import { textOf, type Locale } from '../../domain/text.ts'
import { say } from '../../figures/text/words.ts'
import type { Exported } from '../exported.ts'
import { wordsOf } from '../words.ts'
import { linesOf, rowHeight } from './rowHeight.ts'
import { textCell } from './textCell.ts'
import { QUIET } from './valueRows.ts'

type Line = readonly [name: string, text: string]

/** A figure with the name of the sheet that holds its values. */
export interface Placed {
  readonly item: Exported
  readonly sheet: string
}

/** Of the column with the texts, in characters. */
const WIDTH = 96

/** 说明: for every figure its indicators, 口径, source, dates, notes, and the way back to it. */
export const aboutSheet = (placed: readonly Placed[], sheet: string): Sheet<Blob> => ({
  sheet,
  orientation: 'landscape',
  columns: [{ width: 14 }, { width: WIDTH }],
  data: [
    [bold(sheet, 14)],
    ...placed.flatMap((one): Row[] => [
      [],
      [bold(wordsOf(one.item).title, 12)],
      ...factsOf(one).map(([name, text]): Row => [
        textCell(name, { ...QUIET, alignVertical: 'top' }),
        textCell(text, {
          ...{ alignVertical: 'top', wrap: true },
          height: rowHeight(linesOf(text, WIDTH)),
        }),
      ]),
    ]),
  ],
})

const bold = (text: string, fontSize: number): CellObject =>
  textCell(text, { fontWeight: 'bold', fontSize, height: rowHeight(1, fontSize) })

function factsOf({ item, sheet }: Placed): readonly Line[] {
  const { figure, origin } = item
  const { locale } = figure
  const { subtitle, sentence, badge, facts, notes, marking, link } = wordsOf(item)
  const lines: readonly Line[] = [
    [say(locale, '工作表', 'Sheet'), sheet],
    [say(locale, '数据性质', 'Data'), badge],
    [say(locale, '标识', 'Marking'), marking],
    [say(locale, '单位·期·范围', 'Unit, period'), subtitle],
    [say(locale, '结论', 'Finding'), sentence],
    ...(figure.indicators ?? []).map((id): Line => [
      say(locale, '指标', 'Indicator'),
      indicatorWords(id, locale),
    ]),
    ...facts.map(({ name, text }): Line => [name, text]),
    ...notes.map((note, i): Line => [say(locale, `注${i + 1}`, `Note ${i + 1}`), note]),
    [say(locale, '链接', 'Link'), link],
    [say(locale, '数据空间', 'Space'), textOf(SPACE_NAMES[origin.space], locale)],
    [say(locale, '查询', 'Query'), origin.query],
    [say(locale, '图标识', 'Figure id'), figure.id],
    [say(locale, '导出时间', 'Exported at'), origin.madeAt],
  ]
  return lines.filter(([, text]) => text !== '')
}

/** 集群营业收入（亿元）：口径; the id alone where the dictionary has no such entry. */
function indicatorWords(id: string, locale: Locale): string {
  const indicator = indicatorOf(id)
  if (!indicator) return id
  const [name, unit, definition] = [
    indicator.name,
    UNITS[indicator.unit],
    indicator.definition,
  ].map((text) => textOf(text, locale))
  return unit
    ? say(locale, `${name}（${unit}）：${definition}`, `${name} (${unit}): ${definition}`)
    : say(locale, `${name}：${definition}`, `${name}: ${definition}`)
}
