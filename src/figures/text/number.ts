import { UNITS, type UnitId } from '../../domain/indicator.ts'
import { ABSENCE_TEXT, isPresent, type Reading } from '../../domain/reading.ts'
import { textOf, type Locale } from '../../domain/text.ts'
import type { Quantity } from '../kinds/quantity.ts'

const MINUS = '\u2212'

/** A printed number: thousands comma, U+2212 minus, fixed decimals. */
export function formatNumber(value: number, decimals = 0): string {
  const text = grouped(Math.abs(value), decimals)
  return value < 0 && /[1-9]/.test(text) ? MINUS + text : text
}

/** From here on toFixed writes exponents. */
const LONGEST = 1e21

/** Thousands commas by hand: Intl costs ten times as much, and tables print tens of thousands of cells. */
function grouped(size: number, decimals: number): string {
  if (!(size < LONGEST)) return size.toLocaleString('en-US')
  const text = size.toFixed(decimals)
  const end = decimals === 0 ? text.length : text.length - decimals - 1
  if (end <= 3) return text
  let head = text.slice(0, end % 3)
  for (let at = end % 3; at < end; at += 3) head += (head && ',') + text.slice(at, at + 3)
  return head + text.slice(end)
}

/** A signed change with one decimal; what rounds to 0.0 reads 持平. */
export function formatChange(value: number, locale: Locale, decimals = 1): string {
  const text = formatNumber(Math.abs(value), decimals)
  if (!/[1-9]/.test(text)) return locale === 'en' ? 'flat' : '持平'
  return (value < 0 ? MINUS : '+') + text
}

/** How a unit is printed from a given size on: the factor that scales the stored value. */
interface Scale {
  readonly unit: string
  readonly factor: number
  readonly decimals: number
}

const LARGE = 10_000

/** Chinese counts by 万 and 亿, English by k, bn and tn; one table never mixes two of them. */
function scaleOf(unit: UnitId, size: number, locale: Locale, decimals: number): Scale {
  const plain: Scale = { unit: textOf(UNITS[unit], locale), factor: 1, decimals }
  const large = Math.abs(size) >= LARGE
  if (locale === 'en') {
    if (unit === 'yi') {
      return large
        ? { unit: 'CNY tn', factor: 1e-4, decimals: 2 }
        : { unit: 'CNY bn', factor: 0.1, decimals: 1 }
    }
    return large && COUNTS.has(unit)
      ? { unit: `k ${plain.unit}`, factor: 1e-3, decimals: 1 }
      : plain
  }
  if (large && (unit === 'yi' || COUNTS.has(unit))) {
    return { unit: `万${plain.unit}`, factor: 1e-4, decimals: 2 }
  }
  return plain
}

const COUNTS: ReadonlySet<UnitId> = new Set<UnitId>(['racks', 'firms', 'items', 'people'])

/**
 * Prints a value of a unit for one place: 18,600 亿元 reads 1.86 万亿元 (en: CNY 1.86 tn).
 * `size` fixes the scale of a whole column (its largest value) so that 万 and 亿 never mix.
 */
export function quantity(
  value: number,
  unit: UnitId,
  locale: Locale,
  options: { decimals?: number; size?: number } = {},
): Quantity {
  const scale = scaleOf(unit, options.size ?? value, locale, options.decimals ?? 0)
  const scaled = value * scale.factor
  return { value: scaled, unit: scale.unit, text: formatNumber(scaled, scale.decimals) }
}

/** Like quantity, for a reading: an absent one prints its reason. */
export function quantityOf(
  reading: Reading,
  unit: UnitId,
  locale: Locale,
  options: { decimals?: number; size?: number } = {},
): Quantity {
  if (isPresent(reading)) return quantity(reading.value, unit, locale, options)
  return {
    value: null,
    unit: textOf(UNITS[unit], locale),
    text: textOf(ABSENCE_TEXT[reading.absent], locale),
    absent: reading.absent,
  }
}

/** Value and unit; an absent value prints its reason alone. */
export const quantityText = ({ text, unit, absent }: Quantity): string =>
  absent ? text : `${text} ${unit}`.trim()

/** The unit of a column whose values stay below 万: 亿元, or CNY bn in English. */
export const columnScale = (unit: UnitId, locale: Locale): { unit: string; factor: number } => {
  const { unit: text, factor } = scaleOf(unit, 0, locale, 0)
  return { unit: text, factor }
}

/** Units that count by 万 or 亿 in English: thousands and billions. */
const BY_THOUSANDS: Readonly<Partial<Record<UnitId, { unit: string; factor: number }>>> = {
  wanFirms: { unit: `k ${UNITS.firms.en}`, factor: 10 },
  wanItems: { unit: `k ${UNITS.items.en}`, factor: 10 },
  gwh: { unit: 'bn kWh', factor: 0.1 },
}

/** How a column of values below 万 is scaled. */
const publishedScale = (unit: UnitId, locale: Locale): { unit: string; factor: number } =>
  (locale === 'en' && BY_THOUSANDS[unit]) || columnScale(unit, locale)

/**
 * A published value in the scale in which columns are printed, with the digits of its publication: none is
 * lost and no zero added. 10,189.4 亿元 reads 1,018.94 CNY bn in English, 41.64 万家 reads 416.4 k firms.
 */
export function publishedQuantity(value: number, unit: UnitId, locale: Locale): Quantity {
  const scale = publishedScale(unit, locale)
  const stored = String(value).split('.')[1]?.length ?? 0
  const decimals = Math.max(0, stored - Math.round(Math.log10(scale.factor)))
  const scaled = value * scale.factor
  const text = formatNumber(scaled, decimals)
  return {
    value: scaled,
    unit: scale.unit,
    text: text.replace(/(\.\d*?)0+$/, '$1').replace(/\.$/, ''),
  }
}

/** 持平 takes no percent sign. */
export const withPercent = (change: string): string => (/\d/.test(change) ? `${change}%` : change)
