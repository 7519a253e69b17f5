import { textWidth } from './look.ts'

/** Cuts a label that has no room between two characters and ends it with an ellipsis; the table keeps the whole name. */
export function fit(text: string, width: number, size: number): string {
  if (textWidth(text, size) <= width) return text
  let kept = ''
  for (const char of text) {
    if (kept !== '' && textWidth(`${kept}${char}…`, size) > width) break
    kept += char
  }
  return `${kept}…`
}
