import type { RuleFile } from '../../../src/contract/index.ts'
import type { LocalText } from '../../../src/domain/text.ts'
import { NO_PLACE } from '../../intake/intakeCell.ts'
import type { CellPlace, IntakeFinding } from '../../intake/intakeCell.ts'
import { FILE_LIMITS } from '../../intake/workbook/limits.ts'
import type { RuleTable } from './ruleFile.ts'

const blocking = (
  place: CellPlace,
  rule: string,
  text: LocalText,
  remedy: LocalText,
): IntakeFinding => ({ ...{ place, rule, severity: 'block', text, remedy } })

const asking = (
  place: CellPlace,
  rule: string,
  text: LocalText,
  remedy: LocalText,
): IntakeFinding => ({ ...{ place, rule, severity: 'warn', text, remedy } })

/** What can be wrong with a file of rules: where, which rule, what to do. */
export const RULE_FAULTS = {
  noTable: ({ columns }: RuleTable<never>) =>
    blocking(
      NO_PLACE,
      'noTable',
      {
        zh: `前 ${FILE_LIMITS.headRows} 行里没有找到表头。`,
        en: `No head stands in the first ${FILE_LIMITS.headRows} rows.`,
      },
      {
        zh: `表头要有 ${columns
          .slice(0, 4)
          .map(({ title }) => title.zh)
          .join('、')} 等列；最好从导出的文件改起。`,
        en: `Give columns such as ${columns
          .slice(0, 4)
          .map(({ title }) => title.en)
          .join(', ')}; best begin with an exported file.`,
      },
    ),
  noList: (what: RuleFile) =>
    blocking(
      NO_PLACE,
      'noList',
      { zh: 'JSON 里没有所要的数组。', en: 'The JSON holds no array.' },
      { zh: `写成 {"${what}": [ … ]}。`, en: `Write {"${what}": [ … ]}.` },
    ),
  empty: () =>
    blocking(
      NO_PLACE,
      'empty',
      { zh: '文件里没有条目。', en: 'The file holds no entry.' },
      { zh: '在表头下逐行填写。', en: 'Fill in rows below the head.' },
    ),
  repeated: (place: CellPlace, key: string) =>
    blocking(
      place,
      'repeated',
      { zh: `“${key}”出现两次。`, en: `"${key}" stands twice.` },
      { zh: '只留一个。', en: 'Keep one of them.' },
    ),
  changedEvent: (place: CellPlace, id: string) =>
    blocking(
      place,
      'conflict',
      {
        zh: `已有编号相同而内容不同的事件“${id}”。`,
        en: `Another event has the id "${id}".`,
      },
      {
        zh: '事件只增不改：先作登记更正，再用新编号登记。',
        en: 'Events are never changed: take the stored one back, then register it under a new id.',
      },
    ),
  outside: (place: CellPlace) =>
    blocking(
      place,
      'scope',
      { zh: '没有这个产业大脑，或不在授权范围内。', en: 'No such brain, or outside your grant.' },
      { zh: '先登记；只能办理授权范围内的。', en: 'Register it first; stay within your grant.' },
    ),
  mostGone: (place: CellPlace, whole: string, held: number, sent: number) =>
    blocking(
      place,
      'mostGone',
      {
        zh: `“${whole}”现有 ${held} 项，文件里只有 ${sent} 项，不足一半；整份导入会删去其余。`,
        en: `"${whole}" holds ${held} parts, the file ${sent}, fewer than half: the others would be deleted.`,
      },
      {
        zh: '导出现有文件，在其上修改后整份导入，不要只交改动的行。',
        en: 'Export what stands, change it there and import the whole, not the changed lines alone.',
      },
    ),
  notWeekday: (place: CellPlace, day: string) =>
    asking(
      place,
      'weekend',
      { zh: `${day} 是周末，本来就休。`, en: `${day} is a weekend day and off anyway.` },
      { zh: '可以照此导入。', en: 'It may be imported like this.' },
    ),
  notWeekend: (place: CellPlace, day: string) =>
    asking(
      place,
      'weekday',
      { zh: `${day} 是工作日，本来就上班。`, en: `${day} is a weekday and worked anyway.` },
      { zh: '可以照此导入。', en: 'It may be imported like this.' },
    ),
  noYear: (year: number, years: readonly number[]) =>
    blocking(
      NO_PLACE,
      'calendarYear',
      {
        zh: `文件里没有 ${year} 年的日子，只有 ${years.join('、') || '（无）'}。`,
        en: `The file has no day of ${year}, only of ${years.join(', ') || '(none)'}.`,
      },
      {
        zh: `补上国务院办公厅 ${year} 年节假日安排，或改选年份。`,
        en: `Add the official arrangement of ${year}, or choose another year.`,
      },
    ),
  fewDays: (year: number) =>
    asking(
      NO_PLACE,
      'fewDays',
      {
        zh: `${year} 年一、二月里没有放假日：春节不在其中？`,
        en: `No day off stands in January or February ${year}: is Spring Festival missing?`,
      },
      { zh: '核对当年安排。', en: 'Compare it with the arrangement of the year.' },
    ),
} as const
