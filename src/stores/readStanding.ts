import type { OpenDataClient } from '../data/openDataClient.ts'
import type { AbsenceReason } from '../domain/reading.ts'

/** A cell as it stood: a value or the reason why there was none. */
export interface StandingValue {
  readonly value: number | null
  readonly absent: AbsenceReason | null
}

/** Which cells, and as of when; null for now. */
export interface StandingQuestion {
  readonly brain: string
  readonly from: string
  readonly to: string
  readonly asOf: string | null
}

/** Cells of one brain over some periods, by `indicator|period`. */
export async function readStanding(
  client: OpenDataClient,
  space: string,
  { brain, from, to, asOf }: StandingQuestion,
): Promise<ReadonlyMap<string, StandingValue>> {
  const params = { entity: brain, from, to, ...(asOf && { asOf }) }
  const { rows } = await client.dataPage(space, params)
  return new Map(
    rows.map(({ indicator, period, value, absent }) => [
      `${indicator}|${period}`,
      { value, absent },
    ]),
  )
}
