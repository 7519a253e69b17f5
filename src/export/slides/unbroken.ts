/** Lines as the text that they were broken from; the last one has an ending of its own. */
export function unbroken(lines: readonly string[], text: string): string {
  let [joined, at] = ['', 0]
  for (const line of lines) {
    const found = text.indexOf(line, at)
    const start = found < 0 ? at : found
    const between = joined !== '' && /^\s/.test(text.slice(at)) ? ' ' : ''
    joined += between + line
    at = start + (found < 0 ? 0 : line.length)
  }
  return joined
}
