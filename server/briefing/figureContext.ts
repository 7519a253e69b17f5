import type { RegistryDocument } from '../../src/contract/index.ts'
import { lastDuePeriod, makeCalendar, reportDue, type Calendar } from '../../src/domain/calendar.ts'
import { CATALOGUE } from '../../src/domain/catalogue/index.ts'
import { makeCube, unpackSlice } from '../../src/domain/cube.ts'
import type { LifecycleEvent } from '../../src/domain/event.ts'
import { foldAll } from '../../src/domain/lifecycle.ts'
import { shiftPeriod } from '../../src/domain/period.ts'
import { REGIONS } from '../../src/domain/region.ts'
import type { FigureContext } from '../../src/figures/definition.ts'
import { programmeOf } from '../../src/figures/programme/programmeData.ts'
import { endOfDay, shanghaiDay, type Clock } from '../space/clock.ts'
import { BriefingError } from './briefingError.ts'
import type { Documents } from './documents.ts'
import type { Options } from './options.ts'

/** What figures look at, and the day whose knowledge it is. */
export interface ReadContext {
  readonly context: FigureContext
  /** ISO day. */
  readonly asOf: string
}

/** Reads registry, slices and the programme's files and puts them together as the page does. Throws BriefingError. */
export async function readContext(
  documents: Documents,
  { space, locale, period, asOf }: Pick<Options, 'space' | 'locale' | 'period' | 'asOf'>,
  indicators: readonly string[],
  clock: Clock,
): Promise<ReadContext> {
  const instant = asOf === null ? null : endOfDay(asOf)
  const registry = await documents.registry(instant)
  const now = registry.today ?? shanghaiDay(clock())
  if (asOf !== null && asOf > now)
    throw new BriefingError(`--as-of ${asOf} lies ahead: today is ${now} in ${space}.`)
  const calendar = makeCalendar(registry.holidays)
  const today = dayOf(calendar, period, asOf ?? now)
  const slices = []
  for (const indicator of indicators)
    slices.push(unpackSlice(await documents.slice(indicator, instant)))
  const reporting = await documents.reporting(lastDuePeriod(calendar, today), instant)
  const programme = programmeOf(await documents.programme(instant))
  return {
    context: contextOf(registry, {
      ...{ space, locale, today, calendar, reporting, programme, slices },
    }),
    asOf: asOf ?? now,
  }
}

/** The last day up to `now` on which a month is the last one due: the day from which deadlines are counted. */
function dayOf(calendar: Calendar, period: string | null, now: string): string {
  if (period === null) return now
  const due = lastDuePeriod(calendar, now)
  if (period > due)
    throw new BriefingError(
      `--period ${period} is not due before ${reportDue(calendar, period)}: on ${now} the last month is ${due}.`,
    )
  const next = reportDue(calendar, shiftPeriod(period, 1))
  const eve = new Date(Date.parse(next) - 86_400_000).toISOString().slice(0, 10)
  return eve < now ? eve : now
}

type Frame = Pick<
  FigureContext,
  'space' | 'locale' | 'today' | 'calendar' | 'reporting' | 'programme'
>

function contextOf(
  registry: RegistryDocument,
  { slices, ...frame }: Frame & { readonly slices: Parameters<typeof makeCube>[0]['slices'] },
): FigureContext {
  const { brains, targets, sources, cited, gaps, credit } = registry
  const events = registry.events as readonly LifecycleEvent[]
  return {
    ...{ ...frame, targets, sources, cited, gaps, credit },
    cube: makeCube({ brains, events, slices, regions: REGIONS, indicators: CATALOGUE }),
    states: foldAll(brains, events, frame.today),
  }
}
