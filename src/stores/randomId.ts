/** Ids that two pages never both give. Not randomUUID: that exists on https only, and desks open by plain http. */
export const randomId = (): string =>
  [...crypto.getRandomValues(new Uint32Array(3))].map((part) => part.toString(36)).join('')
