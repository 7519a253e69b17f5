import type { Indicator } from '../indicator.ts'
import { UNITS } from '../indicator.ts'
import type { RuleFault } from '../ruleFault.ts'
import type { LocalText } from '../text.ts'
import type { ScoredItem } from './scoreCard.ts'

export type Path = RuleFault['path']
type Words = readonly [zh: string, en: string]

const fault = (path: Path, rule: string, [zh, en]: Words, [fix, mend]: Words): RuleFault => ({
  ...{ path, rule },
  text: { zh, en },
  remedy: { zh: fix, en: mend },
})

/** A sum of weights in print: at most two decimals. */
/** Three decimals: what is refused never reads like what is let through. */
const printed = (value: number): string => String(Math.round(value * 1_000) / 1_000)

const unitOf = ({ unit }: Indicator): LocalText => UNITS[unit]

/** The faults that a score card may have, in words. */
export const CARD_FAULTS = {
  weightSum: (path: Path, parent: LocalText, sum: number) =>
    fault(
      path,
      'weightSum',
      [
        `「${parent.zh}」下各项权重合计 ${printed(sum)}，应为 100。`,
        `The weights below "${parent.en}" add up to ${printed(sum)}, not to 100.`,
      ],
      [
        sum > 100 ? `合计减去 ${printed(sum - 100)}。` : `合计增加 ${printed(100 - sum)}。`,
        sum > 100 ? `Take off ${printed(sum - 100)}.` : `Add ${printed(100 - sum)}.`,
      ],
    ),
  weight: (path: Path, weight: number) =>
    fault(
      path,
      'weight',
      [`权重 ${weight} 不在 0—100 之间。`, `The weight ${weight} is not between 0 and 100.`],
      ['填写 0—100 的数。', 'Give a number from 0 to 100.'],
    ),
  noWeight: (path: Path, group: LocalText) =>
    fault(
      path,
      'noWeight',
      [
        `「${group.zh}」权重为 0，其下各项都不计分。`,
        `"${group.en}" weighs 0: nothing in it counts.`,
      ],
      ['给出大于 0 的权重，或删去该组。', 'Give it a weight above 0, or take the group out.'],
    ),
  noPass: (path: Path) =>
    fault(
      path,
      'noPass',
      ['没有一个等级合格，任何产业大脑都不能通过考核。', 'No grade passes: no brain could pass.'],
      ['至少将最高等级标为合格。', 'Let the best grade pass at least.'],
    ),
  sourceMissing: (path: Path) =>
    fault(
      path,
      'sourceMissing',
      ['未标为演示权重，也没有来源。', 'It is not marked as a demonstration and names no source.'],
      [
        '写明发布评分卡的文件；自拟的标为演示权重。',
        'Name the document that gives the card, or mark its weights as a demonstration.',
      ],
    ),
  noChildren: (path: Path, group: LocalText) =>
    fault(
      path,
      'noChildren',
      [`「${group.zh}」下没有评分项。`, `"${group.en}" holds no items.`],
      ['增加至少一个评分项，或删去该组。', 'Add an item, or take the group out.'],
    ),
  repeatedId: (path: Path, id: string) =>
    fault(
      path,
      'repeatedId',
      [`编号“${id}”重复。`, `The id "${id}" is used twice.`],
      ['改为卡内唯一的编号。', 'Give each node an id of its own.'],
    ),
  unknownIndicator: (path: Path, id: string) =>
    fault(
      path,
      'unknownIndicator',
      [`指标字典中没有“${id}”。`, `The dictionary has no indicator "${id}".`],
      ['填写指标字典中的指标编号。', 'Use the id of an indicator of the dictionary.'],
    ),
  notReported: (path: Path, { name }: Indicator) =>
    fault(
      path,
      'notReported',
      [
        `「${name.zh}」不由产业大脑按月报送，不能用于评分。`,
        `"${name.en}" is not reported by brains month by month.`,
      ],
      ['改用产业大脑按月报送的指标。', 'Use an indicator that brains report monthly.'],
    ),
  measure: (path: Path, { name, kind }: Indicator) =>
    fault(
      path,
      'measure',
      kind === 'flow'
        ? [
            `「${name.zh}」是累计量，没有期末值。`,
            `"${name.en}" is a cumulative flow: it has no value at the end of a period.`,
          ]
        : [
            `「${name.zh}」不是累计量，没有年内累计。`,
            `"${name.en}" is no flow: it has no cumulative value of the year.`,
          ],
      kind === 'flow'
        ? ['计分方式改为 cumulative 或 yoy。', 'Use the measure cumulative or yoy.']
        : ['计分方式改为 latest 或 yoy。', 'Use the measure latest or yoy.'],
    ),
  flat: (path: Path, value: number) =>
    fault(
      path,
      'flat',
      [`0 分值与满分值同为 ${value}，无法计分。`, `Zero and full points both lie at ${value}.`],
      ['两个值应不同。', 'Give two different values.'],
    ),
  notFinite: (path: Path) =>
    fault(
      path,
      'notFinite',
      ['0 分值和满分值必须是数。', 'The values of zero and full points must be numbers.'],
      ['填写指标单位下的数。', 'Give numbers in the indicator’s unit.'],
    ),
  direction: (path: Path, { name, direction }: Indicator) =>
    fault(
      path,
      'direction',
      direction === 'up'
        ? [
            `「${name.zh}」越高越好，满分值却低于 0 分值。`,
            `More is better of "${name.en}", yet full points lie below zero points.`,
          ]
        : [
            `「${name.zh}」越低越好，满分值却高于 0 分值。`,
            `Less is better of "${name.en}", yet full points lie above zero points.`,
          ],
      ['对调两个值。', 'Swap the two values.'],
    ),
  bounds: (path: Path, indicator: Indicator, { full }: ScoredItem) =>
    fault(
      path,
      'bounds',
      [
        `满分值 ${full} ${unitOf(indicator).zh}超出「${indicator.name.zh}」的有效范围，永远无法满分。`,
        `Full points at ${full} ${unitOf(indicator).en} lie outside the valid values of "${indicator.name.en}": nobody can reach them.`,
      ],
      [
        `填写 ${indicator.min ?? '−∞'} 至 ${indicator.max ?? '∞'} 之间的值。`,
        `Give a value from ${indicator.min ?? '−∞'} to ${indicator.max ?? '∞'}.`,
      ],
    ),
  noBands: (path: Path) =>
    fault(
      path,
      'noBands',
      ['没有等级。', 'The card has no grades.'],
      ['至少给出一个自 0 分起的等级。', 'Give at least one grade that begins at 0.'],
    ),
  bandOrder: (path: Path, from: number, above: number) =>
    fault(
      path,
      'bandOrder',
      [
        `等级下限 ${from} 不低于上一等级的 ${above}，等级重叠。`,
        `The grade begins at ${from}, not below ${above} of the one before: they overlap.`,
      ],
      ['等级自高到低排列，下限逐级递减。', 'List the grades best first, each beginning lower.'],
    ),
  bandRange: (path: Path, from: number) =>
    fault(
      path,
      'bandRange',
      [`等级下限 ${from} 不在 0—100 之间。`, `The grade begins at ${from}, not within 0 to 100.`],
      ['填写 0—100 的分数。', 'Give a score from 0 to 100.'],
    ),
  lastBand: (path: Path, from: number) =>
    fault(
      path,
      'lastBand',
      [
        `最后一个等级自 ${from} 分起，${from} 分以下没有等级。`,
        `The last grade begins at ${from}: there is none below.`,
      ],
      ['最后一个等级的下限填 0。', 'Let the last grade begin at 0.'],
    ),
  repeatedGrade: (path: Path, grade: string) =>
    fault(
      path,
      'repeatedGrade',
      [`等级“${grade}”出现两次。`, `The grade "${grade}" stands twice.`],
      ['每个等级只留一行。', 'Keep one line of each grade.'],
    ),
  passOrder: (path: Path) =>
    fault(
      path,
      'passOrder',
      ['较低等级合格而较高等级不合格。', 'A lower grade passes while a higher one does not.'],
      [
        '合格等级应全部排在不合格等级之前。',
        'Let all grades that pass stand before those that do not.',
      ],
    ),
  leastCoverage: (path: Path, value: number) =>
    fault(
      path,
      'leastCoverage',
      [
        `定级所需的最低权重占比 ${value} 不在 0—1 之间。`,
        `The least coverage ${value} is not within 0 to 1.`,
      ],
      ['填写 0—1 的数，如 0.7。', 'Give a number from 0 to 1, such as 0.7.'],
    ),
} as const
