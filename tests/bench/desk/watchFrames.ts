import type { Act } from './act.ts'
import type { Repaint } from './repaint.ts'

declare global {
  interface Window {
    /** Does something and resolves when nothing has changed for a while. */
    watchRepaint?: (act: () => void) => Promise<Repaint>
    actOnDesk?: (act: Act) => Promise<Repaint>
    /** Selectors of panels whose changes are told by name. */
    watchedPanels?: Readonly<Record<string, string>>
    redraw?: (turn: number, areas: readonly string[]) => void
  }
}

/**
 * Runs in the page before its own code: notes in which frame every chart is drawn on and every text changes.
 * A frame ends with the first task after its animation callbacks, layout and paint. Self-contained, for it
 * is sent to the browser as text.
 */
export function watchFrames(): void {
  const [least, quiet] = [60, 250]
  const channel = new MessageChannel()
  const ends: number[] = []
  let changed = new Map<number, Set<string>>()
  let running = false
  channel.port1.onmessage = () => {
    ends.push(performance.now())
    if (running) requestAnimationFrame(frame)
  }
  const frame = (): void => channel.port2.postMessage(0)
  const note = (what: string): void => {
    if (!running) return
    const own = changed.get(ends.length) ?? new Set<string>()
    changed.set(ends.length, own.add(what))
  }

  const panelOf = (node: Node): string | undefined => {
    const element = node instanceof Element ? node : node.parentElement
    const panels = Object.entries(window.watchedPanels ?? {})
    return panels.find(([, selector]) => element?.closest(selector))?.[0]
  }

  const { prototype } = CanvasRenderingContext2D
  const charts = new Map<HTMLCanvasElement, string>()
  for (const name of ['fill', 'stroke', 'fillText', 'fillRect', 'drawImage'] as const) {
    const own = prototype[name] as (...given: unknown[]) => void
    prototype[name] = function (this: CanvasRenderingContext2D, ...given: unknown[]) {
      if (running && this.canvas.width >= least && this.canvas.isConnected) {
        const panel = charts.has(this.canvas) ? undefined : panelOf(this.canvas)
        const name = charts.get(this.canvas) ?? (panel ? `${panel} drawn` : `chart ${charts.size}`)
        charts.set(this.canvas, name)
        note(name)
      }
      own.apply(this, given)
    }
  }
  const observer = new MutationObserver((changes) => {
    const targets = new Set(running ? changes.map(({ target }) => target) : [])
    for (const target of targets) {
      const panel = panelOf(target)
      note(panel ? `${panel} text` : 'text')
    }
  })
  const whole = { subtree: true, childList: true, characterData: true }
  addEventListener('DOMContentLoaded', () => observer.observe(document.body, whole))

  window.watchRepaint = async (act) => {
    changed = new Map()
    ends.length = 0
    running = true
    const start = performance.now()
    act()
    const rest = Promise.resolve().then(() => performance.now() - start)
    requestAnimationFrame(frame)
    const own = await rest
    for (;;) {
      await new Promise((resolve) => setTimeout(resolve, 20))
      const last = Math.max(-1, ...changed.keys())
      const end = ends[last]
      const since = performance.now() - (end ?? start)
      if (last < 0 ? since < 10 * quiet : end === undefined || since < quiet) continue
      running = false
      const frames = [...changed].sort(([a], [b]) => a - b)
      return { painted: (end ?? NaN) - start, own, frames: frames.map(([, set]) => [...set]) }
    }
  }
}
