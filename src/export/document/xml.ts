import { BuilderElement, type XmlComponent } from 'docx'

/** An element that the library has no class for: its name, its attributes by their XML names, its children. */
export const xml = (
  name: string,
  attributes: Readonly<Record<string, string | number>> = {},
  children: readonly XmlComponent[] = [],
): XmlComponent =>
  new BuilderElement({
    name,
    attributes: Object.fromEntries(
      Object.entries(attributes).map(([key, value]) => [key, { key, value }]),
    ),
    children,
  })
