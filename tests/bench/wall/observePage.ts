/** What a page has shown so far; every time is in milliseconds since its navigation began. */
export interface Seen {
  readonly fcp: number
  readonly lcp: number
  /** End of the last frame that drew on a canvas. */
  readonly painted: number
  /** End of the last task longer than 50 ms. */
  readonly busyUntil: number
  readonly now: number
  /** Canvases on the screen, and how many of them nothing was drawn on yet. */
  readonly charts: number
  readonly empty: number
}

declare global {
  interface Window {
    seen?: () => Seen
  }
}

/**
 * Runs in the page before its own code: notes when canvases are drawn on and when the main thread is held.
 * Self-contained, for it is sent to the browser as text. LCP passes over canvases, so it says little here.
 */
export function observePage(): void {
  const [least, drawn] = [60, new WeakSet<object>()]
  let [fcp, lcp, painted, busyUntil] = [NaN, NaN, 0, 0]
  let waiting = false
  const watch = (type: string, note: (entry: PerformanceEntry) => void): void =>
    new PerformanceObserver((list) => list.getEntries().forEach(note)).observe({
      type,
      buffered: true,
    })
  watch('paint', ({ name, startTime }) => {
    if (name === 'first-contentful-paint') fcp = startTime
  })
  watch('largest-contentful-paint', ({ startTime }) => (lcp = startTime))
  watch('longtask', ({ startTime, duration }) => (busyUntil = startTime + duration))

  const shown = (): void => {
    waiting = false
    painted = performance.now()
  }
  const note = (canvas: { readonly width: number }): void => {
    if (canvas.width < least) return
    drawn.add(canvas)
    if (waiting) return
    waiting = true
    requestAnimationFrame(() => setTimeout(shown))
  }
  const { prototype } = CanvasRenderingContext2D
  for (const name of ['fill', 'stroke', 'fillText', 'fillRect', 'drawImage'] as const) {
    const own = prototype[name] as (...given: unknown[]) => void
    prototype[name] = function (this: CanvasRenderingContext2D, ...given: unknown[]) {
      note(this.canvas)
      own.apply(this, given)
    }
  }
  window.seen = () => {
    const charts = [...document.querySelectorAll('canvas')].filter(({ width }) => width >= least)
    const empty = charts.filter((canvas) => !drawn.has(canvas)).length
    return { fcp, lcp, painted, busyUntil, now: performance.now(), charts: charts.length, empty }
  }
}
