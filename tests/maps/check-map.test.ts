import { describe, expect, it } from 'vitest'
import { checkMap } from '../../maps/check-map.ts'

const area = (adcode: unknown, changes: object = {}) => ({
  type: 'Feature',
  properties: { adcode, name: '甲市', cp: [117, 36] },
  geometry: {
    type: 'Polygon',
    coordinates: [
      [
        [117, 36],
        [117.1, 36],
        [117.1, 36.1],
        [117, 36],
      ],
    ],
  },
  ...changes,
})
const check = (...features: unknown[]) =>
  checkMap({ type: 'FeatureCollection', features }, ['370100'])

describe('a map is fit', () => {
  it('if it shows exactly the expected areas', () => expect(check(area('370100'))).toEqual([]))

  it.each([
    ['an area twice', [area('370100'), area('370100')], '370100 occurs twice'],
    ['a foreign area', [area('370100'), area('371200')], '371200 does not belong here'],
    ['no area', [], '370100 is missing'],
    ['adcodes as numbers', [area(370100)], '370100: adcode is no text'],
    [
      'no label point',
      [area('370100', { properties: { adcode: '370100', name: '甲市' } })],
      '370100: no label point cp',
    ],
    [
      'swapped axes',
      [
        area('370100', {
          geometry: {
            type: 'Polygon',
            coordinates: [
              [
                [36, 117],
                [36, 118],
                [37, 117],
                [36, 117],
              ],
            ],
          },
        }),
      ],
      '370100: no closed rings of [longitude, latitude]',
    ],
    [
      'an open ring',
      [
        area('370100', {
          geometry: {
            type: 'Polygon',
            coordinates: [
              [
                [117, 36],
                [118, 36],
                [118, 37],
                [117, 37],
              ],
            ],
          },
        }),
      ],
      '370100: no closed rings of [longitude, latitude]',
    ],
    [
      'no geometry',
      [area('370100', { geometry: null })],
      '370100: no closed rings of [longitude, latitude]',
    ],
  ])('not with %s', (_, features, problem) => expect(check(...features)).toContain(problem))

  it.each([undefined, null, 7, [], {}, { features: [null] }])('not if it is %j', (value) =>
    expect(checkMap(value, [])).toEqual(['not a GeoJSON FeatureCollection']),
  )
})
