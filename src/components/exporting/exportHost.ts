import { inject, type InjectionKey } from 'vue'

/** What the page has for exports and nobody else needs: fetched when the first one is asked for. */
export interface ExportHost {
  /** The words of the dialog. */
  readonly words: () => Promise<void>
  /** A Chinese face where the machine has none. */
  readonly faces: () => Promise<void>
}

export const EXPORT_HOST: InjectionKey<ExportHost> = Symbol('export host')

const NOTHING: ExportHost = { words: () => Promise.resolve(), faces: () => Promise.resolve() }

export const useExportHost = (): ExportHost => inject(EXPORT_HOST, NOTHING)
