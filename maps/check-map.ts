/** A feature of a file that nobody has checked yet. */
interface Suspect {
  properties?: { adcode?: unknown; name?: unknown; cp?: unknown } | null
  geometry?: { type?: unknown; coordinates?: unknown } | null
}

/**
 * What makes a file unfit to be a map of exactly these areas, as sentences (none: it is fit).
 * Also judges the file an operator put in place of ours, so nothing about `value` is assumed.
 */
export function checkMap(value: unknown, adcodes: readonly string[]): string[] {
  const features = featuresOf(value)
  if (!features) return ['not a GeoJSON FeatureCollection']
  const found = features.map(adcodeOf)
  return [
    ...adcodes.filter((code) => !found.includes(code)).map((code) => `${code} is missing`),
    ...found
      .filter((code) => !adcodes.includes(code))
      .map((code) => `${code} does not belong here`),
    ...found.filter((code, i) => found.indexOf(code) !== i).map((code) => `${code} occurs twice`),
    ...features.flatMap(problemsOf),
  ]
}

function featuresOf(value: unknown): Suspect[] | undefined {
  if (!isObject(value) || !Array.isArray(value['features'])) return undefined
  const features: unknown[] = value['features']
  return features.every(isObject) ? features : undefined
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null

const adcodeOf = ({ properties }: Suspect): string => String(properties?.adcode)

function problemsOf(feature: Suspect): string[] {
  const { adcode, name, cp } = feature.properties ?? {}
  const problems: string[] = []
  if (typeof adcode !== 'string') problems.push('adcode is no text')
  if (typeof name !== 'string' || name === '') problems.push('no name')
  if (!isPlace(cp)) problems.push('no label point cp')
  if (!hasRings(feature)) problems.push('no closed rings of [longitude, latitude]')
  return problems.map((problem) => `${adcodeOf(feature)}: ${problem}`)
}

function hasRings({ geometry }: Suspect): boolean {
  const { type, coordinates } = geometry ?? {}
  if (!Array.isArray(coordinates)) return false
  if (type === 'Polygon') return areRings(coordinates)
  return type === 'MultiPolygon' && areRings(coordinates.flat())
}

const areRings = (rings: readonly unknown[]): boolean => rings.length > 0 && rings.every(isRing)

const isRing = (ring: unknown): boolean =>
  Array.isArray(ring) &&
  ring.length >= 4 &&
  ring.every(isPlace) &&
  String(ring[0]) === String(ring.at(-1))

/** Within the frame of the province: catches swapped axes and projected coordinates. */
const isPlace = (place: unknown): boolean =>
  Array.isArray(place) && isBetween(place[0], 114, 124) && isBetween(place[1], 33, 40)

const isBetween = (value: unknown, low: number, high: number): boolean =>
  typeof value === 'number' && value > low && value < high
