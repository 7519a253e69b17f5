import type { Board } from '../../src/domain/board/board.ts'
import type { Brain } from '../../src/domain/brain.ts'
import type { LifecycleEvent } from '../../src/domain/event.ts'
import type { Slice } from '../../src/domain/slice.ts'
import type { FigureContext } from '../../src/figures/definition.ts'

/** What differs between scenarios; everything else is the same calendar and day. */
export interface World extends Partial<Omit<FigureContext, 'cube' | 'states'>> {
  readonly brains?: readonly Brain[]
  readonly events?: readonly LifecycleEvent[]
  readonly slices?: readonly Slice[]
  readonly board?: Board
}
