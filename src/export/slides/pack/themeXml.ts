import { ink, PRINT, type Faces } from '../paper.ts'
import { tag } from '../../xml.ts'

/** Accents that Office gives to what people add themselves: fact first, never gold. */
const ACCENTS = [
  PRINT.qing,
  PRINT.domain.machinery,
  PRINT.domain.chemicals,
  PRINT.domain.itServices,
  PRINT.domain.textiles,
  PRINT.domain.other,
]

/** The theme with the faces and colours of the print look. */
export function themeXml(xml: string, { major, minor }: Faces): string {
  const faces = (name: string, { latin, asian }: Faces['major']): string =>
    tag(
      name,
      {},
      tag('a:latin', { typeface: latin }),
      tag('a:ea', { typeface: asian }),
      '<a:cs typeface=""/>',
    )
  return xml
    .replace(/<a:clrScheme[\s\S]*?<\/a:clrScheme>/, colours())
    .replace(/<a:majorFont>[\s\S]*?<\/a:majorFont>/, faces('a:majorFont', major))
    .replace(/<a:minorFont>[\s\S]*?<\/a:minorFont>/, faces('a:minorFont', minor))
}

function colours(): string {
  const colour = (name: string, hex: string): string =>
    tag(`a:${name}`, {}, tag('a:srgbClr', { val: ink(hex) }))
  return tag(
    'a:clrScheme',
    { name: 'Print' },
    colour('dk1', PRINT.text1),
    colour('lt1', PRINT.canvas),
    colour('dk2', PRINT.text2),
    colour('lt2', PRINT.sunken),
    ...ACCENTS.map((hex, i) => colour(`accent${i + 1}`, hex)),
    colour('hlink', PRINT.qing),
    colour('folHlink', PRINT.text3),
  )
}
