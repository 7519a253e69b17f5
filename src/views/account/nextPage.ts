/** Where to go after signing in: a path of ours that was asked for, else the desk. Never another site. */
export const nextPage = (wanted: unknown): string =>
  typeof wanted === 'string' && /^\/(main|demo|admin|account)(\/[^\\]*|\?[^\\]*)?$/.test(wanted)
    ? wanted
    : '/main/desk'
