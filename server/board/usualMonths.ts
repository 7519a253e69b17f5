/** Months that a board shows when none are asked for. */
export const USUAL_MONTHS = 12
