import { type APIRequestContext, expect, type Page, test } from '@playwright/test'

import { samePeriodLastYear, shiftPeriod } from '../../src/domain/period.ts'
import { askBrains, askHistory, askValues, type KnownValues } from './askService.ts'
import { clickRow, facet, queryOf, rowsBehind, sortBy, tableRows, unfold } from './explorer.ts'
import { figure, shanghai } from './figures.ts'
import { openDesk, stands } from './openPage.ts'

const DAY = 86_400_000

test.use({ viewport: { width: 1440, height: 900 } })

/** Percentage points that each brain of a domain adds to its domain's change, strongest first. */
async function contributions(request: APIRequestContext, domain: string) {
  const { byId } = await askBrains(request)
  const revenue = await askValues(request, 'cluster.revenue')
  const base = samePeriodLastYear(revenue.last)
  const pairs = revenue.brains.flatMap((id) => {
    const [now, then] = [revenue.at(id, revenue.last), revenue.at(id, base)]
    const isOurs = byId.get(id)?.domain === domain
    return isOurs && now !== null && then !== null ? [{ id, change: now - then, then }] : []
  })
  const whole = pairs.reduce((sum, { then }) => sum + then, 0)
  const parts = pairs.map(({ id, change }) => ({
    id,
    name: byId.get(id)?.name ?? '',
    points: (change / whole) * 100,
  }))
  return { period: revenue.last, base, parts: parts.sort((a, b) => b.points - a.points) }
}

/** From the brain in focus to its profile, its revenue and where that comes from. */
async function traceFocus(page: Page): Promise<void> {
  await page.getByRole('link', { name: '打开档案' }).click()
  await stands(page)
  await page.getByRole('listitem').filter({ hasText: '集群营业收入' }).getByRole('link').click()
  await expect(page.getByRole('heading', { name: '观测与修订' })).toBeVisible()
}

test('which three brains explain most of the change of 化工’s revenue, and which reports say so?', async ({
  page,
  request,
}) => {
  const { period, base, parts } = await contributions(request, 'chemicals')
  await openDesk(page, 'demo')
  await facet(page, '化工').click()
  await stands(page)
  const change = figure(page, '谁拉动了变化')
  for (const { name, points } of parts.slice(0, 3))
    await expect(change).toHaveAccessibleName(new RegExp(`${name}拉动${points.toFixed(2)}个百分点`))
  const printed = await rowsBehind(page, '谁拉动了变化')
  expect(printed.slice(1, 4).map(([name]) => name)).toEqual(
    parts.slice(0, 3).map(({ name }) => name),
  )
  for (const [row, { id, name }] of parts.slice(0, 3).entries()) {
    await clickRow(page, '谁拉动了变化', row, printed.length - 1)
    await expect.poll(() => queryOf(page)).toEqual({ domain: 'chemicals', b: id })
    await traceFocus(page)
    await expect(page.getByRole('heading', { level: 1 })).toContainText(name)
    for (const when of [period, base]) {
      const cell = { indicator: 'cluster.revenue', brain: id, period: when }
      const [newest] = await askHistory(request, cell)
      const said = page.getByRole('article').filter({ hasText: newest?.report ?? '?' })
      await expect(said.getByText('SHA-256')).toBeVisible()
      if (when === period) await page.getByText('上年同期').locator('..').getByRole('link').click()
    }
    await page.goto('/demo/desk?domain=chemicals')
    await stands(page)
  }
})

const median = (values: readonly number[]): number => {
  const sorted = [...values].sort((a, b) => a - b)
  const [low, high] = [(sorted.length - 1) >> 1, sorted.length >> 1]
  return ((sorted[low] ?? NaN) + (sorted[high] ?? NaN)) / 2
}

/** First month of the unbroken time up to now in which a brain stands below the median; null if none. */
function belowSince(values: KnownValues, brain: string, peers: readonly string[]): string | null {
  let since: string | null = null
  for (const period of [...values.periods].reverse()) {
    const own = values.at(brain, period)
    const known = peers.flatMap((id) => values.at(id, period) ?? [])
    if (own === null || known.length < 4 || own >= median(known)) return since
    since = period
  }
  return since
}

test('since when does a brain use less of its racks than the median of its domain?', async ({
  page,
  request,
}) => {
  const { brains, byId } = await askBrains(request)
  const use = await askValues(request, 'compute.rackUtilisation')
  const peersOf = (domain: string | null) =>
    brains.filter((brain) => brain.domain === domain).map(({ id }) => id)
  const [found] = use.brains
    .map((id) => ({ id, domain: byId.get(id)?.domain ?? null }))
    .map(({ id, domain }) => ({ id, domain, since: belowSince(use, id, peersOf(domain)) }))
    .filter(({ id, since }) => since !== null && use.at(id, shiftPeriod(since, -1)) !== null)
    .sort((a, b) => (a.since ?? '').localeCompare(b.since ?? ''))
    .slice(-3)
  const { id = '', domain = '', since = null } = found ?? {}
  await openDesk(page, 'demo', `domain=${domain}`)
  await page
    .getByRole('combobox', { name: '指标', exact: true })
    .selectOption({ label: '机架上架率' })
  await stands(page)
  const ranking = await rowsBehind(page, '大脑排名')
  const name = byId.get(id)?.name ?? '?'
  const row = ranking.findIndex(([label]) => label?.replace(/^\d+ /, '') === name) - 1
  expect(row, `${name} among ${ranking.length - 1}`).toBeGreaterThanOrEqual(0)
  const isBroken = ranking.length - 1 === 14
  await clickRow(
    page,
    '大脑排名',
    isBroken && row > 10 ? row + 1 : row,
    ranking.length - (isBroken ? 0 : 1),
  )
  expect(queryOf(page)['b']).toBe(id)

  const months = (await rowsBehind(page, '机架上架率走势')).slice(1).reverse()
  const above = months.findIndex(([, own, middle]) => !(Number(own) < Number(middle)))
  expect(months[above - 1]?.[0]).toBe(since)
})

test('which cities miss a report this month, and which brain is it?', async ({ page, request }) => {
  const { brains, states } = await askBrains(request)
  const revenue = await askValues(request, 'cluster.revenue')
  const reporting = brains.filter(({ id }) =>
    ['pilot', 'accepted', 'designated'].includes(states.get(id)?.stage ?? ''),
  )
  const silent = reporting.filter(({ id }) => revenue.at(id, revenue.last) === null)
  const cityOf = (id: string) =>
    reporting.filter(({ city }) => city === id).every((brain) => silent.includes(brain))
  await openDesk(page, 'demo')
  await sortBy(page, '报送', 'ascending')
  const missing = (await tableRows(page)).filter((row) => row['报送'] === '未报送')
  expect(missing.map((row) => row['产业大脑']).sort()).toEqual(
    silent.map(({ name }) => name).sort(),
  )
  expect(silent.length).toBeGreaterThan(0)

  const map = await figure(page, '各市集群营业收入').getAttribute('aria-label')
  for (const { city } of silent) {
    const town = missing.find(
      (row) => row['产业大脑'] === silent.find((one) => one.city === city)?.name,
    )
    expect(map?.includes(`${town?.['市']}未报送`) || map?.includes(`${town?.['市']}、`)).toBe(
      cityOf(city),
    )
  }
  const only = silent.find(({ city }) => cityOf(city))
  await unfold(page, '市')
  await facet(page, missing.find((row) => row['产业大脑'] === only?.name)?.['市'] ?? '?').click()
  await stands(page)
  expect((await tableRows(page)).filter((row) => row['报送'] === '未报送')).toMatchObject([
    { 产业大脑: only?.name },
  ])
})

test('which pilots of batch 2024 in 济南 plan fewer than 1,000 racks?', async ({
  page,
  request,
}) => {
  const { brains, states } = await askBrains(request)
  const racks = await askValues(request, 'compute.racksPlanned')
  const pilots = brains.filter(
    ({ id, city, batch }) =>
      city === '370100' && batch === 2024 && states.get(id)?.stage === 'pilot',
  )
  await openDesk(page, 'demo')
  await unfold(page, '批次')
  await facet(page, '2024').click()
  await unfold(page, '市')
  await facet(page, '济南').click()
  await facet(page, '建设试点').click()
  await page
    .getByRole('combobox', { name: '指标', exact: true })
    .selectOption({ label: '规划标准机架数' })
  await expect
    .poll(() => queryOf(page))
    .toEqual({
      ...{ batch: '2024', city: '370100', stage: 'pilot', i: 'compute.racksPlanned' },
    })
  for (const period of [racks.last, shiftPeriod(racks.last, -6)]) {
    if (period !== racks.last) await page.goto(`${page.url()}&t=${period}`)
    await stands(page)
    await sortBy(page, '规划标准机架数', 'ascending')
    const rows = await tableRows(page)
    const few = rows.filter((row) => Number(row['规划标准机架数']?.replaceAll(',', '')) < 1000)
    for (const { id, name } of pilots.filter((pilot) => racks.at(pilot.id, period) !== null))
      expect(rows).toContainEqual(
        expect.objectContaining({
          产业大脑: name,
          规划标准机架数: racks.at(id, period)?.toLocaleString('en-US'),
        }),
      )
    const fewNames = pilots.filter(({ id }) => (racks.at(id, period) ?? Infinity) < 1000)
    expect(few.map((row) => row['产业大脑']).sort()).toEqual(
      fewNames.map(({ name }) => name).sort(),
    )
    // Who did not report is said to have not, last and never as zero.
    const unknown = pilots.filter(({ id }) => racks.at(id, period) === null)
    const words = rows.slice(rows.length - unknown.length).map((row) => row['规划标准机架数'])
    expect(words.filter((word) => !/^[—/]$/.test(word ?? ''))).toEqual([])
    expect(rows.length).toBe(pilots.length)
  }
})

/** A revised figure of revenue, and a day before on which it had stood for months or days and was due. */
async function revisedCell(request: APIRequestContext) {
  const revenue = await askValues(request, 'cluster.revenue')
  for (const cell of [...revenue.revised].reverse()) {
    const history = await askHistory(request, { indicator: 'cluster.revenue', ...cell })
    const [now, before] = history
    if (!now || !before) continue
    const eve = shanghai(new Date(Date.parse(now.knownAt) - DAY).toISOString()).slice(0, 10)
    const due = `${shiftPeriod(cell.period, 1)}-20`
    const shown = shiftPeriod(cell.period, 4)
    if (due <= eve && eve < shown && shanghai(before.knownAt).slice(0, 10) <= eve)
      return { ...cell, now, before, eve }
  }
  throw new Error('no figure was revised after it was due')
}

test('what did we know about a brain’s revenue before it was revised?', async ({
  page,
  request,
}) => {
  const { brain, period, now, before, eve } = await revisedCell(request)
  const { byId } = await askBrains(request)
  const { name = '?', domain } = byId.get(brain) ?? {}
  await openDesk(page, 'demo', `domain=${domain}&b=${brain}&t=${period}`)
  await page.getByLabel('截至某日已知').fill(eve)
  await stands(page)
  await expect(page.getByRole('status').filter({ hasText: '正在查看截至' })).toContainText(eve)
  await page.getByRole('table', { name: '明细' }).getByRole('link', { name, exact: true }).click()
  await stands(page)
  await expect(page.getByRole('status').filter({ hasText: '正在查看截至' })).toContainText(eve)
  const row = page.getByRole('row').filter({ hasText: /^\s*集群营业收入/ })
  const head = await page
    .getByRole('table', { name: '全部指标' })
    .getByRole('columnheader')
    .allInnerTexts()
  await row
    .getByRole('cell')
    .nth(head.indexOf(period) - 1)
    .getByRole('link')
    .click()
  const steps = page.getByRole('table').filter({ hasText: '获知时间' })
  await expect(steps.getByRole('row').nth(1)).toContainText(String(before.value))
  await expect(steps).not.toContainText(now.report)

  await page.getByRole('link', { name: '回到现在' }).click()
  const revised = steps.getByRole('row').filter({ hasText: now.report })
  await expect(revised).toContainText(new RegExp(`${before.value}.*→.*${now.value}`))
  await expect(revised).toContainText(shanghai(now.knownAt))
})
