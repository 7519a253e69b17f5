import { CORE } from '../../office/coreProperties.ts'
import { CUSTOM } from '../../office/customProperties.ts'
import { tag, XML_HEAD } from '../../xml.ts'

const OFFICE = 'application/vnd.openxmlformats-officedocument'
const PACKAGE = 'application/vnd.openxmlformats-package'

/** Types of parts by the end of their name. */
const DEFAULTS: Readonly<Record<string, string>> = {
  rels: `${PACKAGE}.relationships+xml`,
  xml: 'application/xml',
  png: 'image/png',
  svg: 'image/svg+xml',
  xlsx: `${OFFICE}.spreadsheetml.sheet`,
}

/** Types of parts by their place. */
const OVERRIDES: readonly (readonly [RegExp, string])[] = [
  [/^ppt\/presentation\.xml$/, 'presentationml.presentation.main'],
  [/^ppt\/slides\/[^/]+\.xml$/, 'presentationml.slide'],
  [/^ppt\/slideLayouts\/[^/]+\.xml$/, 'presentationml.slideLayout'],
  [/^ppt\/slideMasters\/[^/]+\.xml$/, 'presentationml.slideMaster'],
  [/^ppt\/notesSlides\/[^/]+\.xml$/, 'presentationml.notesSlide'],
  [/^ppt\/notesMasters\/[^/]+\.xml$/, 'presentationml.notesMaster'],
  [/^ppt\/presProps\.xml$/, 'presentationml.presProps'],
  [/^ppt\/viewProps\.xml$/, 'presentationml.viewProps'],
  [/^ppt\/tableStyles\.xml$/, 'presentationml.tableStyles'],
  [/^ppt\/theme\/[^/]+\.xml$/, 'theme'],
  [/^ppt\/charts\/[^/]+\.xml$/, 'drawingml.chart'],
  [/^docProps\/app\.xml$/, 'extended-properties'],
  [/^docProps\/custom\.xml$/, 'custom-properties'],
]

/** Types of exactly the parts that are there (ECMA-376 part 2, §7.2.3): the library lists parts that are not. */
export function contentTypes(paths: readonly string[]): string {
  const ends = new Set(paths.map((path) => path.slice(path.lastIndexOf('.') + 1)))
  return (
    XML_HEAD +
    tag(
      'Types',
      { xmlns: 'http://schemas.openxmlformats.org/package/2006/content-types' },
      ...Object.entries(DEFAULTS)
        .filter(([end]) => ends.has(end))
        .map(([Extension, ContentType]) => tag('Default', { Extension, ContentType })),
      ...paths.flatMap((path) => {
        const ContentType = overrideOf(path)
        return ContentType ? [tag('Override', { PartName: `/${path}`, ContentType })] : []
      }),
    )
  )
}

function overrideOf(path: string): string {
  if (path === CORE) return `${PACKAGE}.core-properties+xml`
  const [, type] = OVERRIDES.find(([pattern]) => pattern.test(path)) ?? []
  return type ? `${OFFICE}.${type}+xml` : ''
}

const CUSTOM_RELATION =
  'http://schemas.openxmlformats.org/officeDocument/2006/relationships/custom-properties'

/** The relations of the package with the one to its own properties. */
export const customRelation = (xml: string): string =>
  xml.replace(
    '</Relationships>',
    `${tag('Relationship', { Id: 'rIdCustom', Type: CUSTOM_RELATION, Target: CUSTOM })}</Relationships>`,
  )
