import type { Region } from './brain.ts'
import type { Locale, LocalText } from './text.ts'

/** adcode of Shandong (GB/T 2260). */
export const PROVINCE = '370000'

const city = (id: string, zh: string, en: string): Region => ({
  id,
  name: { zh, en },
  level: 'city',
  parent: PROVINCE,
})

/**
 * The province and its sixteen cities in the order of GB/T 2260.
 * 371200 莱芜 is not among them: it became part of 济南 in 2019.
 */
export const REGIONS: readonly Region[] = [
  { id: PROVINCE, name: { zh: '山东省', en: 'Shandong' }, level: 'province', parent: null },
  city('370100', '济南市', 'Jinan'),
  city('370200', '青岛市', 'Qingdao'),
  city('370300', '淄博市', 'Zibo'),
  city('370400', '枣庄市', 'Zaozhuang'),
  city('370500', '东营市', 'Dongying'),
  city('370600', '烟台市', 'Yantai'),
  city('370700', '潍坊市', 'Weifang'),
  city('370800', '济宁市', 'Jining'),
  city('370900', '泰安市', "Tai'an"),
  city('371000', '威海市', 'Weihai'),
  city('371100', '日照市', 'Rizhao'),
  city('371300', '临沂市', 'Linyi'),
  city('371400', '德州市', 'Dezhou'),
  city('371500', '聊城市', 'Liaocheng'),
  city('371600', '滨州市', 'Binzhou'),
  city('371700', '菏泽市', 'Heze'),
]

/** adcodes of the sixteen cities, in the order of GB/T 2260. */
export const CITIES: readonly string[] = REGIONS.filter((r) => r.level === 'city').map((r) => r.id)

const BY_ID: ReadonlyMap<string, Region> = new Map(REGIONS.map((region) => [region.id, region]))

/** The region of an adcode, or undefined for one that is not the province or one of its cities. */
export const regionOf = (id: string): Region | undefined => BY_ID.get(id)

const shortText = ({ zh, en }: LocalText): LocalText => ({ zh: zh.replace(/[省市]$/, ''), en })

/**
 * Name of the province or a city: 济南市, short 济南; English names have one form.
 * An unknown adcode is returned as it is, so that a label is never empty.
 */
export function cityName(id: string, locale: Locale, options: { short?: boolean } = {}): string {
  const region = BY_ID.get(id)
  if (!region) return id
  const text = options.short === true ? shortText(region.name) : region.name
  return locale === 'en' ? text.en : text.zh
}
