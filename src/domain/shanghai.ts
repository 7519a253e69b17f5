/** Milliseconds by which clocks in Shandong are ahead of UTC, all year. */
export const SHANGHAI_MS = 8 * 3_600_000

const DAY_MS = 86_400_000

/** The instant (ISO, UTC) at which an ISO day begins in Shandong, or a day some days after it. */
export const dayStart = (day: string, plus = 0): string =>
  new Date(Date.parse(day) - SHANGHAI_MS + plus * DAY_MS).toISOString()
