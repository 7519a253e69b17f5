import { parsePeriod, shiftPeriod } from '../../src/domain/period.ts'
import type { Locale } from '../../src/domain/text.ts'
import { badQuery } from '../http/parseInstant.ts'
import { requireBrainInScope } from './intakeContext.ts'
import type { IntakeContext } from './intakeContext.ts'
import { makeTemplate } from './makeTemplate.ts'

/**
 * The workbook that a brain fills in for a period: its indicators with the values of the period before. Figures of
 * the running year are preliminary unless somebody chooses otherwise.
 */
export async function templateOf(
  context: Pick<IntakeContext, 'space' | 'scope'>,
  { brain, period, locale }: { brain: string; period: string; locale: Locale },
): Promise<{ readonly bytes: Uint8Array; readonly name: string }> {
  const { space } = context
  const { id, name } = await requireBrainInScope(context, brain)
  const cadence = parsePeriod(period)?.cadence
  if (cadence === undefined)
    throw badQuery('period', { zh: '期写作 2026-10。', en: 'Write a period as 2026-10.' })
  const indicators = [...space.indicators.values()].filter(
    (indicator) => indicator.reportedFrom !== 'region' && indicator.cadence === cadence,
  )
  const standing = await space.store.standingCells({
    entities: [id],
    indicators: indicators.map((indicator) => indicator.id),
    periods: [shiftPeriod(period, -1)],
  })
  const lastValues = new Map(
    standing.flatMap(({ indicator, value }) => (value === null ? [] : [[indicator, value]])),
  )
  const isRunning = period.slice(0, 4) === space.clock.today().slice(0, 4)
  const status = isRunning ? 'preliminary' : 'final'
  const bytes = await makeTemplate({
    ...{ brain: { id, name }, period, indicators, lastValues, locale, status },
  })
  return { bytes, name: `${id}-${period}.xlsx` }
}
