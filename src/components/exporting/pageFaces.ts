/** One web font of the page, as `FontFace` takes it. */
export interface Face {
  readonly family: string
  /** Addresses are absolute: a worker stands elsewhere than the style sheet. */
  readonly src: string
  readonly weight: string
  readonly style: string
  readonly unicodeRange: string
}

/** What is needed of a rule and of a style sheet. */
interface Rule {
  readonly type: number
  readonly style?: { getPropertyValue(name: string): string }
}
interface Sheet {
  readonly href: string | null
  readonly cssRules: ArrayLike<Rule>
}

const FONT_FACE_RULE = 5

/** The faces that style sheets declare; `base` is the page's address. Sheets of other sites are not looked into. */
export const pageFaces = (sheets: Iterable<Sheet>, base: string): Face[] =>
  [...sheets].flatMap((sheet) =>
    rulesOf(sheet).flatMap(({ type, style }) =>
      type === FONT_FACE_RULE && style ? [faceOf(style, sheet.href ?? base)] : [],
    ),
  )

/** A sheet of another site refuses to be read. */
function rulesOf(sheet: Sheet): Rule[] {
  try {
    return Array.from(sheet.cssRules)
  } catch {
    return []
  }
}

function faceOf(style: NonNullable<Rule['style']>, base: string): Face {
  const value = (name: string, usual: string): string =>
    style.getPropertyValue(name).trim() || usual
  return {
    family: value('font-family', '').replace(/^["']|["']$/g, ''),
    src: absolute(value('src', ''), base),
    weight: value('font-weight', 'normal'),
    style: value('font-style', 'normal'),
    unicodeRange: value('unicode-range', 'U+0-10FFFF'),
  }
}

const absolute = (src: string, base: string): string =>
  src.replace(
    /url\(\s*(["']?)(.*?)\1\s*\)/g,
    (_, __, address: string) => `url("${new URL(address, base).href}")`,
  )
