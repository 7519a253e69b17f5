import { flushPromises, mount } from '@vue/test-utils'
import type { Pinia } from 'pinia'
import { inject } from 'vue'
import { createMemoryHistory, createRouter } from 'vue-router'

import type {
  CaseStepEntry,
  CaseStepWrite,
  ProgrammeDocument,
} from '../../../src/contract/programme.ts'
import type { LifecycleEvent } from '../../../src/domain/event.ts'
import type { Role } from '../../../src/domain/rights.ts'
import type { Locale } from '../../../src/domain/text.ts'
import { PAGE_STORAGE } from '../../../src/stores/pageStorage.ts'
import { PORTS } from '../../../src/stores/ports.ts'
import type { EventWrite } from '../../../src/stores/registrar.ts'
import { useSpace } from '../../../src/stores/space.ts'
import LifecycleView from '../../../src/views/lifecycle/LifecycleView.vue'
import { makeI18n } from '../../components/mounted.ts'
import { worldOf } from '../../figures/scenarios.ts'
import { openPage } from '../../stores/fakeService.ts'
import { FilledService } from '../wall/openWall.ts'

/** A step of a case as it is kept. */
export const stepOf = (
  part: Pick<CaseStepEntry, 'order' | 'n' | 'kind' | 'by'> & Partial<CaseStepEntry>,
): CaseStepEntry => ({
  ...{ at: '2026-11-20T02:00:00.000Z', text: '说明', document: null, file: null, cell: null },
  ...{ owner: null, due: null, ...part },
})

export interface LifecycleOptions {
  readonly of?: 'demo' | 'main'
  readonly locale?: Locale
  /** Who is signed in, as `li`; nobody where it is not given. */
  readonly role?: Role
  readonly steps?: readonly CaseStepEntry[]
  /** Events beside those of the scenario. */
  readonly events?: readonly LifecycleEvent[]
  /** How the service answers a step. */
  readonly onStep?: (order: string, step: CaseStepWrite) => Promise<{ steps: CaseStepEntry[] }>
}

/** Opens the page of the lifecycle at a query on a service that holds a scenario. */
export async function openLifecycle(query = '', options: LifecycleOptions = {}) {
  const { of = 'demo', locale = 'zh-CN', role } = options
  const service = new FilledService(of)
  const space = worldOf(of).space ?? 'main'
  const { registry } = service.client
  Object.assign(service.client, {
    registry: async (...asked: Parameters<typeof registry>) => {
      const answer = await registry(...asked)
      return { ...answer, events: [...answer.events, ...(options.events ?? [])] }
    },
  })
  const events: EventWrite[] = []
  const held = { steps: options.steps ?? [], read: 0 }
  Object.assign(service.programme, {
    programme: (): Promise<ProgrammeDocument> => {
      held.read += 1
      return Promise.resolve({
        ...{ version: 1, ruleSets: [], scoreCards: [], lists: [], scores: [], statements: [] },
        caseSteps: [...held.steps],
      })
    },
    step: (_: string, order: string, step: CaseStepWrite) => options.onStep?.(order, step),
  })
  Object.assign(service.registrar, {
    addEvent: (_: string, event: EventWrite) => Promise.resolve(void events.push(event)),
  })
  const grants = role ? [{ role, space, city: null, brain: null }] : []
  service.session.session = () =>
    Promise.resolve({
      ...{ kind: role ? 'user' : 'anonymous', grants, separateDuties: false },
      user: role ? { id: 'u', name: 'li' } : null,
    })
  const page = openPage(service)
  const router = createRouter({
    history: createMemoryHistory(),
    routes: [
      { path: '/:space/lifecycle', component: LifecycleView },
      { path: '/:rest(.*)*', component: { render: () => null } },
    ],
  })
  await router.push(`/${space}/lifecycle?${query}`)
  page.run(() => useSpace().lookAt(space))
  const pinia = page.app.config.globalProperties['$pinia'] as Pinia
  const view = mount(LifecycleView, {
    attachTo: document.body,
    global: {
      plugins: [pinia, makeI18n(locale), router],
      provide: {
        [PORTS as symbol]: page.run(() => inject(PORTS)),
        [PAGE_STORAGE as symbol]: null,
      },
    },
  })
  const settle = async (): Promise<void> => {
    for (let turn = 0; turn < 4; turn++) await page.settle()
    await flushPromises()
  }
  await settle()
  const press = async (text: string): Promise<void> => {
    const button = view.findAll('button').find((one) => one.text() === text)
    if (!button) throw new Error(`no button says ${text}`)
    await button.trigger('click')
    await settle()
  }
  return { view, router, settle, press, events, held }
}
