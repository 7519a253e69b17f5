import { inject, type InjectionKey, type Ref } from 'vue'

import type { LookName } from '../charts/palette.ts'

/** How large things are drawn: pixels of one design unit and the text factor of the layout. */
export interface Scale {
  readonly look: LookName
  readonly u: number
  readonly t: number
}

export const SCALE: InjectionKey<Readonly<Ref<Scale>>> = Symbol('scale')

/** The scale that the view provides. */
export function useScale(): Readonly<Ref<Scale>> {
  const scale = inject(SCALE)
  if (!scale) throw new Error('A figure is drawn inside a view that provides SCALE')
  return scale
}
