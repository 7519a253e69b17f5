import type { Region } from './brain.ts'
import { REGIONS } from './region.ts'
import type { Locale } from './text.ts'
import { ZONES } from './zone.ts'

/**
 * The counties of Shandong: adcode (GB/T 2260), name, name in Pinyin. Same adcodes and names as the maps of
 * the cities. 市中区 and 兰山区/岚山区 show why a county is known by its adcode, never by its name.
 */
const TABLE: readonly (readonly [adcode: string, zh: string, en: string])[] = [
  ['370102', '历下区', 'Lixia District'],
  ['370103', '市中区', 'Shizhong District'],
  ['370104', '槐荫区', 'Huaiyin District'],
  ['370105', '天桥区', 'Tianqiao District'],
  ['370112', '历城区', 'Licheng District'],
  ['370113', '长清区', 'Changqing District'],
  ['370114', '章丘区', 'Zhangqiu District'],
  ['370115', '济阳区', 'Jiyang District'],
  ['370116', '莱芜区', 'Laiwu District'],
  ['370117', '钢城区', 'Gangcheng District'],
  ['370124', '平阴县', 'Pingyin County'],
  ['370126', '商河县', 'Shanghe County'],
  ['370202', '市南区', 'Shinan District'],
  ['370203', '市北区', 'Shibei District'],
  ['370211', '黄岛区', 'Huangdao District'],
  ['370212', '崂山区', 'Laoshan District'],
  ['370213', '李沧区', 'Licang District'],
  ['370214', '城阳区', 'Chengyang District'],
  ['370215', '即墨区', 'Jimo District'],
  ['370281', '胶州市', 'Jiaozhou City'],
  ['370283', '平度市', 'Pingdu City'],
  ['370285', '莱西市', 'Laixi City'],
  ['370302', '淄川区', 'Zichuan District'],
  ['370303', '张店区', 'Zhangdian District'],
  ['370304', '博山区', 'Boshan District'],
  ['370305', '临淄区', 'Linzi District'],
  ['370306', '周村区', 'Zhoucun District'],
  ['370321', '桓台县', 'Huantai County'],
  ['370322', '高青县', 'Gaoqing County'],
  ['370323', '沂源县', 'Yiyuan County'],
  ['370402', '市中区', 'Shizhong District'],
  ['370403', '薛城区', 'Xuecheng District'],
  ['370404', '峄城区', 'Yicheng District'],
  ['370405', '台儿庄区', "Tai'erzhuang District"],
  ['370406', '山亭区', 'Shanting District'],
  ['370481', '滕州市', 'Tengzhou City'],
  ['370502', '东营区', 'Dongying District'],
  ['370503', '河口区', 'Hekou District'],
  ['370505', '垦利区', 'Kenli District'],
  ['370522', '利津县', 'Lijin County'],
  ['370523', '广饶县', 'Guangrao County'],
  ['370602', '芝罘区', 'Zhifu District'],
  ['370611', '福山区', 'Fushan District'],
  ['370612', '牟平区', 'Muping District'],
  ['370613', '莱山区', 'Laishan District'],
  ['370614', '蓬莱区', 'Penglai District'],
  ['370681', '龙口市', 'Longkou City'],
  ['370682', '莱阳市', 'Laiyang City'],
  ['370683', '莱州市', 'Laizhou City'],
  ['370685', '招远市', 'Zhaoyuan City'],
  ['370686', '栖霞市', 'Qixia City'],
  ['370687', '海阳市', 'Haiyang City'],
  ['370702', '潍城区', 'Weicheng District'],
  ['370703', '寒亭区', 'Hanting District'],
  ['370704', '坊子区', 'Fangzi District'],
  ['370705', '奎文区', 'Kuiwen District'],
  ['370724', '临朐县', 'Linqu County'],
  ['370725', '昌乐县', 'Changle County'],
  ['370781', '青州市', 'Qingzhou City'],
  ['370782', '诸城市', 'Zhucheng City'],
  ['370783', '寿光市', 'Shouguang City'],
  ['370784', '安丘市', 'Anqiu City'],
  ['370785', '高密市', 'Gaomi City'],
  ['370786', '昌邑市', 'Changyi City'],
  ['370811', '任城区', 'Rencheng District'],
  ['370812', '兖州区', 'Yanzhou District'],
  ['370826', '微山县', 'Weishan County'],
  ['370827', '鱼台县', 'Yutai County'],
  ['370828', '金乡县', 'Jinxiang County'],
  ['370829', '嘉祥县', 'Jiaxiang County'],
  ['370830', '汶上县', 'Wenshang County'],
  ['370831', '泗水县', 'Sishui County'],
  ['370832', '梁山县', 'Liangshan County'],
  ['370881', '曲阜市', 'Qufu City'],
  ['370883', '邹城市', 'Zoucheng City'],
  ['370902', '泰山区', 'Taishan District'],
  ['370911', '岱岳区', 'Daiyue District'],
  ['370921', '宁阳县', 'Ningyang County'],
  ['370923', '东平县', 'Dongping County'],
  ['370982', '新泰市', 'Xintai City'],
  ['370983', '肥城市', 'Feicheng City'],
  ['371002', '环翠区', 'Huancui District'],
  ['371003', '文登区', 'Wendeng District'],
  ['371082', '荣成市', 'Rongcheng City'],
  ['371083', '乳山市', 'Rushan City'],
  ['371102', '东港区', 'Donggang District'],
  ['371103', '岚山区', 'Lanshan District'],
  ['371121', '五莲县', 'Wulian County'],
  ['371122', '莒县', 'Ju County'],
  ['371302', '兰山区', 'Lanshan District'],
  ['371311', '罗庄区', 'Luozhuang District'],
  ['371312', '河东区', 'Hedong District'],
  ['371321', '沂南县', 'Yinan County'],
  ['371322', '郯城县', 'Tancheng County'],
  ['371323', '沂水县', 'Yishui County'],
  ['371324', '兰陵县', 'Lanling County'],
  ['371325', '费县', 'Fei County'],
  ['371326', '平邑县', 'Pingyi County'],
  ['371327', '莒南县', 'Junan County'],
  ['371328', '蒙阴县', 'Mengyin County'],
  ['371329', '临沭县', 'Linshu County'],
  ['371402', '德城区', 'Decheng District'],
  ['371403', '陵城区', 'Lingcheng District'],
  ['371422', '宁津县', 'Ningjin County'],
  ['371423', '庆云县', 'Qingyun County'],
  ['371424', '临邑县', 'Linyi County'],
  ['371425', '齐河县', 'Qihe County'],
  ['371426', '平原县', 'Pingyuan County'],
  ['371427', '夏津县', 'Xiajin County'],
  ['371428', '武城县', 'Wucheng County'],
  ['371481', '乐陵市', 'Laoling City'],
  ['371482', '禹城市', 'Yucheng City'],
  ['371502', '东昌府区', 'Dongchangfu District'],
  ['371503', '茌平区', 'Chiping District'],
  ['371521', '阳谷县', 'Yanggu County'],
  ['371522', '莘县', 'Shen County'],
  ['371524', '东阿县', "Dong'e County"],
  ['371525', '冠县', 'Guan County'],
  ['371526', '高唐县', 'Gaotang County'],
  ['371581', '临清市', 'Linqing City'],
  ['371602', '滨城区', 'Bincheng District'],
  ['371603', '沾化区', 'Zhanhua District'],
  ['371621', '惠民县', 'Huimin County'],
  ['371622', '阳信县', 'Yangxin County'],
  ['371623', '无棣县', 'Wudi County'],
  ['371625', '博兴县', 'Boxing County'],
  ['371681', '邹平市', 'Zouping City'],
  ['371702', '牡丹区', 'Mudan District'],
  ['371703', '定陶区', 'Dingtao District'],
  ['371721', '曹县', 'Cao County'],
  ['371722', '单县', 'Shan County'],
  ['371723', '成武县', 'Chengwu County'],
  ['371724', '巨野县', 'Juye County'],
  ['371725', '郓城县', 'Yuncheng County'],
  ['371726', '鄄城县', 'Juancheng County'],
  ['371728', '东明县', 'Dongming County'],
]

/** The city that a county belongs to: the first four digits of its adcode. */
const cityOf = (adcode: string): string => `${adcode.slice(0, 4)}00`

/** The 136 counties, districts and county-level cities in the order of GB/T 2260. */
export const COUNTIES: readonly Region[] = TABLE.map(([id, zh, en]) => ({
  id,
  name: { zh, en },
  level: 'county',
  parent: cityOf(id),
}))

/** The province, its cities, their counties, and the functional zones that something is known of. */
export const ALL_REGIONS: readonly Region[] = [...REGIONS, ...COUNTIES, ...ZONES]

const BY_ID: ReadonlyMap<string, Region> = new Map(ALL_REGIONS.map((region) => [region.id, region]))

/** The counties of a city in the order of GB/T 2260; none for anything but a city. */
export const countiesOf = (city: string): readonly Region[] =>
  COUNTIES.filter(({ parent }) => parent === city)

/** Full name of a region of any level; an unknown id is returned as it is, so that a label is never empty. */
export function regionName(id: string, locale: Locale): string {
  const region = BY_ID.get(id)
  if (!region) return id
  return locale === 'en' ? region.name.en : region.name.zh
}
