import type { Mark } from './marks.ts'

/** The part of EChartsOption that our charts use; every series, axis and grid has an id. */
export interface ChartOption {
  readonly animation: false
  readonly grid?: Readonly<Record<string, unknown>> | readonly Readonly<Record<string, unknown>>[]
  readonly xAxis?: Readonly<Record<string, unknown>> | readonly Readonly<Record<string, unknown>>[]
  readonly yAxis?: Readonly<Record<string, unknown>> | readonly Readonly<Record<string, unknown>>[]
  readonly geo?: Readonly<Record<string, unknown>>
  readonly series?: readonly Readonly<Record<string, unknown>>[]
  readonly graphic?: { readonly elements: readonly Mark[] }
  readonly textStyle?: Readonly<Record<string, unknown>>
}
