import type { LocalText } from '../../../src/domain/text.ts'
import type { CellPlace, IntakeFinding } from '../intakeCell.ts'
import { asking, blocking } from '../table/cellFinding.ts'
import { placeOf } from '../workbook/fileRefused.ts'
import { FILE_LIMITS } from '../workbook/limits.ts'

const local = (zh: string, en: string): LocalText => ({ zh, en })
const short = (text: string): string => text.slice(0, 60)
type At = CellPlace

/** What can be wrong with a list of brains: where, which rule, what to do. */
export const LIST_FAULTS = {
  noList: (): IntakeFinding =>
    blocking(
      placeOf(),
      'noList',
      local(
        `前 ${FILE_LIMITS.headRows} 行里没有找到名单的表头。`,
        `No head of a list stands in the first ${FILE_LIMITS.headRows} rows.`,
      ),
      local(
        '表头要有“产业大脑名称”或“细分行业”，并有“所在市”等列；最好从导出的名录改起。',
        'Give a column "Brain" or "Sub-industry" and others such as "City"; best begin with an exported list.',
      ),
    ),
  noRows: (): IntakeFinding =>
    blocking(
      placeOf(),
      'noRows',
      local('名单里没有产业大脑。', 'The list names no brain.'),
      local('在表头下逐行填写。', 'Fill in one row for each brain below the head.'),
    ),
  tooManyRows: (most: number): IntakeFinding =>
    blocking(
      placeOf(),
      'tooManyRows',
      local(`超过 ${most} 行。`, `There are more than ${most} rows.`),
      local('分成几份导入。', 'Import it in several parts.'),
    ),
  doubleColumn: (place: At, title: string, first: string): IntakeFinding =>
    blocking(
      place,
      'doubleColumn',
      local(
        `“${short(title)}”与“${short(first)}”是同一种列。`,
        `"${short(title)}" and "${short(first)}" are columns of one kind.`,
      ),
      local('只留一列，或把另一列改名。', 'Keep one of them, or rename the other.'),
    ),
  nameless: (place: At): IntakeFinding =>
    blocking(
      place,
      'nameless',
      local('没有产业大脑名称，也没有细分行业。', 'Neither a name nor a sub-industry is given.'),
      local('补上名称；多余的行请删除。', 'Give the name, or remove the row.'),
    ),
  batch: (place: At, written: string): IntakeFinding =>
    blocking(
      place,
      'batch',
      local(`“${short(written)}”不是批次年度。`, `"${short(written)}" is no batch year.`),
      local('写年份，如 2024；不详时留空。', 'Write the year such as 2024, or leave it empty.'),
    ),
  domain: (place: At, written: string): IntakeFinding =>
    asking(
      place,
      'domain',
      local(
        `领域“${short(written)}”不在 2023 年七大领域之内，记为“其他”。`,
        `"${short(written)}" is none of the seven domains of 2023 and is kept as "Other".`,
      ),
      local('请确认，或改写为七大领域之一。', 'Confirm it, or write one of the seven domains.'),
    ),
  city: (place: At, written: string): IntakeFinding =>
    blocking(
      place,
      'city',
      written === ''
        ? local('没有所在市。', 'No city is given.')
        : local(
            `“${short(written)}”不是山东省的设区市。`,
            `"${short(written)}" is no city of Shandong.`,
          ),
      local('写市名，如 济南市。', 'Write the name of the city: 济南市.'),
    ),
  county: (place: At, written: string): IntakeFinding =>
    asking(
      place,
      'county',
      local(
        `“${short(written)}”不是该市的县（市、区），只记入所在地。`,
        `"${short(written)}" is no county of the city; it is kept as the printed place only.`,
      ),
      local('功能区如此即可；否则请改正。', 'Right for a functional zone; otherwise correct it.'),
    ),
  stage: (place: At, written: string): IntakeFinding =>
    blocking(
      place,
      'stage',
      local(`没有阶段“${short(written)}”。`, `There is no stage "${short(written)}".`),
      local(
        '写 申报、评审、公示、入库培育、试点、验收、挂牌、未入选 或 取消资格。',
        'Write applied, reviewed, publicised, pool, pilot, accepted, designated, notSelected or disqualified.',
      ),
    ),
  stageDate: (place: At, written: string): IntakeFinding =>
    blocking(
      place,
      'stageDate',
      written === ''
        ? local('阶段有变化，没有日期。', 'The stage changes, and its day is not given.')
        : local(`“${short(written)}”不是日期。`, `"${short(written)}" is no day.`),
      local('在“阶段日期”写 2024-07-10。', 'Write the day in "Stage since": 2024-07-10.'),
    ),
  origin: (place: At, written: string): IntakeFinding =>
    blocking(
      place,
      'origin',
      local(`登记来源“${short(written)}”不明。`, `The origin "${short(written)}" is not known.`),
      local('写 公开资料 或 自行登记，或留空。', 'Write public or registered, or leave it empty.'),
    ),
  unknownId: (place: At, written: string): IntakeFinding =>
    blocking(
      place,
      'id',
      local(`编号“${short(written)}”不合格式。`, `The id "${short(written)}" is not well formed.`),
      local(
        '用字母、数字和 . _ : -，不超过 80 字；新登记可留空。',
        'Use letters, digits and . _ : -, 80 at most; leave it empty for a new brain.',
      ),
    ),
  repeated: (place: At, name: string, first: string): IntakeFinding =>
    blocking(
      place,
      'repeated',
      local(
        `“${short(name)}”同一批次已在 ${first} 出现。`,
        `"${short(name)}" of the same batch stands at ${first} already.`,
      ),
      local('只留一行；两个产业大脑请分别写编号。', 'Keep one row, or give each its own id.'),
    ),
  ambiguous: (place: At, name: string): IntakeFinding =>
    blocking(
      place,
      'ambiguous',
      local(
        `名录里有几个“${short(name)}”。`,
        `The registry holds several brains named "${short(name)}".`,
      ),
      local('在“编号”列写明是哪一个。', 'Say which one in a column "ID".'),
    ),
  sameName: (place: At, name: string, id: string): IntakeFinding =>
    asking(
      place,
      'sameName',
      local(
        `另一批次已有“${short(name)}”（${id}），本行将新登记。`,
        `Another batch holds "${short(name)}" (${id}); this row makes a new entry.`,
      ),
      local('若是同一个，请在“编号”列写其编号。', 'If it is the same one, give its id.'),
    ),
  oneIndustry: (place: At, industry: string, other: string): IntakeFinding =>
    asking(
      place,
      'oneIndustry',
      local(
        `细分行业“${short(industry)}”已有“${short(other)}”：一行业一大脑。`,
        `"${short(other)}" is of the sub-industry "${short(industry)}" already: one industry, one brain.`,
      ),
      local(
        '核对细分行业；确为两个时可照此导入。',
        'Check it; it may be imported if both are right.',
      ),
    ),
  derived: (place: At, what: string): IntakeFinding =>
    asking(
      place,
      'derived',
      local(
        `由同行的另一列推得“${short(what)}”。`,
        `"${short(what)}" is taken from the other column.`,
      ),
      local('请确认，或补填该列。', 'Confirm it, or fill in the column.'),
    ),
  scope: (place: At): IntakeFinding =>
    blocking(
      place,
      'scope',
      local('不在授权范围内。', 'This is outside your grant.'),
      local('只能登记授权范围内的产业大脑。', 'Register brains within your grant only.'),
    ),
  rule: (place: At, rule: string, written: string, remedy: LocalText): IntakeFinding =>
    blocking(
      place,
      rule,
      local(
        written === '' ? '本行不符合登记规则。' : `“${short(written)}”不符合登记规则。`,
        written === '' ? 'The row breaks a rule.' : `"${short(written)}" breaks a rule.`,
      ),
      remedy,
    ),
} as const
