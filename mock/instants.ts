const MINUTE = 60_000
const DAY = 24 * 60 * MINUTE

/** Shifts an ISO day by whole days. */
export const addDays = (day: string, days: number): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY).toISOString().slice(0, 10)

/**
 * The instant (ISO, UTC) at which a clock in Shandong shows `minutes` after midnight of `day`.
 * Asia/Shanghai is UTC+8 all year.
 */
export const instantOf = (day: string, minutes: number): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + (minutes - 480) * MINUTE)
    .toISOString()
    .replace('.000Z', 'Z')

/** Saturday and Sunday: people report on work days, machines on any day. */
export const isWeekend = (day: string): boolean =>
  [0, 6].includes(new Date(`${day}T00:00:00Z`).getUTCDay())
