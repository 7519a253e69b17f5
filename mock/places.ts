import type { DomainId } from '../src/domain/brain.ts'

/** A county that may host a simulated brain: adcode (GB/T 2260) and name. */
export type County = readonly [adcode: string, name: string]

/** One city: how many of 54 counted brains it hosts, its share of cluster revenue, and host counties. */
export interface Place {
  readonly city: string
  readonly brains: number
  /** 亿元, 1—10月 of the demo's year; roughly by industrial size, invented. */
  readonly revenue: number
  readonly coastal: boolean
  /** Domains that are more common there. */
  readonly favours: readonly DomainId[]
  readonly counties: readonly [County, ...County[]]
}

const place = (
  city: string,
  [brains, revenue]: readonly [number, number],
  coastal: boolean,
  favours: readonly DomainId[],
  counties: readonly [County, ...County[]],
): Place => ({ city, brains, revenue, coastal, favours, counties })

/** The 16 cities with host counties; 莱芜 belongs to 济南 since 2019. */
export const PLACES: readonly Place[] = [
  place(
    '370100',
    [9, 2620],
    false,
    ['itServices', 'electronics'],
    [
      ['370102', '历下区'],
      ['370112', '历城区'],
      ['370114', '章丘区'],
      ['370105', '天桥区'],
      ['370116', '莱芜区'],
      ['370115', '济阳区'],
      ['370104', '槐荫区'],
    ],
  ),
  place(
    '370200',
    [8, 3180],
    true,
    ['light', 'electronics'],
    [
      ['370211', '黄岛区'],
      ['370212', '崂山区'],
      ['370214', '城阳区'],
      ['370281', '胶州市'],
      ['370215', '即墨区'],
      ['370283', '平度市'],
      ['370285', '莱西市'],
    ],
  ),
  place(
    '370300',
    [4, 1220],
    false,
    ['chemicals'],
    [
      ['370303', '张店区'],
      ['370305', '临淄区'],
      ['370321', '桓台县'],
      ['370302', '淄川区'],
    ],
  ),
  place(
    '370400',
    [2, 470],
    false,
    ['machinery', 'chemicals'],
    [
      ['370481', '滕州市'],
      ['370403', '薛城区'],
    ],
  ),
  place(
    '370500',
    [4, 1660],
    true,
    ['chemicals'],
    [
      ['370502', '东营区'],
      ['370523', '广饶县'],
      ['370505', '垦利区'],
      ['370522', '利津县'],
    ],
  ),
  place(
    '370600',
    [6, 2100],
    true,
    ['machinery', 'chemicals'],
    [
      ['370602', '芝罘区'],
      ['370681', '龙口市'],
      ['370611', '福山区'],
      ['370685', '招远市'],
      ['370687', '海阳市'],
      ['370682', '莱阳市'],
    ],
  ),
  place(
    '370700',
    [5, 2230],
    true,
    ['machinery', 'textiles'],
    [
      ['370705', '奎文区'],
      ['370783', '寿光市'],
      ['370782', '诸城市'],
      ['370785', '高密市'],
      ['370781', '青州市'],
    ],
  ),
  place(
    '370800',
    [3, 1000],
    false,
    ['machinery'],
    [
      ['370811', '任城区'],
      ['370812', '兖州区'],
      ['370883', '邹城市'],
    ],
  ),
  place(
    '370900',
    [2, 570],
    false,
    ['textiles', 'machinery'],
    [
      ['370983', '肥城市'],
      ['370911', '岱岳区'],
    ],
  ),
  place(
    '371000',
    [2, 730],
    true,
    ['light', 'electronics'],
    [
      ['371002', '环翠区'],
      ['371082', '荣成市'],
    ],
  ),
  place(
    '371100',
    [1, 430],
    true,
    ['machinery'],
    [
      ['371102', '东港区'],
      ['371122', '莒县'],
    ],
  ),
  place(
    '371300',
    [3, 1010],
    false,
    ['light', 'producerServices'],
    [
      ['371302', '兰山区'],
      ['371311', '罗庄区'],
      ['371323', '沂水县'],
    ],
  ),
  place(
    '371400',
    [1, 510],
    false,
    ['light'],
    [
      ['371482', '禹城市'],
      ['371425', '齐河县'],
    ],
  ),
  place(
    '371500',
    [1, 480],
    false,
    ['machinery'],
    [
      ['371581', '临清市'],
      ['371503', '茌平区'],
    ],
  ),
  place(
    '371600',
    [2, 810],
    true,
    ['textiles', 'chemicals'],
    [
      ['371681', '邹平市'],
      ['371625', '博兴县'],
    ],
  ),
  place(
    '371700',
    [1, 260],
    false,
    ['chemicals'],
    [
      ['371722', '单县'],
      ['371702', '牡丹区'],
    ],
  ),
]

/** The city whose only counted brain has not reported the latest month: the map shows 未报送 there. */
export const LATE_CITY = '371700'
