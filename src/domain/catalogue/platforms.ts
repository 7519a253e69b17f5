import type { Indicator } from '../indicator.ts'
import {
  platformsComputeScheduled,
  platformsDataAggregated,
  platformsAlgorithms,
  platformsServices,
} from './headline.ts'

export const platformsGpuHours: Indicator = {
  id: 'platforms.gpuHours',
  group: 'platforms',
  name: { zh: '算力调度卡时', en: 'Scheduled GPU hours' },
  unit: 'wanHours',
  definition: {
    zh: '算力调度平台：经平台分配并实际运行的加速卡小时数，1月至本月累计，按作业计量，不重复。',
    en: 'Compute-scheduling platform: accelerator hours allotted by the platform and actually run, cumulative from January, metered by job; counted once.',
  },
  kind: 'flow',
  aggregation: { how: 'sum' },
  overlaps: false,
  direction: 'up',
  cadence: 'month',
  reportedFrom: 'pilot',
  basis: 'ours',
  sources: ['S01', 'S03'],
  decimals: 2,
  min: 0,
  max: 100000,
}

export const platformsDevicesConnected: Indicator = {
  id: 'platforms.devicesConnected',
  group: 'platforms',
  name: { zh: '接入工业设备数', en: 'Connected industrial devices' },
  unit: 'wanDevices',
  definition: {
    zh: '数据汇聚平台：期末已接入且近30天有数据上传的工业设备（台、套）。企业接入多个大脑时合计可能重复。',
    en: 'Data-aggregation platform: industrial devices connected at the end of the period that sent data within 30 days. Firms connected to several brains count in each.',
  },
  kind: 'stock',
  aggregation: { how: 'sum' },
  overlaps: true,
  direction: 'up',
  cadence: 'month',
  reportedFrom: 'pilot',
  basis: 'ours',
  sources: [],
  decimals: 2,
  min: 0,
  max: 5000,
}

export const platformsIndustryModels: Indicator = {
  id: 'platforms.industryModels',
  group: 'platforms',
  name: { zh: '行业大模型数', en: 'Industry large models' },
  unit: 'items',
  definition: {
    zh: '算法开发平台：期末已上线并在本行业场景应用的大模型数；含与其他单位共建的，合计可能重复。建设指引提出“产业大数据＋行业大模型”，未给出计数口径。',
    en: 'Algorithm-development platform: large models online and used in scenes of the industry at the end of the period, jointly built ones included, so totals may overlap. The guidance names the concept without a way to count.',
  },
  kind: 'stock',
  aggregation: { how: 'sum' },
  overlaps: true,
  direction: 'up',
  cadence: 'month',
  reportedFrom: 'pilot',
  basis: 'ours',
  sources: ['S06'],
  decimals: 0,
  min: 0,
  max: 100,
}

export const platformsModelCalls: Indicator = {
  id: 'platforms.modelCalls',
  group: 'platforms',
  name: { zh: '算法模型调用量', en: 'Model calls' },
  unit: 'wanCalls',
  definition: {
    zh: '算法开发平台：算法模型被成功调用的次数，1月至本月累计，不含测试调用，不重复。',
    en: 'Algorithm-development platform: successful calls of algorithms and models, cumulative from January, tests excluded; counted once.',
  },
  kind: 'flow',
  aggregation: { how: 'sum' },
  overlaps: false,
  direction: 'up',
  cadence: 'month',
  reportedFrom: 'pilot',
  basis: 'ours',
  sources: [],
  decimals: 1,
  min: 0,
  max: 1000000,
}

export const platformsComponents: Indicator = {
  id: 'platforms.components',
  group: 'platforms',
  name: { zh: '能力组件数', en: 'Capability components' },
  unit: 'items',
  definition: {
    zh: '服务开放平台：期末在能力中心登记、可复用的知识、工具、应用组件数；复用自其他大脑的组件不计，共建组件合计可能重复。',
    en: 'Service-opening platform: knowledge, tool and application components registered for reuse at the end of the period; components reused from other brains are left out, jointly built ones may count twice.',
  },
  kind: 'stock',
  aggregation: { how: 'sum' },
  overlaps: true,
  direction: 'up',
  cadence: 'month',
  reportedFrom: 'pilot',
  basis: 'ours',
  sources: ['S06', 'S43'],
  decimals: 0,
  min: 0,
  max: 50000,
}

export const PLATFORMS_INDICATORS: readonly Indicator[] = [
  platformsComputeScheduled,
  platformsGpuHours,
  platformsDataAggregated,
  platformsDevicesConnected,
  platformsAlgorithms,
  platformsIndustryModels,
  platformsModelCalls,
  platformsServices,
  platformsComponents,
]
