import { escaped, tag, XML_HEAD } from '../xml.ts'

/** Where the properties that users define stand in a package. */
export const CUSTOM = 'docProps/custom.xml'

/** Set of properties that users define (ECMA-376 part 1, §22.3). */
const FORMAT = '{D5CDD505-2E9C-101B-9397-08002B2CF9AE}'

const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006'

/** Properties that users define, name and text, as a part of a package. */
export const customXml = (properties: readonly (readonly [string, string])[]): string =>
  XML_HEAD +
  tag(
    'Properties',
    { xmlns: `${OFFICE}/custom-properties`, 'xmlns:vt': `${OFFICE}/docPropsVTypes` },
    ...properties.map(([name, text], at) =>
      tag('property', { fmtid: FORMAT, pid: at + 2, name }, tag('vt:lpwstr', {}, escaped(text))),
    ),
  )
