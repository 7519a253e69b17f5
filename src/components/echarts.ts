import { BarChart, LineChart } from 'echarts/charts'
import { GraphicComponent, GridComponent } from 'echarts/components'
import { use } from 'echarts/core'
import { CanvasRenderer } from 'echarts/renderers'

/** The parts of ECharts that our charts use; nothing else is bundled. */
use([BarChart, LineChart, GraphicComponent, GridComponent, CanvasRenderer])
