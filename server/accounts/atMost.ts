export interface Bounds {
  readonly running: number
  readonly waiting: number
}

/** Runs so many tasks at once and lets so many more wait their turn; what comes beyond fails with `refused`. */
export function atMost(
  { running, waiting }: Bounds,
  refused: () => Error,
): <T>(task: () => Promise<T>) => Promise<T> {
  const queue: (() => void)[] = []
  let active = 0
  const leave = (): void => {
    const next = queue.shift()
    if (next) next()
    else active -= 1
  }
  return async (task) => {
    if (active < running) active += 1
    else if (queue.length >= waiting) throw refused()
    else await new Promise<void>((resolve) => queue.push(resolve))
    try {
      return await task()
    } finally {
      leave()
    }
  }
}
