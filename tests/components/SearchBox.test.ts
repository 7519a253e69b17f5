import { enableAutoUnmount } from '@vue/test-utils'
import { afterEach, describe, expect, it } from 'vitest'

import SearchBox from '../../src/components/SearchBox.vue'
import { makeSearchIndex, type SearchEntry } from '../../src/domain/searchIndex.ts'
import { mounted } from './mounted.ts'

enableAutoUnmount(afterEach)

const entry = (id: string, name: string, syllables: readonly string[] = []): SearchEntry => ({
  kind: 'brain',
  id,
  name,
  hint: '济南市',
  names: [],
  syllables: [syllables],
})
const index = makeSearchIndex([
  entry('a', '轮胎', ['lun', 'tai']),
  entry('b', '轮胎制造', ['lun', 'tai', 'zhi', 'zao']),
  entry('c', '陶瓷', ['tao', 'ci']),
])
const opened = (idle: readonly SearchEntry[] = []) => mounted(SearchBox, { index, idle })
type Box = ReturnType<typeof opened>

const input = (box: Box) => box.get('[role="combobox"]')
const type = async (box: Box, text: string): Promise<void> => {
  await input(box).trigger('focus')
  await input(box).setValue(text)
}
const press = (box: Box, key: string) => input(box).trigger('keydown', { key })
const names = (box: Box) => box.findAll('[role="option"] .name').map((option) => option.text())
const chosen = (box: Box) =>
  (box.emitted('choose') ?? []).map(([found]) => (found as SearchEntry).id)
const active = (box: Box) => box.find('[aria-selected="true"] .name')

describe('the search box', () => {
  it('asks for its index on the first focus', async () => {
    const box = opened()
    expect(box.emitted('begin')).toBeUndefined()
    await input(box).trigger('focus')
    expect(box.emitted('begin')).toHaveLength(1)
  })

  it('lists what it finds by pinyin, with kind and place', async () => {
    const box = opened()
    await type(box, 'lt')
    expect(names(box)).toEqual(['轮胎', '轮胎制造'])
    expect(box.get('[role="option"]').text()).toContain('大脑')
    expect(input(box).attributes('aria-expanded')).toBe('true')
    expect(box.get('[role="status"]').text()).toBe('2 个结果')
  })

  it('walks through the results and round, and opens the active one', async () => {
    const box = opened()
    await type(box, 'lt')
    expect(active(box).text()).toBe('轮胎')
    await press(box, 'ArrowDown')
    expect(active(box).text()).toBe('轮胎制造')
    const id = input(box).attributes('aria-activedescendant')
    expect(box.get(`[id="${id}"]`).text()).toContain('轮胎制造')
    await press(box, 'ArrowDown')
    await press(box, 'ArrowUp')
    await press(box, 'Enter')
    expect(chosen(box)).toEqual(['b'])
    expect(input(box).attributes('aria-expanded')).toBe('false')
  })

  it('closes on Escape, keeps the text, and empties it on the next', async () => {
    const box = opened()
    await type(box, 'lt')
    await press(box, 'Escape')
    expect(input(box).attributes('aria-expanded')).toBe('false')
    expect((input(box).element as HTMLInputElement).value).toBe('lt')
    await press(box, 'Escape')
    expect((input(box).element as HTMLInputElement).value).toBe('')
  })

  it('opens nothing while an input method is composing', async () => {
    const box = opened()
    await type(box, 'lt')
    await input(box).trigger('keydown', { key: 'Enter', isComposing: true })
    expect(chosen(box)).toEqual([])
  })

  it('says when it finds nothing', async () => {
    const box = opened()
    await type(box, '没有')
    expect(box.text()).toContain('没有找到“没有”')
  })

  it('offers what was opened before, and opens it only when it was walked to', async () => {
    const box = opened([entry('before', '上次')])
    await input(box).trigger('focus')
    expect(names(box)).toEqual(['上次'])
    await press(box, 'Enter')
    expect(chosen(box)).toEqual([])
    await press(box, 'ArrowDown')
    await press(box, 'Enter')
    expect(chosen(box)).toEqual(['before'])
  })

  it('takes the focus on / from the page, not from another field', async () => {
    const box = opened()
    const field = document.createElement('textarea')
    document.body.append(field)
    const slash = () => new KeyboardEvent('keydown', { key: '/', bubbles: true, cancelable: true })
    field.focus()
    field.dispatchEvent(slash())
    expect(document.activeElement).toBe(field)
    field.remove()
    document.body.dispatchEvent(slash())
    expect(document.activeElement).toBe(input(box).element)
  })
})
