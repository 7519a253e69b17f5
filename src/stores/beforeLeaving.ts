const steps = new Set<() => void>()

/** Has a step taken before the page writes down what is unsaved, until the returned function is called. */
export function beforeLeaving(step: () => void): () => void {
  steps.add(step)
  return () => void steps.delete(step)
}

/**
 * Takes the steps. Listeners of `pagehide` run in the order of their registration, whatever their phase: this one is
 * registered before the one that writes.
 */
export const leaveNow = (): void => steps.forEach((step) => step())
