import type { AbsentFigure } from '../kinds/absentFigure.ts'
import type { KpiFigure } from '../kinds/kpiFigure.ts'
import type { RankStrip } from './rankStrip.ts'

/** A tile of the profile: the figure, where it stands among its domain, and the cell behind it. */
export interface BrainKpi {
  readonly figure: KpiFigure | AbsentFigure
  readonly strip: RankStrip | null
  readonly cell: { readonly indicator: string; readonly period: string } | null
}
