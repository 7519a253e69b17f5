import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import {
  RESULT_LIMIT,
  findEntries,
  foldText,
  makeSearchIndex,
  type EntryKind,
  type SearchEntry,
} from '../../src/domain/searchIndex.ts'

const entry = (
  kind: EntryKind,
  id: string,
  name: string,
  syllables: string = '',
  names: readonly string[] = [],
): SearchEntry => ({
  kind,
  id,
  name,
  hint: '',
  names,
  syllables: syllables ? [syllables.split(' ')] : [],
})

const ENTRIES = [
  entry('brain', 'sim-001', '示例·济南轴承', 'shi li · ji nan zhou cheng'),
  entry('brain', 'sim-010', '示例·轮胎制造', 'shi li · lun tai zhi zao'),
  entry('indicator', 'cluster.revenue', '集群营业收入', 'ji qun ying ye shou ru', [
    'Cluster revenue',
  ]),
  entry('indicator', 'cluster.profit', '集群利润', 'ji qun li run'),
  entry('region', '370100', '济南市', 'ji nan shi', ['济南', 'Jinan']),
  entry('region', '370900', '泰安市', 'tai an shi', ["Tai'an"]),
  entry('page', 'platforms', '四大平台', 'si da ping tai'),
]
const INDEX = makeSearchIndex(ENTRIES)
const found = (text: string) => findEntries(INDEX, text).map(({ entry: { id } }) => id)

describe('the search', () => {
  it('finds by name, English name, id and adcode', () => {
    expect(found('轮胎')).toEqual(['sim-010'])
    expect(found('cluster REVENUE')).toEqual(['cluster.revenue'])
    expect(found('sim-010')).toEqual(['sim-010'])
    expect(found('370900')).toEqual(['370900'])
  })

  it('finds by initials and by full pinyin', () => {
    expect(found('jqyysr')).toEqual(['cluster.revenue'])
    expect(found('jiqunli')).toEqual(['cluster.profit'])
    expect(found('sdpt')).toEqual(['platforms'])
  })

  it('puts exact before prefix before initials before substring', () => {
    expect(found('jinan')).toEqual(['370100', 'sim-001'])
    const matches = (text: string) => findEntries(INDEX, text).map(({ match }) => match)
    expect(matches('济南')).toEqual(['exact', 'substring'])
    expect(matches('jq')).toEqual(['initials', 'initials'])
    expect(matches('集群')).toEqual(['prefix', 'prefix'])
  })

  it('prefers the shorter name among equals', () => {
    expect(found('集群')).toEqual(['cluster.profit', 'cluster.revenue'])
  })

  it('meets pinyin at the start of a syllable only', () => {
    expect(found('zhouch')).toEqual(['sim-001'])
    expect(found('houch')).toEqual([])
  })

  it('does not mind case, width, spaces and marks', () => {
    expect(found('ＴＡＩ ＡＮ')).toEqual(['370900'])
    expect(found("tai'an")).toEqual(['370900'])
  })

  it('finds nothing for an empty text or one that is all marks', () => {
    expect(found('')).toEqual([])
    expect(found(' ·· ')).toEqual([])
  })

  it('gives no more than twelve results', () => {
    const many = makeSearchIndex(
      Array.from({ length: 40 }, (_, i) => entry('brain', `sim-${i}`, `示例 ${i}`)),
    )
    expect(findEntries(many, '示例')).toHaveLength(RESULT_LIMIT)
    expect(RESULT_LIMIT).toBe(12)
  })

  it('always finds an entry first or beside its equals by its own whole name', () => {
    fc.assert(
      fc.property(fc.constantFrom(...ENTRIES), ({ id, name }) => {
        expect(findEntries(INDEX, name).find(({ entry: hit }) => hit.id === id)?.match).toBe(
          'exact',
        )
      }),
    )
  })

  it('brings together what a capital or a gap kept apart', () => {
    for (const text of ['ἀͺ', 'a-\u0301', '가\u3000ᆨ'])
      expect(foldText(foldText(text))).toBe(foldText(text))
  })

  it('takes any text without failing, and folding twice changes nothing', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(findEntries(INDEX, text).length).toBeLessThanOrEqual(RESULT_LIMIT)
        expect(foldText(foldText(text))).toBe(foldText(text))
      }),
    )
  })
})
