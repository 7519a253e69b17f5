import type { Indicator } from '../../../src/domain/indicator.ts'
import type { LocalText } from '../../../src/domain/text.ts'
import type { CellPlace, IntakeFinding } from '../intakeCell.ts'
import { placeOf } from '../workbook/fileRefused.ts'
import { FILE_LIMITS } from '../workbook/limits.ts'
import { asking, blocking } from './cellFinding.ts'

const local = (zh: string, en: string): LocalText => ({ zh, en })
const short = (text: string): string => text.slice(0, 60)

/** What can be wrong with a table as a whole: its head, its columns, the names in it. */
export const TABLE_FAULTS = {
  noTable: (): IntakeFinding =>
    blocking(
      placeOf(),
      'noTable',
      local(
        `前 ${FILE_LIMITS.headRows} 行里没有找到表头。`,
        `No head of a table stands in the first ${FILE_LIMITS.headRows} rows.`,
      ),
      local(
        '表头要有“指标”（或“指标编码”）和“本期值”两列；最好用本月模板。',
        'Give columns "Indicator" (or "Code") and "Value", or use the template of the month.',
      ),
    ),
  noCells: (): IntakeFinding =>
    blocking(
      placeOf(),
      'noCells',
      local('没有填任何数值或缺报原因。', 'No figure and no reason is given.'),
      local(
        '在“本期值”一列填数；没有数据的选缺报原因。',
        'Fill in the column of values, or give a reason where there is no figure.',
      ),
    ),
  tooManyCells: (count: number, most: number): IntakeFinding =>
    blocking(
      placeOf(),
      'tooManyCells',
      local(
        `共有 ${count} 项数值，一次最多 ${most} 项。`,
        `There are ${count} figures; one report takes ${most}.`,
      ),
      local('按月分成几份报送。', 'Report them month by month.'),
    ),
  moreFindings: (rest: number): IntakeFinding =>
    blocking(
      placeOf(),
      'moreFindings',
      local(`还有 ${rest} 处问题没有列出。`, `${rest} more findings are not listed.`),
      local('改正已列出的问题后重新上传。', 'Correct those listed and upload the file again.'),
    ),
  hiddenSheet: (sheet: string): IntakeFinding =>
    asking(
      placeOf(sheet),
      'hiddenSheet',
      local('隐藏的工作表没有读取。', 'The hidden sheet was not read.'),
      local(
        '要报送就取消隐藏；否则请删除。',
        'Unhide it if it is part of the report, or remove it.',
      ),
    ),
  externalLinks: (): IntakeFinding =>
    asking(
      placeOf(),
      'externalLinks',
      local(
        '文件引用了其他文件，只读取了上次保存的结果。',
        'The workbook refers to other files; only their last saved results were read.',
      ),
      local('请核对相关数值，或断开链接。', 'Check those figures, or break the links.'),
    ),
  doubleColumn: (place: CellPlace, title: string, first: string): IntakeFinding =>
    blocking(
      place,
      'doubleColumn',
      local(
        `“${short(title)}”与“${short(first)}”是同一种列，不知以哪一列为准。`,
        `"${short(title)}" and "${short(first)}" are columns of one kind; it is not clear which one counts.`,
      ),
      local('只留一列，或把另一列改名。', 'Keep one of them, or rename the other.'),
    ),
  unknownIndicator: (place: CellPlace, written: string, close: Indicator | null): IntakeFinding =>
    blocking(
      place,
      'unknownIndicator',
      local(`没有指标“${short(written)}”。`, `There is no indicator "${short(written)}".`),
      close
        ? local(
            `是否指“${close.name.zh}”（${close.id}）？`,
            `Did you mean "${close.name.en}" (${close.id})?`,
          )
        : local(
            '名称或编码按指标字典填写；不报送的行请删除。',
            'Use the names or codes of the dictionary; remove what is not reported.',
          ),
    ),
  ambiguousName: (place: CellPlace, written: string, all: readonly Indicator[]): IntakeFinding =>
    blocking(
      place,
      'ambiguousName',
      local(`“${short(written)}”可指几项指标。`, `"${short(written)}" can be several indicators.`),
      local(
        `写明编码：${all.map(({ id }) => id).join('、')}。`,
        `Give its code: ${all.map(({ id }) => id).join(', ')}.`,
      ),
    ),
  nameMismatch: (place: CellPlace, code: Indicator, name: Indicator): IntakeFinding =>
    blocking(
      place,
      'nameMismatch',
      local(
        `编码 ${code.id} 是“${code.name.zh}”，名称却是“${name.name.zh}”。`,
        `The code ${code.id} is "${code.name.en}", the name is "${name.name.en}".`,
      ),
      local('改正编码或名称。', 'Correct the code or the name.'),
    ),
  noIndicator: (place: CellPlace): IntakeFinding =>
    blocking(
      place,
      'noIndicator',
      local(
        '有数值，没有指标名称或编码。',
        'There is a figure without the name or code of an indicator.',
      ),
      local('补上指标；多余的数值请删除。', 'Name the indicator, or remove the figure.'),
    ),
  period: (place: CellPlace, written: string): IntakeFinding =>
    blocking(
      place,
      'period',
      local(
        `“${short(written)}”不能确定是哪一期。`,
        `It is not clear which period "${short(written)}" is.`,
      ),
      local('写作 2026-10 或 2026年10月。', 'Write it as 2026-10.'),
    ),
  periodYear: (place: CellPlace, period: string): IntakeFinding =>
    asking(
      place,
      'periodYear',
      local(`没有写年份，按 ${period} 读取。`, `The year is not written; ${period} was taken.`),
      local('请确认，或写明年份。', 'Confirm it, or write the year.'),
    ),
  periodMissing: (): IntakeFinding =>
    blocking(
      placeOf(),
      'periodMissing',
      local('文件没有写明报送期。', 'The file does not say which period it is of.'),
      local('在表头上方写“报送期 2026年10月”。', 'Write "Period: 2026-10" above the table.'),
    ),
  otherPeriod: (place: CellPlace, period: string, expected: string): IntakeFinding =>
    blocking(
      place,
      'otherPeriod',
      local(
        `文件是 ${period} 的，要报的是 ${expected}。`,
        `The file is of ${period}; ${expected} is to be reported.`,
      ),
      local('选对文件，或改正报送期。', 'Choose the right file, or correct the period.'),
    ),
  brainMissing: (): IntakeFinding =>
    blocking(
      placeOf(),
      'brainMissing',
      local('文件没有写明产业大脑。', 'The file does not say which brain it is of.'),
      local('在表头上方写“产业大脑编号”和编号。', 'Write "Brain ID" and the id above the table.'),
    ),
  unknownBrain: (place: CellPlace, written: string, close: string | null): IntakeFinding =>
    blocking(
      place,
      'unknownBrain',
      local(
        `没有可报送的产业大脑“${short(written)}”。`,
        `There is no brain "${short(written)}" that you report for.`,
      ),
      close
        ? local(`是否指“${close}”？`, `Did you mean "${close}"?`)
        : local('写明产业大脑的编号。', 'Give the id of the brain.'),
    ),
  otherBrain: (place: CellPlace, written: string, expected: string): IntakeFinding =>
    blocking(
      place,
      'otherBrain',
      local(
        `文件是“${short(written)}”的，不是“${expected}”的。`,
        `The file is of "${short(written)}", not of "${expected}".`,
      ),
      local(
        '选对文件；一份文件只报一个产业大脑。',
        'Choose the right file: one file is of one brain.',
      ),
    ),
  status: (place: CellPlace, written: string): IntakeFinding =>
    blocking(
      place,
      'status',
      local(`没有数据状态“${short(written)}”。`, `There is no status "${short(written)}".`),
      local('填“初步”或“最终”。', 'Write "preliminary" or "final".'),
    ),
  unitMissing: (place: CellPlace): IntakeFinding =>
    asking(
      place,
      'unitMissing',
      local(
        '表中没有写单位，按指标字典的单位读取。',
        'No units are stated; those of the dictionary were taken.',
      ),
      local('请确认单位，或加“单位”一列。', 'Confirm the units, or add a column "Unit".'),
    ),
  repeated: (place: CellPlace, { name }: Indicator, period: string, first: string): IntakeFinding =>
    blocking(
      place,
      'repeated',
      local(
        `与 ${first} 重复：${name.zh}，${period}。`,
        `The same figure as ${first}: ${name.en}, ${period}.`,
      ),
      local('只留一处。', 'Keep one of them.'),
    ),
} as const
