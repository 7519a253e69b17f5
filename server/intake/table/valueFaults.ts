import { UNITS, type Indicator } from '../../../src/domain/indicator.ts'
import { ABSENCE_TEXT, REPORTED_REASONS } from '../../../src/domain/reading.ts'
import type { LocalText } from '../../../src/domain/text.ts'
import type { CellPlace, IntakeFinding } from '../intakeCell.ts'
import { asking, blocking } from './cellFinding.ts'

const local = (zh: string, en: string): LocalText => ({ zh, en })

const reasons = {
  zh: REPORTED_REASONS.map((reason) => ABSENCE_TEXT[reason].zh).join('、'),
  en: REPORTED_REASONS.map((reason) => ABSENCE_TEXT[reason].en).join(', '),
}

/** What can be wrong with the value of one cell. `written` is what stands there. */
export const VALUE_FAULTS = {
  errorValue: (place: CellPlace, written: string): IntakeFinding =>
    blocking(
      place,
      'errorValue',
      local(`公式出错：${written}。`, `The formula ends in an error: ${written}.`),
      local('改正公式，或直接填数值。', 'Correct the formula or write the figure itself.'),
    ),
  uncalculated: (place: CellPlace): IntakeFinding =>
    blocking(
      place,
      'uncalculated',
      local('公式没有保存计算结果。', 'The formula was saved without its result.'),
      local(
        '在 Excel 或 WPS 中打开并保存，或直接填数值。',
        'Open and save it in Excel or WPS, or write the figure itself.',
      ),
    ),
  date: (place: CellPlace, written: string): IntakeFinding =>
    blocking(
      place,
      'date',
      local(`此处是日期（${written}），不是数值。`, `This is a date (${written}), no figure.`),
      local(
        '把单元格设为数值格式后重填。',
        'Format the cell as a number and write the figure again.',
      ),
    ),
  notNumber: (place: CellPlace, written: string, remedy?: LocalText): IntakeFinding =>
    blocking(
      place,
      'notNumber',
      local(
        `“${written.slice(0, 40)}”不能确定是什么数值。`,
        `It is not clear which figure "${written.slice(0, 40)}" is.`,
      ),
      remedy ?? local('只填一个数，如 1234.5。', 'Write one number only, such as 1234.5.'),
    ),
  reason: (place: CellPlace, written: string): IntakeFinding =>
    blocking(
      place,
      'reason',
      local(
        `没有缺报原因“${written.slice(0, 40)}”。`,
        `There is no reason "${written.slice(0, 40)}".`,
      ),
      local(`取下列之一：${reasons.zh}。`, `Use one of: ${reasons.en}.`),
    ),
  valueOrAbsent: (place: CellPlace): IntakeFinding =>
    blocking(
      place,
      'valueOrAbsent',
      local(
        '数值与缺报原因不一致。',
        'The figure and the reason of its absence contradict each other.',
      ),
      local('只留一个。', 'Keep one of them.'),
    ),
  unit: (place: CellPlace, written: string, { unit }: Indicator): IntakeFinding =>
    blocking(
      place,
      'unit',
      local(
        `单位应为“${UNITS[unit].zh}”，收到“${written.slice(0, 20)}”，不能换算。`,
        `The unit is "${UNITS[unit].en}"; "${written.slice(0, 20)}" cannot be converted.`,
      ),
      local('按规定单位换算数值并改正单位。', 'Convert the figure and correct the unit.'),
    ),
  magnitude: (place: CellPlace, written: string, stated: string): IntakeFinding =>
    blocking(
      place,
      'magnitude',
      local(
        `“${written.slice(0, 40)}”与单位“${stated}”合起来有两种读法。`,
        `"${written.slice(0, 40)}" under the unit "${stated}" can be read in two ways.`,
      ),
      local(`按“${stated}”只填数字。`, `Write the number alone, in "${stated}".`),
    ),
  vanishes: (place: CellPlace, written: string, { unit, decimals }: Indicator): IntakeFinding =>
    blocking(
      place,
      'vanishes',
      local(
        `${written} 换算为${UNITS[unit].zh}后小于 ${decimals} 位小数所能表示的数。`,
        `${written} is less than ${decimals} decimals of "${UNITS[unit].en}" can show.`,
      ),
      local('请核对单位。', 'Check the unit.'),
    ),
  merged: (place: CellPlace): IntakeFinding =>
    blocking(
      place,
      'merged',
      local(
        '合并单元格盖住了几项指标，不知数值属于哪一项。',
        'Merged cells cover several figures; it is not clear whose this one is.',
      ),
      local('取消合并，各填各的。', 'Unmerge the cells and fill in each of them.'),
    ),
  mergedAlone: (place: CellPlace): IntakeFinding =>
    asking(
      place,
      'mergedAlone',
      local(
        '数值在合并单元格内，按其左上角读取。',
        'The figure stands in merged cells and is read at their top left.',
      ),
      local('请确认数值属于本行。', 'Confirm that the figure belongs to this row.'),
    ),
  hidden: (place: CellPlace): IntakeFinding =>
    asking(
      place,
      'hidden',
      local(
        '数值在隐藏的行或列内，已读取。',
        'The figure stands in a hidden row or column; it was read.',
      ),
      local('请确认要报送；不报送的请删除。', 'Confirm that it is reported, or remove it.'),
    ),
  externalLink: (place: CellPlace): IntakeFinding =>
    asking(
      place,
      'externalLink',
      local(
        '数值取自另一个文件，按上次保存的结果读取。',
        'The figure comes from another file; its last saved result was read.',
      ),
      local('请核对，或粘贴为数值。', 'Check it, or paste it as a value.'),
    ),
  scaledFormat: (place: CellPlace, written: string): IntakeFinding =>
    asking(
      place,
      'scaledFormat',
      local(
        `单元格格式缩小了显示，读取的是其中的数 ${written}。`,
        `The format of the cell shows a scaled number; ${written} is what it holds and was read.`,
      ),
      local('请核对单位，或改用普通数值格式。', 'Check the unit, or use a plain number format.'),
    ),
} as const
