import type { Locator, Page } from '@playwright/test'

/** The figure whose title is exactly this; its accessible name goes on with its finding. */
export const figure = (page: Page, title: string): Locator =>
  page.getByRole('figure', { name: new RegExp(`^${title}。`) })

/** The map, whatever indicator it shows. */
export const mapFigure = (page: Page): Locator => page.getByRole('figure', { name: /^各市.*。/ })

/** The number and unit that a tile of money prints, as 亿元. */
export async function moneyIn(tile: Locator): Promise<number> {
  const [, number = '', unit = ''] = /([\d,.]+)\s*(万亿元|亿元)/.exec(await tile.innerText()) ?? []
  return Number(number.replaceAll(',', '')) * (unit === '万亿元' ? 10_000 : 1)
}

/** An instant where the programme lives: 2026-11-22 21:05. */
export const shanghai = (instant: string): string =>
  new Date(Date.parse(instant) + 8 * 3_600_000).toISOString().slice(0, 16).replace('T', ' ')
