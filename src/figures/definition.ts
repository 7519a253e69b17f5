import type { BoardSummary } from '../domain/board/boardSummary.ts'
import type { CitedPoint, Gap, Source, Target } from '../domain/brain.ts'
import type { Calendar } from '../domain/calendar.ts'
import type { Indicator } from '../domain/indicator.ts'
import type { BrainState } from '../domain/lifecycle.ts'
import type { Cube } from '../domain/query.ts'
import type { SpaceId } from '../domain/space.ts'
import type { Locale, LocalText } from '../domain/text.ts'
import type { Figure } from './figure.ts'
import type { ProgrammeData } from './programme/programmeData.ts'

/** Everything a figure may look at; the clock arrives as `today`. */
export interface FigureContext {
  readonly locale: Locale
  readonly space: SpaceId
  /** ISO day. */
  readonly today: string
  readonly cube: Cube
  /** Lifecycle of every brain, folded as of `today`. */
  readonly states: ReadonlyMap<string, BrainState>
  readonly calendar: Calendar
  readonly targets: readonly Target[]
  readonly sources: readonly Source[]
  readonly cited: readonly CitedPoint[]
  readonly gaps: readonly Gap[]
  /** Indicators whose slice could not be read or is on its way, with the words for it. */
  readonly unread?: ReadonlyMap<string, LocalText>
  /** How the monthly reports stand; null where that is not read, or not yet. */
  readonly reporting?: BoardSummary | null
  /** Rules and stored scores; null where they are not read, or not yet. */
  readonly programme?: ProgrammeData | null
  /** Credit of simulated data; null where there is none. */
  readonly credit: string | null
}

/** One figure of the registry: its id, the slices it asks for and how it is built. */
export interface FigureDefinition {
  readonly id: string
  readonly name: LocalText
  readonly indicators: readonly Indicator[]
  /** Built from `reporting` of its context. */
  readonly readsReporting?: boolean
  /** Spaces to which the figure belongs; all where it is not given. */
  readonly spaces?: readonly SpaceId[]
  readonly build: (context: FigureContext) => Figure
}
