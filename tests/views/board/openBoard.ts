import { mount } from '@vue/test-utils'
import type { Pinia } from 'pinia'
import { inject, nextTick } from 'vue'
import { createMemoryHistory, createRouter } from 'vue-router'

import { BoardDocument } from '../../../src/contract/board.ts'
import type { BoardSpan } from '../../../src/data/boardClient.ts'
import type { DataErrorCode } from '../../../src/data/dataError.ts'
import { packBoard } from '../../../src/domain/board/board.ts'
import { boardOf } from '../../../src/domain/board/boardOf.ts'
import { makeCalendar } from '../../../src/domain/calendar.ts'
import { periodRange } from '../../../src/domain/period.ts'
import { DEMO_TODAY } from '../../../src/domain/space.ts'
import type { Locale } from '../../../src/domain/text.ts'
import { PAGE_STORAGE } from '../../../src/stores/pageStorage.ts'
import { PORTS } from '../../../src/stores/ports.ts'
import { useSpace } from '../../../src/stores/space.ts'
import BoardView from '../../../src/views/board/BoardView.vue'
import { makeI18n } from '../../components/mounted.ts'
import { worldOf, type ScenarioId } from '../../figures/scenarios.ts'
import { failure, openPage } from '../../stores/fakeService.ts'
import { FilledService } from '../wall/openWall.ts'

/** A service that has the board of a scenario, for whatever months it is asked. */
export class BoardService extends FilledService {
  readonly spans: BoardSpan[] = []
  boardFails: DataErrorCode | null = null
  readonly of: ScenarioId
  override readonly board = {
    board: (_: string, span: BoardSpan): Promise<BoardDocument> => {
      this.spans.push(span)
      if (this.boardFails) return Promise.reject(failure(this.boardFails))
      return Promise.resolve(this.#document(span))
    },
  }

  constructor(of: ScenarioId) {
    super(of)
    this.of = of
  }

  /** Of a world without a board: one of nobody. */
  #document({ from, to }: BoardSpan): BoardDocument {
    const months = periodRange(from, to)
    const nobody = { ...boardOf({ ...NOBODY, months }), today: DEMO_TODAY }
    const packed = packBoard(worldOf(this.of).board ?? nobody)
    const sent: unknown = JSON.parse(JSON.stringify({ ...packed, publications: PUBLICATIONS }))
    return BoardDocument.parse(sent)
  }
}

const NOBODY = {
  ...{ today: DEMO_TODAY, calendar: makeCalendar([]), windows: new Map(), expected: 60 },
  ...{ brains: [], reports: [], drafts: [] },
}
const PUBLICATIONS = [{ indicator: 'statistics.valueAddedGrowth', last: '2025-12', source: 'S27' }]

/** Opens the board at a query on a service that holds a scenario. */
export async function openBoard(
  query: string,
  service: BoardService,
  locale: Locale = 'zh-CN',
  props: Record<string, unknown> = {},
) {
  const page = openPage(service)
  const space = worldOf(service.of).space ?? 'main'
  const router = createRouter({
    history: createMemoryHistory(),
    routes: [
      { path: '/:space/board', component: BoardView },
      { path: '/:rest(.*)*', component: { render: () => null } },
    ],
  })
  await router.push(`/${space}/board?${query}`)
  page.run(() => useSpace().lookAt(space))
  const pinia = page.app.config.globalProperties['$pinia'] as Pinia
  const view = mount(BoardView, {
    props,
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
    await nextTick()
  }
  await settle()
  return { view, router, settle, page }
}
