/** The pages of the desk in the order in which they stand in the bar. */
export const DESK_PAGES = [
  ...(['desk', 'compare', 'platforms', 'lifecycle', 'eligibility', 'assessment'] as const),
  ...(['board', 'indicators', 'data'] as const),
] as const
