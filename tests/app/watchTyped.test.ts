import { afterEach, expect, it } from 'vitest'

import { watchTyped } from '../../src/app/watchTyped.ts'

afterEach(() => document.body.replaceChildren())

function field(html: string): HTMLInputElement {
  document.body.insertAdjacentHTML('beforeend', html)
  return document.body.lastElementChild as HTMLInputElement
}

function type(into: HTMLInputElement, value: string): void {
  into.value = value
  into.dispatchEvent(new Event('input', { bubbles: true }))
}

it.each(['<textarea></textarea>', '<input>', '<input type="number">'])(
  'words in %s stand on the page until they are removed',
  (html) => {
    const isTyped = watchTyped(document)
    const into = field(html)
    expect(isTyped()).toBe(false)
    type(into, '12')
    expect(isTyped()).toBe(true)
    type(into, '')
    expect(isTyped()).toBe(false)
    type(into, '13')
    into.remove()
    expect(isTyped()).toBe(false)
  },
)

const NOT_KEPT = [
  '<input type="search">',
  '<input type="password">',
  '<input type="text" role="combobox">',
  '<input list="brains">',
]
it.each(NOT_KEPT)('%s is nothing to keep', (html) => {
  const isTyped = watchTyped(document)
  type(field(html), '化工')
  expect(isTyped()).toBe(false)
})

it('what a page came with was not typed', () => {
  const isTyped = watchTyped(document)
  field('<input value="given">')
  expect(isTyped()).toBe(false)
})
