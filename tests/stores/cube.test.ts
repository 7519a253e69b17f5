import { describe, expect, it } from 'vitest'
import { computed } from 'vue'

import { REPORTED_INDICATORS } from '../../src/domain/catalogue/index.ts'
import { useCube } from '../../src/stores/cube.ts'
import { useRegistry } from '../../src/stores/registry.ts'
import { useSlices } from '../../src/stores/slices.ts'
import { FakeService, openPage } from './fakeService.ts'

const SHOWN = REPORTED_INDICATORS.slice(0, 4)

function opened() {
  const service = new FakeService()
  for (const { id } of SHOWN) service.slices[id] = 1
  const page = openPage(service)
  const stores = page.run(() => ({
    registry: useRegistry(),
    slices: useSlices(),
    cube: useCube(SHOWN),
  }))
  return { service, page, ...stores }
}

describe('the cube of a scene', () => {
  it('is not there before the registry is, and then holds just what the scene shows', async () => {
    const { service, page, cube } = opened()
    expect(cube.value).toBeNull()
    await page.settle()
    expect([...(cube.value?.indicators.keys() ?? [])]).toEqual(SHOWN.map(({ id }) => id))
    expect(cube.value?.slices.size).toBe(4)
    expect(cube.value?.regions).toHaveLength(17)
    expect(service.asked.sort()).toEqual(
      ['main/registry', ...SHOWN.map(({ id }) => `main/${id}`)].sort(),
    )
  })

  it('makes figures recompute once for many changes in one moment', async () => {
    const { service, page, cube, slices } = opened()
    await page.settle()
    let computations = 0
    const figure = computed(() => {
      computations += 1
      return cube.value?.slices.get(SHOWN[3]?.id ?? '')?.version
    })
    expect(figure.value).toBe(1)
    for (const { id } of SHOWN) {
      service.slices[id] = 2
      void slices.follow(id, 2)
      expect(figure.value).toBe(1)
    }
    await page.settle()
    expect(figure.value).toBe(2)
    expect(computations).toBe(2)
  })

  it('keeps everything but the slices when only those change', async () => {
    const { service, page, cube, slices } = opened()
    await page.settle()
    const before = cube.value
    service.slices[SHOWN[0]?.id ?? ''] = 2
    void slices.follow(SHOWN[0]?.id ?? '', 2)
    await page.settle()
    expect(cube.value).not.toBe(before)
    expect(cube.value?.expected).toBe(before?.expected)
  })

  it('lacks the slice that fails, and only that', async () => {
    const { service, page, cube, registry } = opened()
    service.failing.set(SHOWN[1]?.id ?? '', 'refused')
    await page.settle()
    expect(registry.state.error).toBeNull()
    expect(cube.value?.slices.size).toBe(3)
  })
})
