import { describe, expect, it } from 'vitest'

import type { DocumentHead } from '../../../src/data/documentShelf.ts'
import { BRIEFING_LIMITS, type Briefing } from '../../../src/export/briefing.ts'
import type { Figure } from '../../../src/figures/figure.ts'
import { isDrawn, wallFigures } from '../../export/exportable.ts'
import { MemoryShelf, openBriefings } from './openBriefings.ts'

const [one, two, three] = wallFigures('small', 'zh-CN').filter(isDrawn) as [Figure, Figure, Figure]
const absent = wallFigures('empty', 'zh-CN').find(({ kind }) => kind === 'absent')!

const titles = (briefing: Briefing | null): string[] =>
  (briefing?.items ?? []).map((item) =>
    item.kind === 'figure' ? (item.title ?? item.figure.title) : item.title,
  )

describe('the briefings of a browser', () => {
  it('begin with the first figure and are there again after a reload', async () => {
    const shelf = new MemoryShelf()
    const { briefings, settle } = await openBriefings(shelf)
    expect(briefings.current).toBeNull()
    expect(briefings.add(one, 'wall')).toEqual({ ok: true, count: 1 })
    expect(briefings.add(two, 'desk?m=share')).toEqual({ ok: true, count: 2 })
    await settle()
    const again = await openBriefings(shelf)
    expect(titles(again.briefings.current)).toEqual([one.title, two.title])
    expect(again.briefings.current).toMatchObject({
      space: 'demo',
      marking: null,
      asOf: '2026-11-22',
    })
    expect(again.briefings.heads).toHaveLength(1)
    expect(again.briefings.heads[0]).toMatchObject({ count: 2 })
    expect(again.briefings.forgetful).toBe(false)
  })

  it('are one of each space', async () => {
    const shelf = new MemoryShelf()
    const { briefings, settle, lookAt } = await openBriefings(shelf)
    briefings.add(one, 'wall')
    await settle()
    lookAt('main')
    await settle()
    expect([briefings.current, briefings.count, briefings.heads.length]).toEqual([null, 0, 0])
    briefings.addWords({ title: '要点', text: '' }, 'zh-CN')
    await settle()
    expect(briefings.current?.marking).toBe('internal')
    lookAt('demo')
    await settle()
    expect(titles(briefings.current)).toEqual([one.title])
  })

  it('say why a figure is not taken, and when they cannot say yet', async () => {
    const { briefings, lookAt } = await openBriefings(new MemoryShelf())
    expect(briefings.add(absent, 'wall')).toMatchObject({ ok: false })
    expect(briefings.current).toBeNull()
    expect(briefings.add(one, 'x'.repeat(BRIEFING_LIMITS.characters + 1))).toMatchObject({
      ok: false,
      reason: expect.stringContaining('过长') as string,
    })
    lookAt('main')
    await Promise.resolve()
    expect(briefings.add(one, 'wall')).toMatchObject({
      ok: false,
      reason: expect.stringContaining('正在读取') as string,
    })
  })

  it('hold a hundred items and refuse the next one', async () => {
    const shelf = new MemoryShelf()
    const { briefings, settle } = await openBriefings(shelf)
    for (let i = 0; i < BRIEFING_LIMITS.items; i += 1)
      briefings.addWords({ title: `${i}`, text: '' }, 'zh-CN')
    expect(briefings.add(one, 'wall')).toMatchObject({
      ok: false,
      reason: expect.stringContaining('100') as string,
    })
    await settle()
    await settle()
    expect((await openBriefings(shelf)).briefings.count).toBe(BRIEFING_LIMITS.items)
  })

  it('are reordered, reworded and given back what was removed', async () => {
    const shelf = new MemoryShelf()
    const { briefings, settle } = await openBriefings(shelf)
    for (const figure of [one, two, three]) briefings.add(figure, 'wall')
    const ids = briefings.current!.items.map(({ id }) => id)
    void briefings.move(ids[2]!, 0)
    expect(titles(briefings.current)).toEqual([three.title, one.title, two.title])
    briefings.edit(ids[0]!, { title: '新题', sentence: '新句' })
    briefings.addWords({ title: '综述', text: '一\n二' }, 'zh-CN', 1)
    expect(titles(briefings.current)).toEqual([three.title, '综述', '新题', two.title])
    expect(briefings.edit(ids[0]!, { title: 'x'.repeat(4001) })).toMatchObject({ ok: false })
    briefings.removeOne(ids[0]!)
    expect(titles(briefings.current)).toEqual([three.title, '综述', two.title])
    expect(briefings.removed).toMatchObject({ what: 'item', name: '新题' })
    briefings.removed!.back()
    await settle()
    const again = await openBriefings(shelf)
    expect(titles(again.briefings.current)).toEqual([three.title, '综述', '新题', two.title])
    expect(briefings.removed).toBeNull()
  })

  it('have a title, a marking and a watermark; no title is no title', async () => {
    const shelf = new MemoryShelf()
    const { briefings, settle } = await openBriefings(shelf, 'main')
    briefings.add(one, 'wall')
    briefings.setHead({ title: ' 十月简报 ', marking: 'public', watermark: '征求意见' })
    briefings.setHead({ title: '   ' })
    await settle()
    expect(briefings.current).toMatchObject({
      ...{ title: '十月简报', marking: 'public', watermark: '征求意见' },
    })
    expect(briefings.heads[0]?.title).toBe('十月简报')
  })

  it('are several: created, opened and removed with a way back', async () => {
    const shelf = new MemoryShelf()
    const { briefings, settle, at } = await openBriefings(shelf)
    briefings.add(one, 'wall')
    const first = briefings.current!.id
    await settle()
    at.now = new Date('2026-11-22T02:00:00Z')
    await briefings.create({ ...briefings.blank('zh-CN'), title: '第二份' })
    expect([briefings.count, briefings.heads.length]).toEqual([0, 2])
    at.now = new Date('2026-11-22T03:00:00Z')
    await briefings.open(first)
    expect((await openBriefings(shelf)).briefings.current?.id).toBe(first)
    await briefings.remove(first)
    expect(briefings.current?.title).toBe('第二份')
    briefings.removed!.back()
    await settle()
    expect(titles(briefings.current)).toEqual([one.title])
    expect(shelf.documents.size).toBe(2)
  })
})

describe('two pages on one browser', () => {
  it('see and lose nothing of each other', async () => {
    const shelf = new MemoryShelf()
    const a = await openBriefings(shelf)
    a.briefings.add(one, 'wall')
    await a.settle()
    const b = await openBriefings(shelf)
    let pass: () => void = () => undefined
    shelf.gate = new Promise<void>((resolve) => (pass = resolve))
    a.briefings.add(two, 'wall')
    b.briefings.add(three, 'wall')
    b.briefings.setHead({ title: '乙' })
    pass()
    await a.settle()
    for (const { briefings } of [a, b]) {
      expect(titles(briefings.current).sort()).toEqual([one.title, two.title, three.title].sort())
      expect(briefings.current?.title).toBe('乙')
    }
    expect(new Set(a.briefings.current?.items.map(({ id }) => id)).size).toBe(3)
  })

  it('see a briefing that the other removed disappear, and one that the other began', async () => {
    const shelf = new MemoryShelf()
    const [a, b] = [await openBriefings(shelf), await openBriefings(shelf)]
    a.briefings.add(one, 'wall')
    await a.settle()
    expect(titles(b.briefings.current)).toEqual([one.title])
    await b.briefings.remove(b.briefings.current!.id)
    await a.settle()
    expect(a.briefings.current).toBeNull()
  })
})

describe('a browser that does not play along', () => {
  it('keeps briefings as long as the page where it has no store, and says so', async () => {
    const { briefings, settle } = await openBriefings(null)
    expect(briefings.forgetful).toBe(true)
    expect(briefings.add(one, 'wall')).toEqual({ ok: true, count: 1 })
    await settle()
    briefings.add(two, 'wall')
    await settle()
    expect(titles(briefings.current)).toEqual([one.title, two.title])
  })

  it('loses nothing of the page when the store breaks on the way', async () => {
    const shelf = new MemoryShelf()
    const { briefings, settle } = await openBriefings(shelf)
    briefings.add(one, 'wall')
    await settle()
    shelf.broken = true
    briefings.add(two, 'wall')
    await settle()
    expect(briefings.forgetful).toBe(true)
    expect(titles(briefings.current)).toEqual([one.title, two.title])
    expect(briefings.heads[0]?.count).toBe(2)
  })

  it('drops damaged content with its reason, goes on, and lets it be removed', async () => {
    const shelf = new MemoryShelf()
    const head: DocumentHead = {
      ...{ id: 'bad', space: 'demo', title: '坏的', count: 3 },
      ...{
        savedAt: '2026-11-01T00:00:00.000Z',
        openedAt: '2026-11-01T00:00:00.000Z',
        revision: 'x',
      },
    }
    for (const content of [
      null,
      'text',
      { version: 1 },
      { version: 1, items: [{ kind: 'figure' }] },
    ]) {
      shelf.documents.set('bad', { head, content })
      const { briefings, settle } = await openBriefings(shelf)
      expect(briefings.current).toBeNull()
      expect(briefings.fault?.reason.zh).toContain('损坏')
      expect(briefings.fault?.reason.en).toContain('damaged')
      expect(briefings.add(one, 'wall')).toEqual({ ok: true, count: 1 })
      await settle()
      expect([briefings.fault, briefings.heads.length]).toEqual([null, 2])
      await briefings.remove('bad')
      await briefings.remove(briefings.current!.id)
      expect(shelf.documents.size).toBe(0)
    }
  })

  it('says of one that a newer version saved that it is newer', async () => {
    const shelf = new MemoryShelf()
    const head = {
      ...{ id: 'new', space: 'demo', title: '新的', count: 0, revision: 'x' },
      ...{ savedAt: '2026-11-01T00:00:00.000Z', openedAt: '2026-11-01T00:00:00.000Z' },
    }
    shelf.documents.set('new', { head, content: { version: 99 } })
    const { briefings } = await openBriefings(shelf)
    expect(briefings.fault?.reason.zh).toContain('更新的版本')
  })

  it('leaves out heads that are none', async () => {
    const shelf = new MemoryShelf()
    shelf.documents.set('odd', { head: { id: 7 } as never, content: null })
    const { briefings } = await openBriefings(shelf)
    expect([briefings.heads, briefings.current]).toEqual([[], null])
  })
})
