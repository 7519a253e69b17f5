import type { DomainId } from './brain.ts'
import type { LocalText } from './text.ts'

/**
 * A class of the national industry classification. It is not a name of any batch list of the programme:
 * those lists are not public beyond the few names in taxonomy.ts.
 */
export interface SubIndustry {
  /** Code of GB/T 4754—2017: three digits (中类) or four (小类). */
  readonly code: string
  readonly name: LocalText
  /** Placed in a domain by us. */
  readonly domain: DomainId
}

const of = (
  domain: DomainId,
  rows: readonly (readonly [code: string, zh: string, en: string])[],
): SubIndustry[] => rows.map(([code, zh, en]) => ({ code, name: { zh, en }, domain }))

/**
 * Classes of GB/T 4754—2017 that stand for sub-industries in simulated data. No class contains another,
 * so that 一行业一大脑 can hold.
 */
export const SUB_INDUSTRIES: readonly SubIndustry[] = [
  ...of('machinery', [
    ['3415', '风能原动设备制造', 'Wind-power prime movers'],
    ['342', '金属加工机械制造', 'Metalworking machinery'],
    ['343', '物料搬运设备制造', 'Material-handling equipment'],
    ['344', '泵、阀门、压缩机及类似机械制造', 'Pumps, valves and compressors'],
    ['345', '轴承、齿轮和传动部件制造', 'Bearings, gears and drives'],
    ['346', '烘炉、风机、包装等设备制造', 'Ovens, fans and packaging machinery'],
    ['348', '通用零部件制造', 'General machine parts'],
    ['351', '采矿、冶金、建筑专用设备制造', 'Mining, metallurgy and construction machinery'],
    [
      '352',
      '化工、木材、非金属加工专用设备制造',
      'Chemical, wood and mineral processing machinery',
    ],
    ['353', '食品、饮料、烟草及饲料生产专用设备制造', 'Food and feed machinery'],
    ['357', '农、林、牧、渔专用机械制造', 'Farm, forestry and fishery machinery'],
    ['358', '医疗仪器设备及器械制造', 'Medical devices'],
    ['361', '汽车整车制造', 'Motor vehicles'],
    ['367', '汽车零部件及配件制造', 'Motor-vehicle parts'],
    ['371', '铁路运输设备制造', 'Railway equipment'],
    ['3737', '海洋工程装备制造', 'Offshore engineering equipment'],
    ['381', '电机制造', 'Electric motors'],
    ['382', '输配电及控制设备制造', 'Power distribution and control equipment'],
    ['383', '电线、电缆、光缆及电工器材制造', 'Wires and cables'],
    ['331', '结构性金属制品制造', 'Structural metal products'],
  ]),
  ...of('chemicals', [
    ['251', '精炼石油产品制造', 'Refined petroleum'],
    ['261', '基础化学原料制造', 'Basic chemicals'],
    ['262', '肥料制造', 'Fertilisers'],
    ['263', '农药制造', 'Pesticides'],
    ['264', '涂料、油墨、颜料及类似产品制造', 'Coatings, inks and pigments'],
    ['265', '合成材料制造', 'Synthetic materials'],
    ['266', '专用化学产品制造', 'Speciality chemicals'],
    ['2911', '轮胎制造', 'Tyres'],
    ['283', '生物基材料制造', 'Bio-based materials'],
  ]),
  ...of('light', [
    ['131', '谷物磨制', 'Grain milling'],
    ['133', '植物油加工', 'Vegetable oils'],
    ['135', '屠宰及肉类加工', 'Meat processing'],
    ['136', '水产品加工', 'Seafood processing'],
    ['137', '蔬菜、菌类、水果和坚果加工', 'Vegetable, fungus, fruit and nut processing'],
    ['144', '乳制品制造', 'Dairy products'],
    ['146', '调味品、发酵制品制造', 'Condiments and fermented products'],
    ['151', '酒的制造', 'Alcoholic drinks'],
    ['195', '制鞋业', 'Footwear'],
    ['202', '人造板制造', 'Wood-based panels'],
    ['222', '造纸', 'Paper'],
    ['243', '工艺美术及礼仪用品制造', 'Arts, crafts and gifts'],
    ['244', '体育用品制造', 'Sporting goods'],
    ['268', '日用化学产品制造', 'Household chemicals'],
    ['292', '塑料制品业', 'Plastic products'],
    ['305', '玻璃制品制造', 'Glass products'],
    ['307', '陶瓷制品制造', 'Ceramic products'],
    ['385', '家用电力器具制造', 'Household electrical appliances'],
  ]),
  ...of('textiles', [
    ['171', '棉纺织及印染精加工', 'Cotton textiles and dyeing'],
    ['172', '毛纺织及染整精加工', 'Wool textiles and finishing'],
    ['176', '针织或钩针编织物及其制品制造', 'Knitted fabrics and products'],
    ['177', '家用纺织制成品制造', 'Home textiles'],
    ['178', '产业用纺织制成品制造', 'Technical textiles'],
    ['181', '机织服装制造', 'Woven clothing'],
    ['182', '针织或钩针编织服装制造', 'Knitted clothing'],
    ['282', '合成纤维制造', 'Synthetic fibres'],
  ]),
  ...of('electronics', [
    ['391', '计算机制造', 'Computers'],
    ['392', '通信设备制造', 'Communication equipment'],
    ['395', '非专业视听设备制造', 'Consumer audio and video'],
    ['396', '智能消费设备制造', 'Smart consumer devices'],
    ['3973', '集成电路制造', 'Integrated circuits'],
    ['3974', '显示器件制造', 'Displays'],
    ['3976', '光电子器件制造', 'Optoelectronics'],
    ['398', '电子元件及电子专用材料制造', 'Electronic components and materials'],
    ['384', '电池制造', 'Batteries'],
    ['401', '通用仪器仪表制造', 'General instruments'],
  ]),
  ...of('itServices', [
    ['6511', '基础软件开发', 'Basic software'],
    ['6513', '应用软件开发', 'Application software'],
    ['652', '集成电路设计', 'Integrated-circuit design'],
    ['6531', '信息系统集成服务', 'System integration'],
    ['6532', '物联网技术服务', 'Internet-of-things services'],
    ['655', '信息处理和存储支持服务', 'Data processing and storage services'],
    ['657', '数字内容服务', 'Digital content'],
    ['6431', '互联网生产服务平台', 'Production-service internet platforms'],
    ['644', '互联网安全服务', 'Internet security'],
    ['645', '互联网数据服务', 'Internet data services'],
  ]),
  ...of('producerServices', [
    ['532', '铁路货物运输', 'Rail freight'],
    ['543', '道路货物运输', 'Road freight'],
    ['5532', '货运港口', 'Cargo ports'],
    ['581', '多式联运', 'Multimodal transport'],
    ['593', '低温仓储', 'Cold storage'],
    ['602', '快递服务', 'Express delivery'],
    ['745', '质检技术服务', 'Testing and inspection'],
    ['748', '工程技术与设计服务', 'Engineering and design services'],
    ['751', '技术推广服务', 'Technology promotion'],
  ]),
  ...of('other', [
    ['274', '中成药生产', 'Chinese patent medicines'],
    ['276', '生物药品制品制造', 'Biological medicines'],
    ['306', '玻璃纤维和玻璃纤维增强塑料制品制造', 'Glass fibre products'],
    ['313', '钢压延加工', 'Steel rolling'],
    ['325', '有色金属压延加工', 'Non-ferrous metal rolling'],
    ['301', '水泥、石灰和石膏制造', 'Cement, lime and gypsum'],
  ]),
]
