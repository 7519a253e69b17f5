/** Days that entries are kept: six months at least (网络安全法, article 21), three years unless a site says otherwise. */
export const RETENTION_DAYS = { least: 183, usual: 1095, most: 36_500 } as const

export const DAY_MS = 86_400_000
