import { mount } from '@vue/test-utils'
import type { Pinia } from 'pinia'
import { inject, nextTick, type Component } from 'vue'
import { createMemoryHistory, createRouter } from 'vue-router'

import type { Client } from '../../../src/data/client.ts'
import type { ProgrammeClient } from '../../../src/data/programmeClient.ts'
import { PORTS } from '../../../src/stores/ports.ts'
import { useSpace } from '../../../src/stores/space.ts'
import { PAGE_STORAGE } from '../../../src/stores/pageStorage.ts'
import type { Locale } from '../../../src/domain/text.ts'
import { makeI18n } from '../../components/mounted.ts'
import { worldOf, type ScenarioId } from '../../figures/scenarios.ts'
import { openPage } from '../../stores/fakeService.ts'
import { FilledService } from '../wall/openWall.ts'

/** Opens a page of the desk at a path on a service that holds a scenario, as the app would. */
export async function openDeskPage(
  component: Component,
  route: string,
  path: string,
  {
    of,
    locale = 'zh-CN',
    history = {},
    programme = {},
    provide = {},
  }: {
    readonly of: ScenarioId
    readonly locale?: Locale
    readonly history?: Partial<Pick<Client, 'observations' | 'report'>>
    readonly programme?: Partial<ProgrammeClient>
    readonly provide?: Readonly<Record<symbol, unknown>>
  },
) {
  const service = new FilledService(of)
  Object.assign(service.client, {
    observations: () => Promise.resolve({ observations: [] }),
    ...history,
  })
  Object.assign(service.programme, programme)
  const page = openPage(service)
  const router = createRouter({
    history: createMemoryHistory(),
    routes: [
      { path: route, component },
      { path: '/:rest(.*)*', component: { render: () => null } },
    ],
  })
  await router.push(path)
  page.run(() => useSpace().lookAt(worldOf(of).space ?? 'main'))
  const pinia = page.app.config.globalProperties['$pinia'] as Pinia
  const view = mount(component, {
    attachTo: document.body,
    global: {
      plugins: [pinia, makeI18n(locale), router],
      provide: {
        [PORTS as symbol]: page.run(() => inject(PORTS)),
        [PAGE_STORAGE as symbol]: null,
        ...provide,
      },
    },
  })
  const settle = async (): Promise<void> => {
    for (let turn = 0; turn < 4; turn++) await page.settle()
    await nextTick()
  }
  await settle()
  return { view, router, settle }
}
