/** Does something when what has changed until now is on the screen. */
export function afterPaint(act: () => unknown): void {
  requestAnimationFrame(() => setTimeout(act))
}
