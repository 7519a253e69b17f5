import { describe, expect, it } from 'vitest'

import type { DocumentShelf, ShelvedDocument } from '../../src/data/documentShelf.ts'
import { journaledShelf, type JournalStorage } from '../../src/data/journaledShelf.ts'
import { MemoryShelf } from '../components/briefing/openBriefings.ts'

const turns = async (): Promise<void> => {
  for (let turn = 0; turn < 6; turn += 1) await new Promise((resolve) => setTimeout(resolve))
}

/** A browser with a shelf and a storage, and the pages in it. */
class FakeBrowser {
  readonly shelf = new MemoryShelf()
  readonly #kept = new Map<string, string>()
  readonly #pages: EventTarget[] = []
  #ids = 0
  /** While set, the storage takes nothing. */
  full = false
  readonly storage: JournalStorage = {
    length: 0,
    key: (at) => [...this.#kept.keys()][at] ?? null,
    getItem: (key) => this.#kept.get(key) ?? null,
    setItem: (key, text) => {
      if (this.full) throw new Error('quota')
      this.#kept.set(key, text)
      for (const page of this.#pages)
        page.dispatchEvent(Object.assign(new Event('storage'), { key, newValue: text }))
    },
    removeItem: (key) => void this.#kept.delete(key),
  }
  constructor() {
    Object.defineProperty(this.storage, 'length', { get: () => this.#kept.size })
  }

  /** What waits in the storage. */
  get left(): string[] {
    return [...this.#kept.values()]
  }
  set left(texts: readonly string[]) {
    texts.forEach((text, at) => this.#kept.set(`unsaved:${at}`, text))
  }

  open() {
    const page = new EventTarget()
    const port = this.shelf.page()
    let isThere = true
    // What a page that has ended still waits for is neither written nor ever answered.
    const change: DocumentShelf['change'] = async (id, next) => {
      await this.shelf.gate
      const changed = isThere ? await port.change(id, next) : null
      return isThere ? changed : new Promise(() => undefined)
    }
    const freshId = (): string => `p${(this.#ids += 1)}`
    const shelf = journaledShelf(
      { ...port, change },
      { page, storage: this.storage, name: 'unsaved', freshId },
    )
    this.#pages.push(page)
    const end = (): void => {
      this.#pages.splice(this.#pages.indexOf(page), 1)
      page.dispatchEvent(new Event('pagehide'))
      isThere = false
    }
    /** Adds a letter to the words of a document. */
    const add = (letter: string, id = 'a'): Promise<unknown> =>
      shelf.change(id, (now) => withLetter(now, letter, id))
    return { shelf, end, add }
  }

  words(id = 'a'): string | null {
    const { content } = this.shelf.documents.get(id) ?? {}
    return content ? (content as { words: string }).words : null
  }

  /** Holds back whatever is written from now on, until the returned function is called. */
  hold(): () => void {
    let pass = (): void => undefined
    this.shelf.gate = new Promise<void>((resolve) => (pass = resolve))
    return pass
  }
}

let revisions = 0
function withLetter(now: ShelvedDocument | null, letter: string, id: string): ShelvedDocument {
  const { words = '' } = (now?.content ?? {}) as { words?: string }
  const head = { id, space: 'demo', title: '', count: 0, savedAt: '', openedAt: '' }
  return {
    head: { ...head, revision: `r${(revisions += 1)}` },
    content: { id, words: words + letter },
  }
}

describe('a page that ends while changes are on their way', () => {
  it('loses none of them: the next page puts them onto the shelf', async () => {
    const browser = new FakeBrowser()
    const before = browser.open()
    await before.add('x')
    const pass = browser.hold()
    void before.add('y')
    void before.add('z')
    before.end()
    pass()
    await turns()
    expect(browser.words()).toBe('x')
    const after = browser.open()
    expect(((await after.shelf.read('a'))?.content as { words: string }).words).toBe('xyz')
    expect([browser.words(), browser.left]).toEqual(['xyz', []])
  })

  it('leaves nothing behind once it was cleared, not even what it was still writing', async () => {
    const browser = new FakeBrowser()
    browser.left = ['{"id":"z","document":null,"revisions":[]}']
    const page = browser.open()
    await page.add('x')
    await page.shelf.clear()
    browser.hold()
    void page.add('y')
    page.end()
    await turns()
    expect([browser.words(), browser.left]).toEqual([null, []])
  })

  it('loses nothing of a document that it had just begun, or removed', async () => {
    const browser = new FakeBrowser()
    const before = browser.open()
    await before.add('x', 'old')
    const pass = browser.hold()
    void before.add('n', 'new')
    void before.shelf.change('old', () => null)
    before.end()
    pass()
    await turns()
    expect([browser.words('new'), browser.words('old')]).toEqual([null, 'x'])
    await browser.open().shelf.heads()
    expect([browser.words('new'), browser.words('old')]).toEqual(['n', null])
  })

  it('changes nothing twice where the shelf had taken them after all', async () => {
    const browser = new FakeBrowser()
    const before = browser.open()
    await before.add('x')
    // The page ends when the change is written and before it hears of that.
    const end = browser.shelf.page().watch(before.end)
    void before.add('y')
    await turns()
    end()
    expect([browser.words(), browser.left.length]).toEqual(['xy', 1])
    await browser.open().shelf.heads()
    expect([browser.words(), browser.shelf.documents.size]).toEqual(['xy', 1])
  })

  it('is helped at once by a page beside it', async () => {
    const browser = new FakeBrowser()
    const [one, other] = [browser.open(), browser.open()]
    const told: string[] = []
    other.shelf.watch((id) => told.push(id))
    await one.add('x')
    const pass = browser.hold()
    void one.add('y')
    one.end()
    pass()
    await turns()
    expect([browser.words(), browser.left]).toEqual(['xy', []])
    expect(told.at(-1)).toBe('a')
  })

  it('overwrites nothing that another page wrote meanwhile: its own goes beside it', async () => {
    const browser = new FakeBrowser()
    const one = browser.open()
    await one.add('x')
    const pass = browser.hold()
    void one.add('y')
    one.end()
    pass()
    await turns()
    const kept = browser.shelf.documents.get('a') ?? null
    browser.shelf.documents.set('a', withLetter(kept, 'B', 'a'))
    await browser.open().shelf.heads()
    expect(browser.words()).toBe('xB')
    const [, copy] = [...browser.shelf.documents.values()]
    expect(copy?.content).toEqual({ id: copy?.head.id, words: 'xy' })
  })
})

describe('the journal', () => {
  it('is empty while nothing is on its way', async () => {
    const browser = new FakeBrowser()
    const page = browser.open()
    await page.add('x')
    await page.shelf.read('a')
    page.end()
    expect(browser.left).toEqual([])
  })

  it('is put back by a page that ends before it was redone', async () => {
    const browser = new FakeBrowser()
    const one = browser.open()
    const pass = browser.hold()
    void one.add('x')
    one.end()
    pass()
    await turns()
    const again = browser.hold()
    const two = browser.open()
    two.end()
    expect(browser.left).toHaveLength(1)
    again()
    await turns()
    await browser.open().shelf.heads()
    expect([browser.words(), browser.left]).toEqual(['x', []])
  })

  it('drops what is none of ours, and waits for a shelf that refuses', async () => {
    const browser = new FakeBrowser()
    browser.left = ['{', 'null', '{"id":7}', '{"id":"a","revisions":[],"document":{"head":{}}}']
    await browser.open().shelf.heads()
    expect([browser.left, browser.shelf.documents.size]).toEqual([[], 0])
    browser.left = [
      JSON.stringify({ id: 'a', revisions: [], document: withLetter(null, 'x', 'a') }),
    ]
    browser.shelf.broken = true
    await browser
      .open()
      .shelf.heads()
      .catch(() => null)
    browser.shelf.broken = false
    await browser.open().shelf.heads()
    expect([browser.words(), browser.left]).toEqual(['x', []])
  })

  it('does without a storage that is full', async () => {
    const browser = new FakeBrowser()
    const page = browser.open()
    browser.full = true
    const pass = browser.hold()
    void page.add('x')
    page.end()
    pass()
    await turns()
    expect(browser.left).toEqual([])
  })
})
