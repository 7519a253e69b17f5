import type { EChartsCoreOption } from 'echarts/core'

import type { Readings } from './readings.ts'

/** The place of every chart of the bare page, and what is drawn there. */
export type Options = Readonly<Record<string, EChartsCoreOption>>

const last = (row: readonly number[] | undefined): number => row?.at(-1) ?? 0
const total = (rows: readonly (readonly number[])[], month: number): number =>
  rows.reduce((sum, row) => sum + (row[month] ?? 0), 0)
const yearly = (rows: readonly (readonly number[])[], months: readonly string[]): number[] => {
  const sums = new Map<string, number>()
  months.forEach((month, i) => {
    const year = month.slice(0, 4)
    sums.set(year, (sums.get(year) ?? 0) + total(rows, i))
  })
  return [...sums.values()]
}

/** The grid keeps the labels of its axes inside, as every page has to whose numbers grow. */
const GRID = {
  ...{ left: '3%', right: '4%', top: '6%', bottom: '4%' },
  ...{ outerBoundsMode: 'same', outerBoundsContain: 'axisLabel' },
}
const AXIS = { axisLabel: { color: '#9fb3b8' }, splitLine: { lineStyle: { color: '#1d3b40' } } }
const plot = (x: object, series: readonly object[], y: object = { type: 'value' }) => ({
  animation: false,
  grid: GRID,
  xAxis: { ...AXIS, ...x },
  yAxis: { ...AXIS, ...y },
  series,
})
const line = (data: readonly number[], more: object = {}) => ({
  type: 'line',
  showSymbol: false,
  data,
  ...more,
})

/** One map and eight charts over all readings: the plainest options that draw them. */
export function optionsOf({ months, entities, revenue, profit }: Readings): Options {
  const time = { type: 'category', data: months }
  const ranked = entities
    .map(({ name, city }, i) => ({ name, city, row: revenue[i] ?? [], value: last(revenue[i]) }))
    .sort((a, b) => b.value - a.value)
  const cities = [...new Set(entities.map(({ city }) => city))]
  const ofCity = (name: string): number =>
    ranked.reduce((sum, { city, value }) => sum + (city === name ? value : 0), 0)
  const share = total(profit, months.length - 1) / total(revenue, months.length - 1)
  const sums = (rows: Readings['revenue']) => months.map((_, i) => total(rows, i))
  return {
    map: {
      animation: false,
      tooltip: {},
      visualMap: { show: false, min: 0, max: 9000, inRange: { color: ['#12363b', '#3fc1b0'] } },
      series: [
        {
          type: 'map',
          map: 'province',
          selectedMode: 'single',
          label: { show: true, color: '#fff' },
          itemStyle: { borderColor: '#0b1e21' },
          data: cities.map((name) => ({ name, value: ofCity(name) })),
        },
      ],
    },
    lines: plot(
      time,
      ranked.slice(0, 5).map(({ name, row }) => line(row, { name })),
    ),
    ranks: plot(
      { type: 'value' },
      [{ type: 'bar', data: ranked.slice(0, 10).map(({ value }) => value) }],
      { type: 'category', data: ranked.slice(0, 10).map(({ name }) => name) },
    ),
    shares: {
      animation: false,
      series: [{ type: 'pie', radius: ['40%', '70%'], data: ranked.slice(0, 8) }],
    },
    pairs: plot({ type: 'value' }, [
      {
        type: 'scatter',
        symbolSize: 8,
        data: entities.map((_, i) => [revenue[i], profit[i]].map(last)),
      },
    ]),
    every: plot(
      time,
      revenue.map((row) => line(row, { silent: true, lineStyle: { width: 1, opacity: 0.6 } })),
    ),
    years: plot(
      { type: 'category', data: [...new Set(months.map((month) => month.slice(0, 4)))] },
      [
        { type: 'bar', data: yearly(revenue, months) },
        { type: 'bar', data: yearly(profit, months) },
      ],
    ),
    gauge: {
      animation: false,
      series: [
        { type: 'gauge', progress: { show: true }, data: [{ value: Math.round(100 * share) }] },
      ],
    },
    areas: plot(
      time,
      [revenue, profit].map((rows) => line(sums(rows), { areaStyle: {} })),
    ),
  }
}
