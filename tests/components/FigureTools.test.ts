import { expect, it } from 'vitest'

import FigureDetail from '../../src/components/FigureDetail.vue'
import { figureOf, mounted } from './mounted.ts'

it('a figure opens in other tools by the address of its own indicators', () => {
  const figure = {
    ...figureOf('cluster-revenue'),
    indicators: ['cluster.revenue', 'compute.racksBuilt'],
  }
  const detail = mounted(FigureDetail, { figure }, { locale: 'en' })
  const address = detail.find('.figure-tools a.url').attributes('href') ?? ''
  expect(address).toContain('/data/observations?indicator=cluster.revenue,compute.racksBuilt')
  expect(detail.find('.figure-tools pre').text()).toContain(address)
  detail.unmount()
})

it('a figure without indicators offers no tools', () => {
  const detail = mounted(FigureDetail, {
    figure: { ...figureOf('cluster-revenue'), indicators: [] },
  })
  expect(detail.find('.figure-tools').exists()).toBe(false)
  detail.unmount()
})
