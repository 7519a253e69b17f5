import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'

const SHEET = 'xl/worksheets/sheet1.xml'

/** A template's bytes with numbers in some cells of its first sheet, as a person would fill it in. */
export function fillTemplate(
  template: Uint8Array,
  values: Readonly<Record<string, number>>,
): Uint8Array {
  const parts = unzipSync(template)
  let xml = strFromU8(parts[SHEET] ?? new Uint8Array())
  for (const [cell, value] of Object.entries(values)) {
    const written = new RegExp(`<c r="${cell}"((?: [a-z]+="[^"]*")*?)(?:/>|>.*?</c>)`)
    if (!written.test(xml)) throw new Error(`the template has no cell ${cell}`)
    xml = xml.replace(written, (_, attributes: string) => {
      const kept = attributes.replace(/ t="[^"]*"/, '')
      return `<c r="${cell}"${kept}><v>${value}</v></c>`
    })
  }
  return zipSync({ ...parts, [SHEET]: strToU8(xml) }, { level: 1 })
}
