import { createPinia } from 'pinia'
import { createApp, inject } from 'vue'

import { useBriefings } from '../../../src/components/briefing/useBriefings.ts'
import type { DocumentShelf, ShelvedDocument } from '../../../src/data/documentShelf.ts'
import type { SpaceId } from '../../../src/domain/space.ts'
import { BRIEFING_SHELF } from '../../../src/stores/keptBriefings.ts'
import { PORTS } from '../../../src/stores/ports.ts'
import { useSpace } from '../../../src/stores/space.ts'
import { FakeService, openPage } from '../../stores/fakeService.ts'

/** A browser's shelf in memory, seen by several pages; what goes in is copied, as IndexedDB does. */
export class MemoryShelf {
  readonly documents = new Map<string, ShelvedDocument>()
  readonly #pages = new Set<(id: string, from: object) => void>()
  /** While set, everything is refused. */
  broken = false
  /** While set, changes wait for it. */
  gate: Promise<unknown> = Promise.resolve()

  /** The shelf as one page sees it. */
  page(): DocumentShelf {
    const check = (): void => {
      if (this.broken) throw new Error('refused')
    }
    const page: DocumentShelf = {
      heads: async () => {
        await Promise.resolve()
        check()
        return [...this.documents.values()].map(({ head }) => head)
      },
      read: async (id) => {
        await Promise.resolve()
        check()
        return structuredClone(this.documents.get(id) ?? null)
      },
      change: async (id, next) => {
        await this.gate
        check()
        const changed = structuredClone(next(this.documents.get(id) ?? null))
        if (changed) this.documents.set(id, changed)
        else this.documents.delete(id)
        for (const tell of this.#pages) tell(id, page)
        return structuredClone(changed)
      },
      clear: async () => {
        await Promise.resolve()
        check()
        this.documents.clear()
      },
      watch: (onChange) => {
        const listen = (id: string, from: object): void => {
          if (from !== page) onChange(id)
        }
        this.#pages.add(listen)
        return () => this.#pages.delete(listen)
      },
    }
    return page
  }
}

/** A page of a space that keeps its briefings on a shelf; null for a browser that keeps nothing. */
export async function openBriefings(shelf: MemoryShelf | null, space: SpaceId = 'demo') {
  const page = openPage(new FakeService())
  const app = createApp({})
    .provide(
      PORTS,
      page.run(() => inject(PORTS, null))!,
    )
    .provide(BRIEFING_SHELF, () => shelf?.page() ?? null)
    .use(createPinia())
  app.runWithContext(() => useSpace().lookAt(space))
  const briefings = app.runWithContext(() => useBriefings())
  const settle = async (): Promise<void> => {
    for (let turn = 0; turn < 6; turn += 1) await new Promise((resolve) => setTimeout(resolve))
  }
  const lookAt = (next: SpaceId): void => app.runWithContext(() => useSpace().lookAt(next))
  await settle()
  return { briefings, settle, lookAt, at: page.at }
}
