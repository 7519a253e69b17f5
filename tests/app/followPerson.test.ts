import { describe, expect, it, vi } from 'vitest'

import { followPerson } from '../../src/app/followPerson.ts'
import { memoryStorage } from '../stores/memoryStorage.ts'

/** A window with a storage that says who is signed in. */
function opened(person: string, isTyped = false) {
  const storage = memoryStorage()
  storage.setItem('signed-in', person)
  const reload = vi.fn()
  const page = Object.assign(new EventTarget(), { location: { reload } })
  followPerson(page, storage, () => isTyped)
  const say = (type: string, rest: object) =>
    page.dispatchEvent(Object.assign(new Event(type), rest))
  return { storage, reload, say }
}

describe('a page that another page of the browser signs out of', () => {
  it('begins anew', () => {
    const { reload, say } = opened('li')
    say('storage', { key: 'saved-views@li', newValue: null })
    say('storage', { key: 'signed-in', newValue: 'li' })
    expect(reload).not.toHaveBeenCalled()
    say('storage', { key: 'signed-in', newValue: '' })
    expect(reload).toHaveBeenCalledTimes(1)
  })

  it('keeps what is typed in it until another person comes', () => {
    const { reload, say } = opened('li', true)
    say('storage', { key: 'signed-in', newValue: '' })
    say('storage', { key: 'signed-in', newValue: 'li' })
    expect(reload).not.toHaveBeenCalled()
    say('storage', { key: 'signed-in', newValue: 'wang' })
    expect(reload).toHaveBeenCalledTimes(1)
  })

  it('begins anew where it is brought back after its person has left', () => {
    const { storage, reload, say } = opened('li')
    say('pageshow', { persisted: true })
    storage.setItem('signed-in', 'wang')
    say('pageshow', { persisted: false })
    expect(reload).not.toHaveBeenCalled()
    say('pageshow', { persisted: true })
    expect(reload).toHaveBeenCalledTimes(1)
  })
})
