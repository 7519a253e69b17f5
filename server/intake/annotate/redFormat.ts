/** A red ground as a conditional format lays it over a cell. */
const fill = (prefix: string): string =>
  `<${prefix}dxf><${prefix}fill><${prefix}patternFill patternType="solid">` +
  `<${prefix}fgColor rgb="FFFFC7CE"/><${prefix}bgColor rgb="FFFFC7CE"/>` +
  `</${prefix}patternFill></${prefix}fill></${prefix}dxf>`

/** What may stand behind the list of conditional formats (ECMA-376 part 1, §18.8.39). */
const BEHIND = /<(?:\w+:)?(?:tableStyles|colors|extLst)\b|<\/(?:\w+:)?styleSheet>/

/** The styles of a workbook with a red conditional format among them, and its number. */
export function redFormat(styles: string): { readonly styles: string; readonly format: number } {
  const prefix = /<(\w+:)?styleSheet\b/.exec(styles)?.[1] ?? ''
  const red = fill(prefix)
  const list = new RegExp(`<${prefix}dxfs\\b[^>]*?(?:/>|>([\\s\\S]*?)</${prefix}dxfs>)`).exec(
    styles,
  )
  const inside = list?.[1] ?? ''
  const formats: readonly string[] =
    inside.match(new RegExp(`<${prefix}dxf(?:\\s*/>|[\\s>][\\s\\S]*?</${prefix}dxf>)`, 'g')) ?? []
  const known = formats.indexOf(red)
  if (known >= 0) return { styles, format: known }
  const grown = `<${prefix}dxfs count="${formats.length + 1}">${inside}${red}</${prefix}dxfs>`
  return {
    styles: list
      ? styles.replace(list[0], () => grown)
      : styles.replace(BEHIND, (next) => grown + next),
    format: formats.length,
  }
}
