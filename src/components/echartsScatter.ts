import { ScatterChart } from 'echarts/charts'
import { use } from 'echarts/core'

/** Points: only the desk draws them, so they are loaded when the first one is drawn. */
use([ScatterChart])
