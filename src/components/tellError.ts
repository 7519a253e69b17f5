/** Leaves a failure that the page survives in the browser's console, for whoever looks into it. */
export const tellError = (error: unknown): void => console.error(error)
