import { describe, expect, it, vi, type Mock } from 'vitest'
import { effectScope } from 'vue'

import { useWallKeys } from '../../../src/views/wall/useWallKeys.ts'

const ACTIONS = [
  ...(['next', 'previous', 'toggle', 'map', 'full', 'help', 'language', 'close'] as const),
  ...(['drill', 'back', 'table'] as const),
] as const

function listening() {
  const scope = effectScope()
  const actions = Object.fromEntries(
    ACTIONS.map((name) => [name, vi.fn<(by?: number) => void>()]),
  ) as Record<(typeof ACTIONS)[number], Mock<(by?: number) => void>>
  scope.run(() => useWallKeys(actions))
  const press = (key: string, more: KeyboardEventInit = {}): KeyboardEvent => {
    const event = new KeyboardEvent('keydown', { key, cancelable: true, bubbles: true, ...more })
    window.dispatchEvent(event)
    return event
  }
  const called = () => ACTIONS.filter((name) => actions[name].mock.calls.length > 0)
  return { scope, actions, press, called }
}

describe('the keys of the wall', () => {
  it.each([
    ['ArrowRight', 'next'],
    ['ArrowLeft', 'previous'],
    [' ', 'toggle'],
    ['f', 'full'],
    ['F', 'full'],
    ['?', 'help'],
    ['l', 'language'],
    ['Escape', 'close'],
    ['d', 'drill'],
    ['Backspace', 'back'],
    ['t', 'table'],
  ])('%s calls %s and nothing else', (key, action) => {
    const { scope, press, called } = listening()
    expect(press(key).defaultPrevented).toBe(true)
    expect(called()).toEqual([action])
    scope.stop()
  })

  it('walk the indicators of the map up and down', () => {
    const { scope, press, actions } = listening()
    press('ArrowDown')
    press('ArrowUp')
    expect(actions.map.mock.calls).toEqual([[1], [-1]])
    scope.stop()
  })

  it('leave Enter, Tab and the browser’s own combinations alone', () => {
    const { scope, press, called } = listening()
    for (const key of ['Enter', 'Tab', 'x']) expect(press(key).defaultPrevented).toBe(false)
    for (const held of ['ctrlKey', 'metaKey', 'altKey'])
      expect(press('f', { [held]: true }).defaultPrevented).toBe(false)
    expect(called()).toEqual([])
    scope.stop()
  })

  it('leave a button its own keys', () => {
    const { scope, called } = listening()
    const button = document.body.appendChild(document.createElement('button'))
    const event = new KeyboardEvent('keydown', { key: ' ', cancelable: true, bubbles: true })
    button.dispatchEvent(event)
    expect(event.defaultPrevented).toBe(false)
    expect(called()).toEqual([])
    button.remove()
    scope.stop()
  })

  it('are deaf once the wall is gone', () => {
    const { scope, press, called } = listening()
    scope.stop()
    press('f')
    expect(called()).toEqual([])
  })
})
