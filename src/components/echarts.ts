import { BarChart, LineChart } from 'echarts/charts'
import { GraphicComponent, GridSimpleComponent } from 'echarts/components'
import { use } from 'echarts/core'
import { CanvasRenderer } from 'echarts/renderers'

export { default as VChart } from 'vue-echarts'

/** The parts of ECharts that our charts use; nothing else is bundled. The simple grid has no axis pointer. */
use([BarChart, LineChart, GraphicComponent, GridSimpleComponent, CanvasRenderer])
