import { readdirSync } from 'node:fs'

import { describe, expect, it } from 'vitest'

import { judge, QUALITY_RULES } from '../../../src/domain/quality/judge.ts'
import {
  COUNTED_ONCE,
  GROWTH_RELATIONS,
  PART_RELATIONS,
  RACK_RELATIONS,
  RATIO_RELATIONS,
  SINCE_START,
  TRIAD,
} from '../../../src/domain/quality/relations.ts'
import { asInput, INDICATORS } from './asInput.ts'

const FOLDER = new URL('../../../src/domain/quality/rules/', import.meta.url)
const ids = QUALITY_RULES.map(({ id }) => id)

describe.each(QUALITY_RULES.map((rule) => [rule.id, rule] as const))('the rule %s', (id, rule) => {
  it('passes the example that it calls right', () => {
    expect(judge(asInput(rule.examples.passes))).toEqual([])
  })

  it('finds fault with the example that it calls wrong, and no other rule does', () => {
    const findings = judge(asInput(rule.examples.fails))
    expect(findings.map((found) => [found.rule, found.severity])).toEqual([[id, rule.severity]])
  })

  it('names figure, remedy and reason in both languages', () => {
    const [found] = judge(asInput(rule.examples.fails))
    const texts = [rule.name, rule.rationale, rule.source, found?.text, found?.remedy]
    for (const text of texts) {
      expect(text?.zh).toMatch(/\p{Script=Han}/u)
      expect(text?.en).toMatch(/[a-z]/)
      expect(`${text?.zh}${text?.en}`).not.toMatch(/undefined|NaN|Infinity|null/)
    }
    expect(found?.text.en).not.toMatch(/\p{Script=Han}/u)
  })

  it('applies to an indicator that brains report', () => {
    expect([...INDICATORS.values()].some(rule.appliesTo)).toBe(true)
  })

  it('yields to rules that exist, never a block to a warning', () => {
    for (const other of rule.yieldsTo ?? []) {
      const stronger = QUALITY_RULES.find((entry) => entry.id === other)
      expect(ids).toContain(other)
      if (rule.severity === 'block') expect(stronger?.severity).toBe('block')
    }
  })
})

describe('the list of rules', () => {
  it('holds every file of the folder once', () => {
    const files = readdirSync(FOLDER).filter((name) => name !== 'index.ts')
    expect([...ids].sort()).toEqual(files.map((name) => name.replace('.ts', '')).sort())
  })

  it('speaks of indicators of the dictionary only', () => {
    const named = [
      ...[...PART_RELATIONS, ...RACK_RELATIONS].flatMap(({ whole, parts }) => [whole, ...parts]),
      ...RATIO_RELATIONS.flatMap(({ rate, top, bottom }) => [rate, top, bottom]),
      ...GROWTH_RELATIONS.flatMap(({ growth, flow }) => [growth, flow]),
      ...[...COUNTED_ONCE, ...SINCE_START, ...Object.values(TRIAD)],
    ]
    expect(named.filter((id) => !INDICATORS.has(id))).toEqual([])
  })
})
