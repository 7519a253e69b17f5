/** Where to go after signing in: a path of ours that was asked for, else home. Never another site. */
export const nextPage = (wanted: unknown, home: string): string =>
  typeof wanted === 'string' && /^\/(main|demo|admin|account)(\/[^\\]*|\?[^\\]*)?$/.test(wanted)
    ? wanted
    : home
