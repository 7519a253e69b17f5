/** What one interaction did to a page; times in milliseconds. */
export interface Repaint {
  /** From the event to the end of the last frame that changed something. */
  readonly painted: number
  /** From the event until the page's own code has come to rest: what the browser draws is not in it. */
  readonly own: number
  /**
   * What changed in each frame, in order: charts by their place, `text` for the rest of the page; within a named
   * panel `… drawn` and `… text` by its name.
   */
  readonly frames: readonly (readonly string[])[]
}
