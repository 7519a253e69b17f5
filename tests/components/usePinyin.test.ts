import { describe, expect, it } from 'vitest'

import { usePinyin } from '../../src/components/usePinyin.ts'

describe('pinyin', () => {
  const { syllablesOf, load } = usePinyin()

  it('knows nothing before it is asked for', () => {
    expect(syllablesOf.value('济南')).toEqual([])
  })

  it('gives syllables without tones, ü as v, and what is no Chinese as it is', async () => {
    await load()
    expect(syllablesOf.value('示例·绿色轮胎 2')).toEqual([
      ...['shi', 'li', 'lv', 'se', 'lun', 'tai', '2'],
    ])
  })

  it('reads names of the province as they are read there', async () => {
    await load()
    expect(syllablesOf.value('乐陵市')).toEqual(['lao', 'ling', 'shi'])
    expect(syllablesOf.value('单县')).toEqual(['shan', 'xian'])
    expect(syllablesOf.value('莘县')).toEqual(['shen', 'xian'])
  })
})
