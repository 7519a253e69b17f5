const UNCLEAN = /[\p{Cc}\p{Cs}\p{Noncharacter_Code_Point}]/u

/**
 * Text that every kind of file takes: line ends as one `\n`; without lone surrogates, control characters (tab
 * and line end apart) and noncharacters, which XML 1.0 forbids (§2.2 Char) or discourages. All else stays as it
 * is: emoji, markup, right-to-left marks. Escaping is the writer's.
 */
export function cleanText(text: string): string {
  if (!UNCLEAN.test(text)) return text
  return text
    .replace(/\r\n?/g, '\n')
    .replace(/[\p{Cs}\p{Noncharacter_Code_Point}]|(?![\t\n])\p{Cc}/gu, '')
}
