/** Ems of a text in the faces of documents: 仿宋 and 宋体 set a Latin letter in half of one, a Chinese one in a whole. */
export function ems(text: string): number {
  let em = 0
  for (const char of text) em += (char.codePointAt(0) ?? 0) > 0x2e80 || char === '—' ? 1 : 0.5
  return em
}
