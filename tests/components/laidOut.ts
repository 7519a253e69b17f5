import { afterAll, beforeAll } from 'vitest'

/** The test page lays nothing out: in the file that calls this, every element is said to be this large. */
export function layOut(size: { readonly width: number; readonly height: number }): void {
  const offsets = { offsetWidth: size.width, offsetHeight: size.height }
  const before = Object.keys(offsets).map(
    (name) => [name, Object.getOwnPropertyDescriptor(HTMLElement.prototype, name)] as const,
  )
  const real = window.ResizeObserver
  beforeAll(() => {
    for (const [name, value] of Object.entries(offsets))
      Object.defineProperty(HTMLElement.prototype, name, { configurable: true, value })
    Object.assign(window, { ResizeObserver: observerOf(size) })
  })
  afterAll(() => {
    for (const [name, was] of before)
      if (was) Object.defineProperty(HTMLElement.prototype, name, was)
    Object.assign(window, { ResizeObserver: real })
  })
}

/** Says the size as soon as it is asked for. */
const observerOf = (contentRect: object) =>
  class {
    private readonly say: ResizeObserverCallback
    constructor(say: ResizeObserverCallback) {
      this.say = say
    }
    observe(target: Element): void {
      const entry = { target, contentRect } as unknown as ResizeObserverEntry
      this.say([entry], this)
    }
    unobserve(): void {}
    disconnect(): void {}
  }
