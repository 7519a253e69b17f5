/** Pixels of one character, or null where the browser gives no canvas. */
function pixels(char: string): string | null {
  const canvas = document.createElement('canvas')
  canvas.width = canvas.height = 24
  const context = canvas.getContext('2d', { willReadFrequently: true })
  if (!context) return null
  context.font = '20px sans-serif'
  context.fillText(char, 1, 20)
  return context.getImageData(0, 0, 24, 24).data.join()
}

/** Two different characters look alike only where both are drawn as the same empty box. */
const hasChineseFace = (): boolean => {
  const [one, other] = [pixels('鲁'), pixels('业')]
  return one !== null && one !== other
}

/**
 * On a machine without a Chinese face of its own, loads the one that the product carries. It is cut into
 * many parts by character range; the browser fetches just those that a page uses.
 */
export async function ensureChineseFace(): Promise<void> {
  if (!hasChineseFace()) await import('@fontsource-variable/noto-sans-sc/index.css')
}
