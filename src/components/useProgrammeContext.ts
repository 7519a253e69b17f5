import { computed, onScopeDispose, type ComputedRef } from 'vue'

import type { Indicator } from '../domain/indicator.ts'
import type { Locale } from '../domain/text.ts'
import type { FigureContext } from '../figures/definition.ts'
import { programmeOf, type ProgrammeData } from '../figures/programme/programmeData.ts'
import { useProgramme } from '../stores/programme.ts'
import { useFigureContext } from './useFigureContext.ts'

/** What figures of the programme look at: the context of every figure with its rules and files. */
export interface ProgrammeContext extends FigureContext {
  readonly programme: ProgrammeData
}

/**
 * The programme's rules and files, kept current while the page is open; null until they are read. A page that shows
 * more than the programme need not wait for them.
 */
export function useProgrammeData(): ComputedRef<ProgrammeData | null> {
  const store = useProgramme()
  void store.follow()
  onScopeDispose(store.leave)
  return computed(() => store.read && programmeOf(store.read))
}

/**
 * The context of the programme's pages; null until registry and programme are there. Loads the indicators' slices, or
 * just the `wanted` ones, and follows the programme while the page is open.
 */
export function useProgrammeContext(
  indicators: readonly Indicator[],
  locale: () => Locale,
  wanted?: () => readonly string[],
): ComputedRef<ProgrammeContext | null> {
  const programme = useProgrammeData()
  const figures = useFigureContext(indicators, locale, wanted)
  return computed(() =>
    figures.value && programme.value ? { ...figures.value, programme: programme.value } : null,
  )
}
