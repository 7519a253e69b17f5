import type { ChartContext } from '../charts/chartFigure.ts'
import type { SpaceId } from '../domain/space.ts'
import type { Figure } from '../figures/figure.ts'

/** How far a file may go: 公开, 内部使用, 内部资料 注意保管. No state-secret levels, ever. */
export const MARKINGS = ['public', 'internal', 'internalKeep'] as const
export type Marking = (typeof MARKINGS)[number]

/** Where figures come from and how they may be passed on: stands in every file. */
export interface Origin {
  readonly space: SpaceId
  /** The view as its link writes it: path and query without the space, e.g. `desk?i=compute.racksBuilt`. */
  readonly query: string
  /** Absolute address that leads back to the view. */
  readonly link: string
  /** The day whose knowledge is shown (ISO); null for all that is known. */
  readonly asOf: string | null
  /** When the file was asked for (ISO instant). */
  readonly madeAt: string
  /** Null for demonstration data, which carries no marking but says 演示. */
  readonly marking: Marking | null
  /** Tiled behind pictures and pages; empty for none. */
  readonly watermark: string
}

/** A figure on its way into a file. */
export interface Exported {
  readonly figure: Figure
  /** Geometry and focus of a map. */
  readonly context: ChartContext
  readonly origin: Origin
  /** Words that somebody wrote instead of the figure's own. */
  readonly title?: string
  readonly sentence?: string
}

/** Why a figure cannot be exported, in the reader's language: `message` names figure, rule and remedy. */
export class ExportRefused extends Error {
  readonly figure: string

  constructor(figure: string, message: string) {
    super(message)
    this.name = 'ExportRefused'
    this.figure = figure
  }
}
