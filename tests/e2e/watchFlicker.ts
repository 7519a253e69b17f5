import type { Page } from '@playwright/test'

/** Looks at the page in every frame from now on and notes blank or missing charts and empty figures. */
function lookEveryFrame(): void {
  const seen: string[] = []
  const charts = document.querySelectorAll('canvas').length
  const probe = document.createElement('canvas')
  probe.width = probe.height = 16
  const context = probe.getContext('2d', { willReadFrequently: true })!
  const isBlank = (canvas: HTMLCanvasElement): boolean => {
    context.clearRect(0, 0, 16, 16)
    context.drawImage(canvas, 0, 0, 16, 16)
    return context.getImageData(0, 0, 16, 16).data.every((value) => value === 0)
  }
  const look = (): void => {
    const canvases = [...document.querySelectorAll('canvas')]
    if (canvases.length !== charts) seen.push(`${canvases.length} charts instead of ${charts}`)
    if (canvases.some(isBlank)) seen.push('a blank chart')
    if (document.querySelector('[role="figure"][aria-label=""]')) seen.push('an empty figure')
    requestAnimationFrame(look)
  }
  look()
  Object.assign(window, { flicker: seen })
}

/**
 * Watches the page for flicker. The returned function gives what was seen since then; it also fails when
 * the page was loaded anew, because then nobody watched.
 */
export async function watchFlicker(page: Page): Promise<() => Promise<string[]>> {
  await page.evaluate(lookEveryFrame)
  return () =>
    page.evaluate(() => {
      const { flicker } = window as unknown as { flicker?: string[] }
      return flicker ? [...new Set(flicker)] : ['the page was loaded anew']
    })
}
