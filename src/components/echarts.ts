import { GraphicComponent } from 'echarts/components'
import { use } from 'echarts/core'
import { CanvasRenderer } from 'echarts/renderers'

export { default as VChart } from 'vue-echarts'

/** What every chart needs: marks on a canvas. The wall draws nothing else. */
use([GraphicComponent, CanvasRenderer])
