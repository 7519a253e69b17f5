import { BarChart, GaugeChart, LineChart, MapChart, PieChart, ScatterChart } from 'echarts/charts'
import { GridComponent, TooltipComponent, VisualMapComponent } from 'echarts/components'
import { init, registerMap, use } from 'echarts/core'
import { CanvasRenderer } from 'echarts/renderers'

import { optionsOf } from './options.ts'
import { someOf, type Readings } from './readings.ts'

use([
  ...[BarChart, GaugeChart, LineChart, MapChart, PieChart, ScatterChart],
  ...[GridComponent, TooltipComponent, VisualMapComponent, CanvasRenderer],
])

const read = async (url: string): Promise<unknown> => (await fetch(url)).json()

/** Lets the browser answer between two charts. */
const breathe = (): Promise<void> =>
  new Promise((resolve) => {
    const channel = new MessageChannel()
    channel.port1.onmessage = () => {
      resolve()
    }
    channel.port2.postMessage(0)
  })

const [map, readings] = await Promise.all([read('/map.json'), read('/readings.json')])
registerMap('province', map as Parameters<typeof registerMap>[1])
const charts = new Map<string, ReturnType<typeof init>>()
for (const [area, option] of Object.entries(optionsOf(readings as Readings))) {
  const box = document.body.appendChild(document.createElement('div'))
  box.style.gridArea = area
  const chart = init(box)
  chart.setOption(option)
  charts.set(area, chart)
  await breathe()
}

/** As a filter would: other entities each turn, every option made anew, the named charts replaced. */
Object.assign(window, {
  redraw: (turn: number, areas: readonly string[]): void => {
    const options = optionsOf(someOf(readings as Readings, turn))
    for (const area of areas) charts.get(area)?.setOption(options[area] ?? {}, true)
  },
})
