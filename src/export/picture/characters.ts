import { isJoined } from '../../charts/characterWidth.ts'
import { textWidth } from '../../charts/look.ts'

const BOLD = 600
const BOLDER = 1.05

/** Estimated width of a text in pixels, rather too wide than too narrow. */
export const widthOf = (text: string, size: number, weight = 400): number =>
  textWidth(text, size) * (weight >= BOLD ? BOLDER : 1)

/** Characters with the marks that belong to them. */
export function clustersOf(text: string): string[] {
  const clusters: string[] = []
  for (const char of text) {
    const before = clusters.at(-1)
    if (before !== undefined && (isJoined(char) || before.endsWith('\u200D')))
      clusters[clusters.length - 1] = before + char
    else clusters.push(char)
  }
  return clusters
}
