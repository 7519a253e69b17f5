import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { effectScope, nextTick, shallowRef } from 'vue'

import { useTypedText } from '../../../src/components/briefing/useTypedText.ts'
import { BRIEFING_LIMITS } from '../../../src/export/briefing.ts'
import { leaveNow } from '../../../src/stores/beforeLeaving.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

/** A field over a kept text, which takes words without blanks at their ends. */
function openField(first = '旧') {
  const kept = shallowRef(first)
  const taken: string[] = []
  const scope = effectScope()
  const field = scope.run(() =>
    useTypedText(
      () => kept.value,
      (text) => {
        taken.push(text)
        kept.value = text.trim()
      },
    ),
  )!
  const type = (value: string): void => {
    const target = document.createElement('textarea')
    target.value = value
    field.onInput({ target } as unknown as Event)
  }
  return { kept, taken, field, type, end: () => scope.stop() }
}

describe('words in a field', () => {
  it('are kept once after a rest, and the field is left as it was typed', async () => {
    const { taken, field, type } = openField()
    field.onFocus()
    for (const text of ['新', '新 ', '新 题 ']) type(text)
    expect(taken).toEqual([])
    vi.runAllTimers()
    await nextTick()
    expect([taken, field.text.value]).toEqual([['新 题 '], '新 题 '])
    field.onBlur()
    expect([taken, field.text.value]).toEqual([['新 题 '], '新 题'])
  })

  it('are kept when the page ends and when the field goes away', () => {
    const { taken, type, end } = openField()
    type('甲')
    leaveNow()
    expect(taken).toEqual(['甲'])
    type('乙')
    end()
    vi.runAllTimers()
    expect(taken).toEqual(['甲', '乙'])
  })

  it('do not undo what another page wrote in the meantime', async () => {
    const { kept, taken, field } = openField()
    field.onFocus()
    kept.value = '别人的'
    await nextTick()
    expect(field.text.value).toBe('旧')
    field.onBlur()
    expect([taken, field.text.value]).toEqual([[], '别人的'])
  })

  it('are cut between whole characters, with a count of what is not kept', () => {
    const { taken, field, type } = openField()
    type(`${'字'.repeat(BRIEFING_LIMITS.characters - 1)}👩‍🔬`)
    field.onBlur()
    expect(taken[0]).toHaveLength(BRIEFING_LIMITS.characters - 1)
    expect([field.excess.value > 0, field.text.value.endsWith('👩‍🔬')]).toEqual([true, true])
  })
})
