/** What one interaction did to a page; times in milliseconds. */
export interface Repaint {
  /** From the event to the end of the last frame that changed something. */
  readonly painted: number
  /** What changed in each frame, in order: charts by their place, `text` for the rest of the page. */
  readonly frames: readonly (readonly string[])[]
}
