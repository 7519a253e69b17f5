import type { Locale } from '../../../src/domain/text.ts'

/** The words of a template. Those of columns and head cells are read back by columnWords.ts. */
export interface TemplateWords {
  readonly sheet: string
  readonly about: string
  readonly title: (brain: string, period: string) => string
  readonly head: {
    readonly id: string
    readonly name: string
    readonly period: string
    readonly status: string
  }
  readonly statuses: { readonly preliminary: string; readonly final: string }
  readonly columns: {
    readonly [Key in 'code' | 'name' | 'unit' | 'definition' | 'last' | 'value' | 'reason']: string
  }
  readonly choose: string
  readonly bounds: string
  readonly howTo: readonly string[]
}

const ZH: TemplateWords = {
  ...{ sheet: '报送', about: '说明', choose: '从下拉列表选择。' },
  title: (brain, period) => `${brain} · ${period}报送表`,
  head: { id: '产业大脑编号', name: '产业大脑名称', period: '报送期', status: '数据状态' },
  statuses: { preliminary: '初步', final: '最终' },
  columns: {
    ...{ code: '指标编码', name: '指标', unit: '单位', definition: '口径' },
    ...{ last: '上期值', value: '本期值', reason: '缺报原因' },
  },
  bounds: '数值超出该指标的合理范围，请核对单位。',
  howTo: [
    '只填“本期值”和“缺报原因”两列（浅黄色）；其余单元格有保护，没有密码，可以撤销。',
    '按“单位”一列的单位填数。单位写成万元、千元等可以换算，结果会注明；不能换算的会退回。',
    '累计量填 1 月至本月累计；一月不单独报累计量，1—2月合并在二月报。',
    '数值为零填 0；没有数据的留空并选缺报原因。两列都空的指标视为本次不报。',
    '“数据状态”填初步或最终。修订已发布的数据时要说明原因。',
    '可以加列、调整行列次序；不要合并单元格，不要用宏。公式按保存的计算结果读取。',
    '上传后先试算：列出将新增、修订和有问题的单元格，确认后才提交。',
  ],
}

const EN: TemplateWords = {
  ...{ sheet: 'Report', about: 'About', choose: 'Choose from the list.' },
  title: (brain, period) => `${brain} · report of ${period}`,
  head: { id: 'Brain ID', name: 'Brain name', period: 'Period', status: 'Status' },
  statuses: { preliminary: 'preliminary', final: 'final' },
  columns: {
    ...{ code: 'Code', name: 'Indicator', unit: 'Unit', definition: 'Definition' },
    ...{ last: 'Last value', value: 'Value', reason: 'Reason of absence' },
  },
  bounds: 'The figure lies outside the bounds of its indicator: check the unit.',
  howTo: [
    'Fill in the columns "Value" and "Reason of absence" (pale yellow); all else is protected without a password.',
    'Give figures in the unit of their row. Other units (万元, 千元 …) are converted where that is safe, and it is said; others are refused.',
    'Flows are cumulative from January; January alone has none: January and February are reported together in February.',
    'Write 0 where a figure is zero; where there is none, leave it empty and give the reason. What is empty in both columns is not reported.',
    'The status is preliminary or final. A revision of published figures needs a reason.',
    'You may add columns and change the order; do not merge cells and do not use macros. Of formulas the saved result is read.',
    'An upload is tried first: it lists what would be added, what would be revised and what is wrong; then you submit it.',
  ],
}

export const templateWords = (locale: Locale): TemplateWords => (locale === 'en' ? EN : ZH)
