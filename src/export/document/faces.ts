import type { Locale } from '../../domain/text.ts'

/** Faces of a document by their part in it. */
export interface Faces {
  readonly title: string
  readonly body: string
  readonly heading1: string
  readonly heading2: string
  /** Page numbers. */
  readonly page: string
}

/** 小标宋, 仿宋, 黑体, 楷体, 宋体: the faces of GB/T 9704—2012 (7.2). */
const CHINESE: Faces = {
  title: '方正小标宋简体',
  body: '仿宋_GB2312',
  heading1: '黑体',
  heading2: '楷体_GB2312',
  page: '宋体',
}

/** Numerals and Latin words inside Chinese text, and the whole of an English one. */
export const LATIN = 'Times New Roman'

/** The face of a role for Chinese characters; in an English document all are Latin. */
export const facesOf = (locale: Locale): Faces =>
  locale === 'en'
    ? { title: LATIN, body: LATIN, heading1: LATIN, heading2: LATIN, page: LATIN }
    : CHINESE

/** A run's font: Latin characters keep their own face. */
export const fontOf = (face: string) => ({
  ascii: LATIN,
  hAnsi: LATIN,
  cs: LATIN,
  eastAsia: face,
})

interface Face {
  readonly name: string
  /** Names of the same or the nearest face, best first: Word takes one that is installed. */
  readonly others: string
  readonly family: 'roman' | 'modern' | 'script' | 'swiss'
  readonly charset: '86' | '00'
}

const TABLE: readonly Face[] = [
  { name: LATIN, others: 'Liberation Serif', family: 'roman', charset: '00' },
  {
    name: CHINESE.title,
    others: '方正小标宋_GBK,FZXiaoBiaoSong-B05S,华文中宋,STZhongsong,宋体',
    family: 'roman',
    charset: '86',
  },
  {
    name: CHINESE.body,
    others: '仿宋,FangSong,华文仿宋,STFangsong',
    family: 'modern',
    charset: '86',
  },
  {
    name: CHINESE.heading1,
    others: 'SimHei,微软雅黑,Microsoft YaHei',
    family: 'modern',
    charset: '86',
  },
  {
    name: CHINESE.heading2,
    others: '楷体,KaiTi,华文楷体,STKaiti',
    family: 'modern',
    charset: '86',
  },
]

const NAMESPACE = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'

/** The document's table of fonts (ECMA-376 1, 17.8.2): what each face may be replaced by where it is missing. */
export const fontTable = (): string =>
  [
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>',
    `<w:fonts xmlns:w="${NAMESPACE}">`,
    ...TABLE.map(
      ({ name, others, family, charset }) =>
        `<w:font w:name="${name}"><w:altName w:val="${others}"/><w:charset w:val="${charset}"/>` +
        `<w:family w:val="${family}"/><w:pitch w:val="variable"/></w:font>`,
    ),
    '</w:fonts>',
  ].join('')
