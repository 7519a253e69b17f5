import { mount } from '@vue/test-utils'
import type { Pinia } from 'pinia'
import { vi } from 'vitest'
import { inject, nextTick, ref, type Component } from 'vue'
import { createMemoryHistory, createRouter } from 'vue-router'

import holidays from '../../../server/facts/holidays.json' with { type: 'json' }
import { SCALE } from '../../../src/components/scale.ts'
import { BoardSummaryDocument } from '../../../src/contract/board.ts'
import type { RegistryDocument } from '../../../src/contract/registry.ts'
import type { Client } from '../../../src/data/client.ts'
import type { BoardClient } from '../../../src/data/boardClient.ts'
import { boardOf } from '../../../src/domain/board/boardOf.ts'
import { summaryOf, type BoardSummary } from '../../../src/domain/board/boardSummary.ts'
import { makeCalendar } from '../../../src/domain/calendar.ts'
import { packSlice } from '../../../src/domain/cube.ts'
import type { SliceDocument } from '../../../src/domain/slice.ts'
import { DEMO_TODAY, type SpaceId } from '../../../src/domain/space.ts'
import type { Locale } from '../../../src/domain/text.ts'
import { useMaps } from '../../../src/stores/maps.ts'
import { PORTS } from '../../../src/stores/ports.ts'
import { useSpace } from '../../../src/stores/space.ts'
import { makeI18n } from '../../components/mounted.ts'
import { worldOf, type ScenarioId } from '../../figures/scenarios.ts'
import { failure, FakeService, openPage } from '../../stores/fakeService.ts'

/** A service that holds a scenario: its registry and slices, which a test may replace. */
export class FilledService extends FakeService {
  readonly documents = new Map<string, SliceDocument>()
  readonly #registry: RegistryDocument
  override readonly client: FakeService['client']
  override readonly board: Partial<BoardClient> = {
    summary: async () =>
      this.#give('board', BoardSummaryDocument.parse(structuredClone(this.#reporting))),
  }
  readonly #reporting: BoardSummary

  constructor(id: ScenarioId) {
    super()
    const { space = 'main', credit = null, slices = [], ...world } = worldOf(id)
    this.#registry = {
      ...{ space, version: 1, today: DEMO_TODAY, credit, holidays },
      ...{ brains: world.brains ?? [], events: world.events ?? [], targets: world.targets ?? [] },
      ...{ sources: world.sources ?? [], cited: world.cited ?? [], gaps: world.gaps ?? [] },
    } as RegistryDocument
    this.#reporting = summaryOf(world.board ?? boardOf(NOBODY))
    for (const slice of slices) this.documents.set(slice.indicator, packSlice(slice))
    this.client = {
      registry: () => this.#give('registry', this.#registry),
      versions: () => this.#give('versions', { registry: 1, slices: this.#versions() }),
      slice: ((_: string, indicator: string) =>
        this.#give(
          indicator,
          this.documents.get(indicator) ?? emptySlice(indicator),
        )) as Client['slice'],
      changesUrl: (of) => `/api/${of}/changes`,
    }
  }

  #versions(): Record<string, number> {
    return Object.fromEntries([...this.documents].map(([key, { version }]) => [key, version]))
  }

  async #give<T>(subject: string, document: T): Promise<T> {
    const why = this.failing.get(subject) ?? this.failing.get('*')
    if (why) throw typeof why === 'string' ? failure(why) : why
    return document
  }
}

const NOBODY = {
  ...{ today: DEMO_TODAY, calendar: makeCalendar([]), windows: new Map(), expected: 60 },
  ...{ months: ['2026-10'], brains: [], reports: [], drafts: [] },
}

const emptySlice = (indicator: string): SliceDocument => ({
  ...{ indicator, version: 1, entities: [], periods: [], values: [], absent: {} },
  ...{ preliminary: [], revised: [], origins: [], knownAt: null },
})

export interface OpenOptions {
  readonly locale?: Locale
  readonly service?: FilledService
  /** False leaves the map unread. */
  readonly map?: boolean
}

/** Mounts a view of the wall on a service that holds a scenario, as the app would. */
export async function openWall(
  component: Component,
  id: ScenarioId,
  props: Record<string, unknown>,
  { locale = 'zh-CN', service = new FilledService(id), map = true }: OpenOptions = {},
) {
  const page = openPage(service)
  const space: SpaceId = worldOf(id).space ?? 'main'
  const router = createRouter({
    history: createMemoryHistory(),
    routes: [{ path: '/:space/wall', component: { render: () => null } }],
  })
  await router.push(`/${space}/wall`)
  page.run(() => {
    useSpace().lookAt(space)
    const maps = useMaps()
    const areas = { type: 'FeatureCollection' as const, features: [] }
    if (map) maps.maps = new Map([['370000', { areas, water: null }]])
    else maps.need = () => Promise.resolve()
  })
  const pinia = page.app.config.globalProperties['$pinia'] as Pinia
  const i18n = makeI18n(locale)
  const wall = mount(component, {
    props,
    attachTo: document.body,
    global: {
      plugins: [pinia, i18n, router],
      provide: {
        [PORTS as symbol]: page.run(() => inject(PORTS)),
        [SCALE as symbol]: ref({ look: 'wall', u: 1, t: 1 }),
      },
    },
  })
  const settle = async (): Promise<void> => {
    for (let turn = 0; turn < 3; turn++) await page.settle()
    await vi.dynamicImportSettled()
    await nextTick()
  }
  const press = async (key: string): Promise<void> => {
    window.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }))
    await settle()
  }
  await settle()
  return { wall, page, service, router, i18n, settle, press }
}
