import type { GradeBand, ScoreCard, ScoreNode } from '../../../src/domain/assessment/scoreCard.ts'
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
  column('card', '评分卡编号', 'Card id', 16),
  column('cardName', '评分卡名称', 'Card', 26),
  column('cardNameEn', '评分卡名称（英文）', 'Card (English)', 26),
  column('year', '起用年度', 'From year', 10),
  column('demonstration', '演示权重', 'Demonstration weights', 10),
  column('leastCoverage', '最低覆盖', 'Least coverage', 10),
  column('parent', '上级编号', 'Parent id', 16),
  column('id', '编号', 'Id', 16),
  column('kind', '类型', 'Kind', 10),
  column('name', '名称', 'Name', 24),
  column('nameEn', '名称（英文）', 'Name (English)', 24),
  column('weight', '权重', 'Weight', 8),
  column('indicator', '指标', 'Indicator', 26),
  column('measure', '口径', 'Measure', 12),
  column('zero', '0 分', '0 points', 10),
  column('full', '100 分', '100 points', 10),
  column('asks', '评分要求', 'What 100 asks for', 34),
  column('asksEn', '评分要求（英文）', 'What 100 asks for (English)', 34),
  column('grade', '等次', 'Grade', 10),
  column('from', '等次起点', 'Grade from', 10),
  column('passes', '合格', 'Passes', 8),
  column('sources', '来源', 'Sources', 14),
]

/** A line for each node of a card, and one of kind `band` for each grade. */
export const scoreCardTable: RuleTable<ScoreCard> = {
  sheet: { zh: '评分卡', en: 'Score cards' },
  columns: COLUMNS,
  lines: (cards) => cards.flatMap(linesOf),
  entries: (lines) => [...grouped(lines, 'card').values()].map(cardOf),
}

function linesOf(card: ScoreCard): RuleLine[] {
  const head = {
    ...{ card: card.id, cardName: card.name.zh, cardNameEn: card.name.en, year: String(card.year) },
    demonstration: yes(card.demonstration),
    ...{ leastCoverage: String(card.leastCoverage), sources: listed(card.sources) },
  }
  const rows = [...nodeLines(card.children, ''), ...card.bands.map(bandLine)]
  return rows.map((row) => ({ ...head, ...row }))
}

const bandLine = ({ grade, from, passes }: GradeBand): RuleLine => ({
  ...{ kind: 'band', grade, from: String(from), passes: yes(passes) },
})

function nodeLines(nodes: readonly ScoreNode[], parent: string): RuleLine[] {
  return nodes.flatMap((node) => {
    const { id, kind, name, weight } = node
    const base = { parent, id, kind, name: name.zh, nameEn: name.en, weight: String(weight) }
    switch (node.kind) {
      case 'group':
        return [base, ...nodeLines(node.children, id)]
      case 'judged':
        return [{ ...base, asks: node.asks.zh, asksEn: node.asks.en }]
      case 'item': {
        const { indicator, measure, zero, full } = node
        return [{ ...base, indicator, measure, zero: String(zero), full: String(full) }]
      }
    }
  })
}

function cardOf(lines: readonly ReadLine[]): ReadEntry {
  const first = (key: string): string | undefined => firstIn(lines, key)
  const places = new Map<string, CellPlace>()
  for (const [pointer, key] of HEAD) {
    const place = lines[0]?.place(key)
    if (place) places.set(pointer, place)
  }
  const isBand = ({ cells }: ReadLine): boolean => cells['kind'] === 'band'
  const nodes = lines.filter((line) => !isBand(line))
  const bands = lines.filter(isBand)
  bands.forEach((line, i) => {
    places.set(`/bands/${i}`, line.place('grade'))
    places.set(`/bands/${i}/from`, line.place('from'))
  })
  return {
    places,
    value: {
      id: first('card') ?? '',
      name: textIn(first('cardName'), first('cardNameEn')),
      year: numberIn(first('year')),
      demonstration: yesIn(first('demonstration')),
      children: childrenOf(nodes, '', '/children', places),
      bands: bands.map(({ cells }) => ({
        ...{ grade: cells['grade'], from: numberIn(cells['from']), passes: yesIn(cells['passes']) },
      })),
      leastCoverage: numberIn(first('leastCoverage')),
      sources: listIn(first('sources')),
    },
  }
}

const HEAD = [
  ['', 'card'],
  ['/id', 'card'],
  ['/name', 'cardName'],
  ['/year', 'year'],
  ['/leastCoverage', 'leastCoverage'],
] as const

/** A card that names itself as its own parent would never end. */
const DEEPEST = 4

function childrenOf(
  lines: readonly ReadLine[],
  parent: string,
  pointer: string,
  places: Map<string, CellPlace>,
  depth = 0,
): object[] {
  if (depth > DEEPEST) return []
  const own = lines.filter(({ cells }) => (cells['parent'] ?? '') === parent)
  return own.map((line, i) => {
    const at = `${pointer}/${i}`
    places.set(at, line.place('id'))
    for (const key of ['id', 'kind', 'name', 'weight', 'indicator', 'measure', 'zero', 'full'])
      places.set(`${at}/${key}`, line.place(key))
    const { cells } = line
    const children = (): object[] =>
      childrenOf(lines, cells['id'] ?? '', `${at}/children`, places, depth + 1)
    return nodeOf(cells, children)
  })
}

function nodeOf(cells: RuleLine, children: () => object[]): object {
  const base = {
    ...{ kind: cells['kind'] ?? '', id: cells['id'] ?? '' },
    name: textIn(cells['name'], cells['nameEn']),
    weight: numberIn(cells['weight']),
  }
  switch (cells['kind']) {
    case 'group':
      return { ...base, children: children() }
    case 'judged':
      return { ...base, asks: textIn(cells['asks'], cells['asksEn']) }
    default:
      return {
        ...{ ...base, indicator: cells['indicator'] ?? '', measure: cells['measure'] ?? '' },
        ...{ zero: numberIn(cells['zero']), full: numberIn(cells['full']) },
      }
  }
}
