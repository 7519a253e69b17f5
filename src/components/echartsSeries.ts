import { LineChart, ScatterChart } from 'echarts/charts'
import { GridSimpleComponent } from 'echarts/components'
import { use } from 'echarts/core'

export { seriesOption } from '../charts/seriesOption.ts'

/** Lines and points on axes: only the desk draws them, so they are loaded with the first one. */
use([LineChart, ScatterChart, GridSimpleComponent])
