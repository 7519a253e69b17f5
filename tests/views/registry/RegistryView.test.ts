import { enableAutoUnmount, flushPromises, mount } from '@vue/test-utils'
import type { Pinia } from 'pinia'
import { inject } from 'vue'
import { createMemoryHistory, createRouter } from 'vue-router'
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest'

import { DataError } from '../../../src/data/dataError.ts'
import type { Role } from '../../../src/domain/rights.ts'
import { PAGE_STORAGE } from '../../../src/stores/pageStorage.ts'
import { PORTS } from '../../../src/stores/ports.ts'
import type { BrainEntry, RegistryDryRun } from '../../../src/stores/registrar.ts'
import { useSpace } from '../../../src/stores/space.ts'
import { entryOf, formOf } from '../../../src/views/registry/brainForm.ts'
import RegistryView from '../../../src/views/registry/RegistryView.vue'
import { makeI18n } from '../../components/mounted.ts'
import { worldOf } from '../../figures/scenarios.ts'
import { openPage } from '../../stores/fakeService.ts'
import { FilledService } from '../wall/openWall.ts'

enableAutoUnmount(afterEach)

const [FIRST] = worldOf('small').brains ?? []
const brain = FIRST as BrainEntry

/** The table draws rows for the room it has; the test page gives it none. */
const ROOM = { clientWidth: 900, clientHeight: 600 }
const before = Object.keys(ROOM).map(
  (name) => [name, Object.getOwnPropertyDescriptor(HTMLElement.prototype, name)] as const,
)
beforeAll(() => {
  for (const [name, value] of Object.entries(ROOM))
    Object.defineProperty(HTMLElement.prototype, name, { configurable: true, value })
})
afterAll(() => {
  for (const [name, was] of before) if (was) Object.defineProperty(HTMLElement.prototype, name, was)
})

async function open(role: Role | null = 'office', registrar: FilledService['registrar'] = {}) {
  const service = new FilledService('small')
  Object.assign(service.registrar, {
    history: () =>
      Promise.resolve({
        brain: brain.id,
        versions: [
          {
            ...{ version: 2, knownAt: '2026-11-20T01:00:00.000Z', by: 'user:li', reason: '迁址' },
            entry: brain,
          },
          {
            ...{ version: 1, knownAt: '1970-01-01T00:00:00.000Z', by: 'registry', reason: null },
            entry: { ...brain, place: '旧址', batch: 2020 },
          },
        ],
      }),
    ...registrar,
  })
  const grants = role ? [{ role, space: 'demo' as const, city: null, brain: null }] : []
  service.session.session = () =>
    Promise.resolve({
      ...{ kind: role ? 'user' : 'anonymous', grants, separateDuties: false },
      user: role ? { id: 'u', name: 'li' } : null,
    })
  const page = openPage(service)
  const routes = [
    { path: '/:space/registry', component: RegistryView },
    { path: '/:rest(.*)*', component: { render: () => null } },
  ]
  const router = createRouter({ history: createMemoryHistory(), routes })
  await router.push('/demo/registry')
  page.run(() => useSpace().lookAt('demo'))
  const pinia = page.app.config.globalProperties['$pinia'] as Pinia
  const provide = {
    [PORTS as symbol]: page.run(() => inject(PORTS)),
    [PAGE_STORAGE as symbol]: null,
  }
  const view = mount(RegistryView, {
    attachTo: document.body,
    global: { plugins: [pinia, makeI18n(), router], provide },
  })
  const settle = async () => {
    for (let turn = 0; turn < 4; turn++) await page.settle()
    await flushPromises()
  }
  await settle()
  const press = async (text: string) => {
    await view
      .findAll('button')
      .find((one) => one.text() === text)
      ?.trigger('click')
    await settle()
  }
  const drawn = () => view.findAll('.body [role="row"]').map((row) => row.text())
  return { view, router, settle, press, drawn }
}

describe('the page of the registry', () => {
  it('lists the brains and narrows them by words and choices', async () => {
    const { view, drawn, settle } = await open()
    const all = drawn().length
    expect(all).toBeGreaterThan(1)
    await view.get('input[type="search"]').setValue(brain.id)
    await settle()
    expect(drawn()).toHaveLength(1)
    expect(drawn()[0]).toContain(brain.name)
    await view.get('input[type="search"]').setValue('没有这样的')
    await settle()
    expect(view.text()).toContain('没有符合条件的产业大脑')
  })

  it('is no page for somebody without the right, who is sent to the sign-in and back', async () => {
    for (const role of ['analyst', null] as const) {
      const { view, router } = await open(role)
      expect(view.find('.registry').exists()).toBe(false)
      expect(router.currentRoute.value.fullPath).toBe('/sign-in?next=/demo/registry')
    }
  })

  it('shows the history of an entry, old → new', async () => {
    const { view, press } = await open()
    await press(brain.name)
    await press('历史')
    const text = view.get('.versions').text().replaceAll(/\s+/g, ' ')
    expect(text).toContain('迁址')
    expect(text).toContain(`旧址 → ${brain.place}`)
    expect(text).toContain(`2020 → ${brain.batch}`)
    expect(text).toContain('留存历史之前')
  })

  it('saves a change with its reason and the version that was seen', async () => {
    const change = vi.fn().mockResolvedValue({ brain: brain.id, versions: [] })
    const { view, press, settle } = await open('office', { change })
    await press(brain.name)
    const inputs = view.findAll('.panel input')
    expect((inputs[0]?.element as HTMLInputElement).disabled).toBe(true)
    await inputs[1]?.setValue('新名称')
    await inputs.at(-1)?.setValue('更名')
    await view.get('.panel form').trigger('submit')
    await settle()
    const entry = { ...brain, name: '新名称' }
    expect(change).toHaveBeenCalledWith('demo', { entry, version: 2, reason: '更名' })
    expect(view.get('.panel').text()).toContain('已保存')
  })

  it('takes a brain that publications name into the registry', async () => {
    const known = { ...brain, origin: 'public' as const }
    expect(entryOf(formOf(known), known, 'main').origin).toBe('public')
    expect(entryOf({ ...formOf(known), register: true }, known, 'main').origin).toBe('registered')
    const { view, press } = await open()
    await press(brain.name)
    expect(view.find('.panel input[type="checkbox"]').exists()).toBe(false)
  })

  it('says at its field what is wrong', async () => {
    const issues = [{ place: '/entry/county', rule: 'county', remedy: '不属于济南市' }]
    const details = { url: '/x', status: 422, problem: 'brokenRules', said: '不合规则', issues }
    const change = () => Promise.reject(new DataError('refused', 'refused', details))
    const { view, press, settle } = await open('office', { change })
    await press(brain.name)
    await view.get('.panel form').trigger('submit')
    await settle()
    const wrong = view.get('small.wrong')
    expect(wrong.text()).toBe('不属于济南市')
    expect(wrong.element.closest('label')?.textContent).toContain('县（市、区）')
    expect(view.get('[role="alert"]').text()).toContain('不合规则')
  })

  it('adds an event to the brain that is open', async () => {
    const addEvent = vi.fn().mockResolvedValue({ added: 1, unchanged: 0 })
    const { view, press, settle } = await open('office', { addEvent })
    await press(brain.name)
    await press('过程事件')
    await view.get('.panel select').setValue('rectificationOrdered')
    const [day, due] = view.findAll('.panel input[type="date"]')
    await day?.setValue('2026-11-01')
    await due?.setValue('2027-05-01')
    await view.get('.panel form').trigger('submit')
    await settle()
    expect(addEvent).toHaveBeenCalledWith(
      'demo',
      expect.objectContaining({
        ...{ brain: brain.id, kind: 'rectificationOrdered' },
        ...{ date: '2026-11-01', due: '2027-05-01', document: null },
      }),
    )
  })
})

describe('an official list', () => {
  const place = { sheet: '名单', cell: 'B3', pointer: null }
  const seen = (rest: Partial<RegistryDryRun> = {}): RegistryDryRun => ({
    ...{ file: { name: '名单.xlsx', sha256: 'x', bytes: 1 }, base: 7, ignored: ['电话'] },
    counts: { added: 0, changed: 1, unchanged: 3, rejected: 0, events: 0 },
    rows: [
      {
        ...{ place, brain: 'a', name: '轴承', change: 'changed' },
        fields: [{ field: 'city', before: '370100', after: '370200' }],
      },
    ],
    ...{ findings: [], acceptable: true },
    ...rest,
  })
  const choose = async ({ view, settle }: Awaited<ReturnType<typeof open>>) => {
    const input = view.get('input[type="file"]')
    Object.defineProperty(input.element, 'files', { value: [new File(['x'], '名单.xlsx')] })
    await input.trigger('change')
    await settle()
  }

  it('is compared first, then imported with the base that was seen', async () => {
    const importList = vi.fn().mockResolvedValue({ added: 0, changed: 1, unchanged: 3, events: 0 })
    const page = await open('office', { dryRun: () => Promise.resolve(seen()), importList })
    await page.press('导入名单')
    await choose(page)
    const text = page.view.get('.import').text().replaceAll(/\s+/g, ' ')
    expect(text).toContain('名单!B3')
    expect(text).toContain('济南市 → 青岛市')
    expect(text).toContain('未读取：电话')
    expect(importList).not.toHaveBeenCalled()
    await page.view.get('.import form').trigger('submit')
    await page.settle()
    expect(importList).toHaveBeenCalledWith('demo', expect.any(File), { base: 7 })
    expect(page.view.get('.import').text()).toContain('已导入：新登记 0、更改 1')
  })

  it('that blocks is told place by place and cannot be confirmed', async () => {
    const finding = {
      ...{ place, rule: 'city', severity: 'block' as const },
      text: { zh: '“南京市”不是山东省的设区市。', en: 'x' },
      remedy: { zh: '写市名。', en: 'x' },
    }
    const blocked = seen({ findings: [finding], acceptable: false })
    const page = await open('office', { dryRun: () => Promise.resolve(blocked) })
    await page.press('导入名单')
    await choose(page)
    expect(page.view.get('.findings').text()).toContain('名单!B3')
    expect(page.view.get('.import').text()).toContain('改正上面各处')
    expect(page.view.find('.import form').exists()).toBe(false)
  })
})
