import type {
  Clause,
  Need,
  RuleSet,
  StatementNeed,
} from '../../../src/domain/eligibility/ruleSet.ts'
import type { CellPlace } from '../../intake/intakeCell.ts'
import {
  column,
  firstIn,
  grouped,
  listed,
  listIn,
  numberIn,
  textIn,
  yes,
  yesIn,
  type ReadEntry,
  type ReadLine,
  type RuleLine,
  type RuleTable,
} from './ruleFile.ts'

const COLUMNS = [
  column('batch', '批次年度', 'Batch', 10),
  column('setName', '规则集名称', 'Rule set', 26),
  column('setNameEn', '规则集名称（英文）', 'Rule set (English)', 26),
  column('clause', '条款编号', 'Clause id', 14),
  column('clauseName', '条款名称', 'Clause', 20),
  column('clauseNameEn', '条款名称（英文）', 'Clause (English)', 20),
  column('text', '条款内容', 'Text', 44),
  column('textEn', '条款内容（英文）', 'Text (English)', 44),
  column('waivable', '可豁免', 'May be waived', 10),
  column('joins', '组合', 'Joined', 22),
  column('need', '要求编号', 'Need id', 16),
  column('kind', '要求类型', 'Kind of need', 12),
  column('indicators', '指标', 'Indicators', 30),
  column('basis', '取数', 'Basis', 10),
  column('least', '下限', 'At least', 10),
  column('soft', '原则上', 'In principle', 10),
  column('floor', '放宽至', 'Relaxed to', 10),
  column('what', '说明事项', 'What is stated', 34),
  column('whatEn', '说明事项（英文）', 'What is stated (English)', 34),
  column('sources', '条款来源', 'Sources of the clause', 14),
  column('rest', '未公开部分', 'Not public', 34),
  column('restEn', '未公开部分（英文）', 'Not public (English)', 34),
  column('setSources', '通知来源', 'Sources of the notice', 14),
]

/** A line for each need that is no group; groups stand in «组合»: any:data/all:centre. */
export const ruleSetTable: RuleTable<RuleSet> = {
  sheet: { zh: '规则集', en: 'Rule sets' },
  columns: COLUMNS,
  lines: (sets) => sets.flatMap(linesOf),
  entries: (lines) => [...grouped(lines, 'batch').values()].map(setOf),
}

function linesOf(set: RuleSet): RuleLine[] {
  const head = {
    ...{ batch: String(set.batch), setName: set.name.zh, setNameEn: set.name.en },
    ...{ rest: set.rest.zh, restEn: set.rest.en, setSources: listed(set.sources) },
  }
  return set.clauses.flatMap(({ id, name, text, need, waivable, sources }) =>
    needLines(need, []).map((line) => ({
      ...{ ...head, clause: id, clauseName: name.zh, clauseNameEn: name.en },
      ...{ text: text.zh, textEn: text.en, waivable: yes(waivable), sources: listed(sources) },
      ...line,
    })),
  )
}

function needLines(need: Need, joins: readonly string[]): RuleLine[] {
  const { id, kind } = need
  const base = { need: id, kind, joins: joins.join('/') }
  switch (need.kind) {
    case 'all':
    case 'any':
      return need.of.flatMap((one) => needLines(one, [...joins, `${kind}:${id}`]))
    case 'reading': {
      const { indicator, basis, least, soft, floor } = need
      const numbers = { least: numberText(least), floor: numberText(floor) }
      return [{ ...base, indicators: indicator, basis, ...numbers, soft: yes(soft) }]
    }
    case 'count':
      return [{ ...base, indicators: listed(need.indicators), least: String(need.least) }]
    case 'statement':
      return [{ ...base, ...inPrinciple(need), what: need.what.zh, whatEn: need.what.en }]
  }
}

/** 原则上 of a statement: empty where the rule set does not say. */
const inPrinciple = ({ soft }: StatementNeed): RuleLine =>
  soft === undefined ? {} : { soft: yes(soft) }

const numberText = (value: number | null): string => (value === null ? '' : String(value))

function setOf(lines: readonly ReadLine[]): ReadEntry {
  const places = new Map<string, CellPlace>([['', lines[0]?.place() ?? NOWHERE]])
  const first = (key: string): string | undefined => firstIn(lines, key)
  places.set('/batch', lines[0]?.place('batch') ?? NOWHERE)
  const clauses = [...grouped(lines, 'clause').values()].map((own, i) =>
    clauseOf(own, `/clauses/${i}`, places),
  )
  return {
    places,
    value: {
      batch: numberIn(first('batch')),
      name: textIn(first('setName'), first('setNameEn')),
      clauses,
      rest: textIn(first('rest'), first('restEn')),
      sources: listIn(first('setSources')),
    },
  }
}

const NOWHERE: CellPlace = { sheet: null, cell: null, pointer: null }

/** A need that is being put together; `of` only in groups. */
type Draft = { [key: string]: unknown; of?: Draft[] }

function clauseOf(
  lines: readonly ReadLine[],
  pointer: string,
  places: Map<string, CellPlace>,
): Partial<Clause> | object {
  const first = (key: string): string | undefined => firstIn(lines, key)
  places.set(pointer, lines[0]?.place('clause') ?? NOWHERE)
  const root: Draft = { of: [] }
  for (const line of lines) addNeed(root, line, `${pointer}/need`, places)
  return {
    id: first('clause') ?? '',
    name: textIn(first('clauseName'), first('clauseNameEn')),
    text: textIn(first('text'), first('textEn')),
    need: root.of?.length === 1 ? root.of[0] : { kind: 'all', id: first('clause'), of: root.of },
    waivable: yesIn(first('waivable')),
    sources: listIn(first('sources')),
  }
}

/** Puts a need into the groups that its line names. */
function addNeed(root: Draft, line: ReadLine, base: string, places: Map<string, CellPlace>): void {
  let group = root
  let pointer = base
  const joins = (line.cells['joins'] ?? '').split('/').filter((part) => part !== '')
  for (const [depth, part] of joins.entries()) {
    const [kind, id] = joinOf(part)
    const known = group.of?.find((one) => one['id'] === id && one['kind'] === kind)
    const next = known ?? { kind, id, of: [] }
    if (!known) group.of?.push(next)
    const at = group.of?.indexOf(next) ?? 0
    pointer = depth === 0 && at === 0 ? base : `${pointer}/of/${at}`
    group = next
  }
  const at = group.of?.length ?? 0
  group.of?.push(needOf(line))
  const own = joins.length === 0 && at === 0 ? base : `${pointer}/of/${at}`
  for (const [field, key] of FIELD_COLUMNS) places.set(`${own}/${field}`, line.place(key))
  if (!places.has(own)) places.set(own, line.place('need'))
}

/** Kind and id of a group: any:data. */
function joinOf(part: string): readonly [kind: string, id: string] {
  const colon = part.indexOf(':')
  return colon < 0 ? [part, ''] : [part.slice(0, colon), part.slice(colon + 1)]
}

/** Parts of a need and the columns in which they stand. */
const FIELD_COLUMNS = [
  ['id', 'need'],
  ['kind', 'kind'],
  ['indicator', 'indicators'],
  ['indicators', 'indicators'],
  ['basis', 'basis'],
  ['least', 'least'],
  ['floor', 'floor'],
  ['what', 'what'],
] as const

function needOf({ cells }: ReadLine): Draft {
  const [id, kind] = [cells['need'] ?? '', cells['kind'] ?? '']
  const indicators = listIn(cells['indicators'])
  const least = numberIn(cells['least'])
  switch (kind) {
    case 'reading':
      return {
        ...{ kind, id, indicator: indicators[0] ?? '', basis: cells['basis'], least },
        ...{ soft: yesIn(cells['soft']), floor: numberIn(cells['floor']) },
      }
    case 'count':
      return { kind, id, indicators, least }
    default:
      return {
        ...{ kind, id, what: textIn(cells['what'], cells['whatEn']) },
        ...(cells['soft'] && { soft: yesIn(cells['soft']) }),
      }
  }
}
